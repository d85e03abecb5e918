package org.suzhi.web.workbench.page;

import org.suzhi.web.publication.Decimals;

/** How results are written. */
final class Numbers {
    static final String NONE = "–";

    private Numbers() {}

    static String estimate(double value, boolean rate) {
        return Double.isNaN(value) ? NONE : rate ? Decimals.percent(value) : Decimals.format("0.00", value);
    }

    /** A standard error, of a rate in percentage points. */
    static String error(double value, boolean rate) {
        return Double.isNaN(value) ? NONE : Decimals.format("0.00", rate ? 100 * value : value);
    }

    static String interval(double lower, double upper, boolean rate) {
        if (!Double.isFinite(lower) || !Double.isFinite(upper)) {
            return NONE;
        }
        return Decimals.format("0.00;−0.00", rate ? 100 * lower : lower) + " – "
                + Decimals.format("0.00;−0.00", rate ? 100 * upper : upper) + (rate ? "%" : "");
    }

    static String plain(String pattern, double value) {
        return Double.isFinite(value) ? Decimals.format(pattern, value) : NONE;
    }

    static String count(int n) {
        return Decimals.format("#,##0", n);
    }

    /** A probability of error; never 0. */
    static String p(double value) {
        return Double.isNaN(value) ? NONE : value < 0.0001 ? "< 0.0001" : Decimals.format("0.0000", value);
    }
}
