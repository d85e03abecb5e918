package org.suzhi.web.publication.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;

/**
 * What a reader chose to see, as the address tells it: {@code ?wave=2024&group=farmers}.
 *
 * @param wave year of the wave that is shown as the newest; null for the newest there is
 * @param group code of the priority group that the headline is about; null for the whole population
 */
record View(@Nullable Integer wave, @Nullable String group) {
    /** What a form without choices sends is no choice. */
    static View of(@Nullable Integer wave, @Nullable String group) {
        return new View(wave, group == null || group.isBlank() ? null : group);
    }

    /** The series as this view shows it; empty where it has no such wave or group. */
    Optional<SeriesReading> of(PublishedSeries series) {
        boolean known = wave == null || series.waves().stream().anyMatch(w -> w.year() == wave);
        if (series.waves().isEmpty() || !known) {
            return Optional.empty();
        }
        PublishedWave last = series.waves().get(series.waves().size() - 1);
        boolean whole = wave == null || wave == last.year();
        SeriesReading reading = new SeriesReading(whole ? series : series.upTo(wave), group);
        return group == null
                        || SeriesReading.figure(reading.newest(), "group", group)
                                .isPresent()
                ? Optional.of(reading)
                : Optional.empty();
    }

    /** The view's part of an address, with a question mark; "" where nothing is chosen. */
    String query() {
        List<String> parts = new ArrayList<>();
        if (wave != null) {
            parts.add("wave=" + wave);
        }
        if (group != null) {
            parts.add("group=" + group);
        }
        return String.join("&", parts);
    }
}
