package org.suzhi.bench;

import org.suzhi.analysis.specification.EstimateRow;

/**
 * What one sample says about the rate of one domain; NaN where it says nothing.
 *
 * @param n respondents in the domain
 * @param rate estimated rate, 0 to 1
 * @param se its standard error
 * @param lower lower 95 % limit
 * @param upper upper 95 % limit
 */
record WaveEstimate(int n, double rate, double se, double lower, double upper) {

    static WaveEstimate of(EstimateRow row) {
        return new WaveEstimate(row.n(), row.estimate(), row.se(), row.ciLower(), row.ciUpper());
    }

    boolean hasInterval() {
        return !Double.isNaN(lower) && !Double.isNaN(upper);
    }
}
