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
    View {
        group = group == null || group.isBlank() ? null : group;
    }

    /** The series as this view shows it; empty where it has no such wave or group. */
    Optional<SeriesReading> of(PublishedSeries series) {
        List<PublishedWave> waves = series.waves();
        if (waves.isEmpty()) {
            return Optional.empty();
        }
        int last = waves.get(waves.size() - 1).year();
        int year = wave == null ? last : wave;
        if (waves.stream().noneMatch(w -> w.year() == year)) {
            return Optional.empty();
        }
        SeriesReading reading = new SeriesReading(year == last ? series : series.upTo(year), group);
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
