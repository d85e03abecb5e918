package org.suzhi.analysis.weighting;

import java.util.List;

/**
 * When weighting classes are merged, and with which.
 *
 * @param by how a partner is found
 * @param groups cells that are merged in any case, by their names
 * @param minimum respondents below which a class is too small
 * @param maxFactor factor above which a class is too far from complete
 */
public record CollapseRule(By by, List<List<String>> groups, int minimum, double maxFactor) {
    /** How the partner of a class that is too small is found. */
    public enum By {
        /** It is not: such a class is only shown with the partner it would have by {@link #NEAREST}. */
        NONE,
        /** The class with the nearest response rate. */
        NEAREST,
        /** Of the classes before and after it, the one with the nearer response rate. */
        ORDER
    }

    public CollapseRule {
        groups = groups.stream().map(List::copyOf).toList();
    }

    /** Nothing is merged. */
    public static CollapseRule none() {
        return new CollapseRule(By.NONE, List.of(), 1, Double.POSITIVE_INFINITY);
    }

    CollapseRule with(By other) {
        return new CollapseRule(other, List.of(), minimum, maxFactor);
    }
}
