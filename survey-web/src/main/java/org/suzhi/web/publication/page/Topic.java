package org.suzhi.web.publication.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a chart and its table are about; the name in lower case is its part of the address. */
public enum Topic {
    TREND,
    GROUPS,
    TOWNS,
    BREAKDOWN;

    public static Optional<Topic> of(String slug) {
        return Arrays.stream(values())
                .filter(topic -> topic.slug().equals(slug))
                .findFirst();
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Dimensions of the figures that are shown; the trend shows the whole alone. */
    public List<String> dimensions() {
        return switch (this) {
            case TREND -> List.of();
            case GROUPS -> List.of("group");
            case TOWNS -> List.of("town");
            case BREAKDOWN -> List.of("sex", "age", "education", "residence");
        };
    }

    /** Whether rows are sorted by rate; otherwise they keep their natural order. */
    boolean sortedByRate() {
        return this == GROUPS || this == TOWNS;
    }
}
