package org.suzhi.analysis.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;

/** What the numbers of an {@link IntervalChart} are, and so how its axis runs and how they are written. */
public enum Scale {
    /** Proportions, 0 to 1, written in percent; the axis starts at zero. */
    RATE,
    /** Numbers in their own unit, such as points of a score; the axis holds zero. */
    NUMBER,
    /** Differences of proportions, −1 to 1, written in percentage points with their sign; the axis holds zero. */
    CHANGE,
    /** Ratios above 0, such as odds ratios: equal factors are equally far apart; the axis holds 1. */
    RATIO;

    void requireInterval(String what, double estimate, double lower, double upper) {
        if (this == RATE) {
            Rates.requireInterval(what, estimate, lower, upper);
            return;
        }
        if (!(lower <= estimate && estimate <= upper) || Double.isInfinite(lower) || Double.isInfinite(upper)) {
            throw new IllegalArgumentException(what + ": got estimate " + estimate + " and interval [" + lower + ", "
                    + upper + "], expected finite lower <= estimate <= upper");
        }
        require(what + ".lower", lower);
    }

    void require(String what, double value) {
        if (this == RATE) {
            Rates.requireProportion(what, value);
        } else if (!(Math.abs(value) < Double.POSITIVE_INFINITY) || (this == RATIO && !(value > 0))) {
            throw new IllegalArgumentException(
                    what + ": got " + value + ", expected a finite number" + (this == RATIO ? " above 0" : ""));
        }
    }

    String value(double value) {
        return switch (this) {
            case RATE -> Rates.percent(value);
            case NUMBER -> unsigned(format("0.00").format(value));
            case CHANGE -> unsigned(format("+0.00;−0.00").format(100 * value));
            case RATIO -> format(value < 0.1 ? "0.000" : "0.00").format(value);
        };
    }

    /** What rounds to zero has no sign. */
    private static String unsigned(String text) {
        return text.length() == 5 && text.endsWith("0.00") ? text.substring(1) : text;
    }

    String bounds(double lower, double upper) {
        return switch (this) {
            case RATE -> Rates.bounds(lower, upper);
            case CHANGE -> value(lower) + " – " + value(upper);
            default -> value(lower) + "–" + value(upper);
        };
    }

    /** What the axis holds whatever the numbers are. */
    double origin() {
        return this == RATIO ? 1 : 0;
    }

    ValueAxis axis(double min, double max) {
        ValueAxis axis = switch (this) {
            case RATE -> Rates.axis(max);
            case RATIO -> ratios(min, max);
            case NUMBER -> numbers(min, max, 1);
            case CHANGE -> numbers(min, max, 100);
        };
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(Theme.regular(12));
        axis.setTickLabelPaint(Theme.MUTED);
        return axis;
    }

    /** About five ticks, one of them at zero. */
    private NumberAxis numbers(double min, double max, double shown) {
        double span = Math.max(Math.max(max, 0) - Math.min(min, 0), 1e-9) * shown;
        double power = Math.pow(10, Math.floor(Math.log10(span)));
        double share = span / power;
        double step = power * (share <= 1.2 ? 0.25 : share <= 2.5 ? 0.5 : share <= 6 ? 1 : 2);
        NumberAxis axis = new NumberAxis();
        double first = Math.floor(Math.min(min, 0) * shown / step + 1e-9) * step / shown;
        double last = Math.ceil(Math.max(max, 0) * shown / step - 1e-9) * step / shown;
        axis.setRange(first, Math.max(last, first + step / shown));
        int digits = Math.max(0, 1 - (int) Math.floor(Math.log10(step)));
        String pattern = step >= 1 && step == Math.rint(step) ? "0" : "0." + "#".repeat(digits);
        NumberFormat plain = format(this == CHANGE ? "+" + pattern + ";−" + pattern : pattern + ";−" + pattern);
        axis.setTickUnit(new NumberTickUnit(step / shown) {
            private static final long serialVersionUID = 1L;

            @Override
            public String valueToString(double value) {
                return Math.abs(value) < 1e-12 ? "0" : plain.format(value * shown);
            }
        });
        return axis;
    }

    /** Ticks at powers of two, or of ten where the ratios lie far apart. */
    private static LogAxis ratios(double min, double max) {
        double lower = Math.min(min, 0.9);
        double upper = Math.max(max, 1.1);
        double base = Math.log(upper / lower) / Math.log(2) <= 7 ? 2 : 10;
        LogAxis axis = new LogAxis();
        axis.setBase(base);
        axis.setSmallestValue(Math.min(lower, 1e-100));
        axis.setRange(
                Math.pow(base, Math.floor(Math.log(lower) / Math.log(base) + 1e-9)),
                Math.pow(base, Math.ceil(Math.log(upper) / Math.log(base) - 1e-9)));
        axis.setTickUnit(new NumberTickUnit(1, format("0.####")));
        axis.setMinorTickMarksVisible(false);
        return axis;
    }

    private static NumberFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
