package org.suzhi.analysis.weighting;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limit for weights: a number, or a rule on the weights there are: {@code median+6iqr}, {@code median-2iqr}, {@code 5median},
 * {@code 4mean}. Median and quartiles count every row with a weight once, by linear interpolation (R's type 7). The median plus
 * six interquartile ranges is the rule of Chowdhury, Khare and Wolter (2007).
 */
public final class WeightLimit {
    private static final Pattern SPREAD = Pattern.compile("median\\s*([+-])\\s*(\\d+(?:\\.\\d+)?)\\s*\\*?\\s*iqr");
    private static final Pattern MULTIPLE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*\\*?\\s*(median|mean)");

    private final double constant;
    private final double medians;
    private final double means;
    private final double ranges;

    private WeightLimit(double constant, double medians, double means, double ranges) {
        this.constant = constant;
        this.medians = medians;
        this.means = means;
        this.ranges = ranges;
    }

    /** A limit as it is. */
    public static WeightLimit of(double number) {
        return new WeightLimit(number, 0, 0, 0);
    }

    /** A rule as written; empty when it is none. */
    public static Optional<WeightLimit> parse(String text) {
        Matcher spread = SPREAD.matcher(text.trim());
        if (spread.matches()) {
            double ranges = Double.parseDouble(spread.group(2));
            return Optional.of(new WeightLimit(0, 1, 0, spread.group(1).equals("-") ? -ranges : ranges));
        }
        Matcher multiple = MULTIPLE.matcher(text.trim());
        if (multiple.matches()) {
            double times = Double.parseDouble(multiple.group(1));
            boolean median = multiple.group(2).equals("median");
            return Optional.of(new WeightLimit(0, median ? times : 0, median ? 0 : times, 0));
        }
        return Optional.empty();
    }

    /** The limit for given weights; those of 0 do not count. */
    public double among(double[] weights) {
        if (medians == 0 && means == 0) {
            return constant;
        }
        double[] sorted = Arrays.stream(weights).filter(w -> w != 0).sorted().toArray();
        double range = quantile(sorted, 0.75) - quantile(sorted, 0.25);
        double mean = Arrays.stream(sorted).sum() / sorted.length;
        return medians * quantile(sorted, 0.5) + means * mean + ranges * range;
    }

    /** Linear interpolation between order statistics; NaN of none. */
    static double quantile(double[] sorted, double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = p * (sorted.length - 1);
        int low = (int) Math.floor(place);
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
    }
}
