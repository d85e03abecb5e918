package org.suzhi.analysis.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;

/** How rates are checked, written and scaled in charts. */
final class Rates {
    private Rates() {}

    static void requireProportion(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + ": got " + value + ", expected a proportion from 0 to 1");
        }
    }

    static void requireInterval(String what, double estimate, double lower, double upper) {
        requireProportion(what + ".estimate", estimate);
        requireProportion(what + ".lower", lower);
        requireProportion(what + ".upper", upper);
        if (!(lower <= estimate && estimate <= upper)) {
            throw new IllegalArgumentException(what + ": got estimate " + estimate + " outside its interval [" + lower
                    + ", " + upper + "], expected lower <= estimate <= upper");
        }
    }

    /** Two decimals, as national surveys publish them: 0.1336 is "13.36%". */
    static String percent(double proportion) {
        return format("0.00%").format(proportion);
    }

    /** Bounds in percent without the sign: "11.02–18.10". */
    static String bounds(double lower, double upper) {
        NumberFormat percent = format("0.00");
        return percent.format(100 * lower) + "–" + percent.format(100 * upper);
    }

    /** A rate with its interval where it has one, for a tip. */
    static String told(String label, double estimate, double lower, double upper) {
        String value = label + ": " + percent(estimate);
        return lower < upper ? value + " (" + bounds(lower, upper) + ")" : value;
    }

    /** An axis from zero to just above {@code max}, with few round ticks. */
    static NumberAxis axis(double max) {
        double step = max <= 0.02 ? 0.005 : max <= 0.08 ? 0.02 : max <= 0.3 ? 0.05 : max <= 0.6 ? 0.1 : 0.2;
        NumberAxis axis = new NumberAxis();
        axis.setRange(0, Math.min(1, Math.max(step, step * Math.ceil(max / step - 1e-9))));
        axis.setTickUnit(new NumberTickUnit(step, format(step < 0.01 ? "0.0%" : "0%")));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(Theme.regular(12));
        axis.setTickLabelPaint(Theme.MUTED);
        return axis;
    }

    private static NumberFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
