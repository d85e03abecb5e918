package org.suzhi.web.publication.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a chart and its table are about; the name in lower case, with hyphens, is its part of the address. */
public enum Topic {
    TREND,
    OUTLOOK,
    GROUP_TRENDS,
    GROUPS,
    TOWNS,
    BREAKDOWN,
    LEVELS,
    PARTS,
    ITEMS,
    CHOICES,
    RESPONSE;

    /** Topics that break the rate of one wave down by parts of the population. */
    public static final List<Topic> DOMAINS = List.of(GROUPS, TOWNS, BREAKDOWN);

    public static Optional<Topic> of(String slug) {
        return Arrays.stream(values())
                .filter(topic -> topic.slug().equals(slug))
                .findFirst();
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Dimensions of the figures that are shown; choices have one for each question, all that begin so. */
    public List<String> dimensions() {
        return switch (this) {
            case TREND, OUTLOOK, RESPONSE -> List.of();
            case LEVELS -> List.of("level");
            case PARTS -> List.of("part");
            case ITEMS -> List.of("item");
            case CHOICES -> List.of("choice.");
            case GROUP_TRENDS, GROUPS -> List.of("group");
            case TOWNS -> List.of("town");
            case BREAKDOWN -> List.of("sex", "age", "education", "residence");
        };
    }

    /** Whether rows are sorted by rate; otherwise they keep their natural order. */
    boolean sortedByRate() {
        return this == GROUPS || this == TOWNS || this == ITEMS || this == CHOICES;
    }

    /** Whether each domain is shown over all waves, and not in the newest alone. */
    boolean overTime() {
        return this == GROUP_TRENDS || this == LEVELS || this == PARTS;
    }
}
