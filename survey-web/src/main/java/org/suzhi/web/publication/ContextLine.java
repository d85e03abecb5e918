package org.suzhi.web.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A rate published elsewhere, such as the nation's or a province's, that is drawn beside the survey's own.
 *
 * @param points in order of the years
 */
public record ContextLine(String nameZh, String nameEn, List<Point> points) {
    public ContextLine {
        points = List.copyOf(points);
    }

    /** What kind of figure it is. */
    public enum Status {
        PUBLISHED,
        PRELIMINARY,
        TARGET;

        /** As files and the database have it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A year's figure.
     *
     * @param percent 0 to 100
     * @param criterion code or name of the rule by which somebody counts as literate; empty for that of the figure before
     * @param source where it was read
     * @param note what else is known of it, such as how well it is attested
     */
    public record Point(int year, double percent, Status status, String criterion, String source, String note) {}

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameZh;
    }

    /** The years whose figure is of another criterion than the one before: no line is drawn between the two. */
    public List<Integer> breaks() {
        List<Integer> years = new ArrayList<>();
        String criterion = "";
        for (Point point : points) {
            boolean told = !point.criterion().isEmpty();
            if (told && !criterion.isEmpty() && !point.criterion().equals(criterion)) {
                years.add(point.year());
            }
            criterion = told ? point.criterion() : criterion;
        }
        return years;
    }

    /** The line in those years. */
    public ContextLine within(int first, int last) {
        return new ContextLine(
                nameZh,
                nameEn,
                points.stream()
                        .filter(p -> first <= p.year() && p.year() <= last)
                        .toList());
    }
}
