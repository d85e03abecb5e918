package org.suzhi.analysis.indicator;

/** Rates and their log odds. */
final class LogOdds {
    private LogOdds() {}

    static double of(double rate) {
        return Math.log(rate / (1 - rate));
    }

    static double rate(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
