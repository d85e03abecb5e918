package org.suzhi.analysis.indicator;

/**
 * The rate of one wave as a series takes it.
 *
 * @param year of the wave
 * @param estimate a proportion from 0 to 1
 * @param se its standard error; NaN or 0 where there is none
 * @param df degrees of freedom
 * @param n respondents
 * @param criterion how the rate was measured: rates of different criteria are never joined
 */
public record WaveRate(int year, double estimate, double se, double df, int n, String criterion) {
    public WaveRate {
        if (!(estimate >= 0 && estimate <= 1)) {
            throw new IllegalArgumentException(
                    "rate " + estimate + " of " + year + ", expected a proportion from 0 to 1");
        }
    }

    /** A wave measured by the only criterion there is. */
    public WaveRate(int year, double estimate, double se, double df, int n) {
        this(year, estimate, se, df, n, "");
    }

    /** Whether its rate has a standard error on the log-odds scale. */
    boolean hasError() {
        return estimate > 0 && estimate < 1 && se > 0 && df > 0;
    }

    /** How it stands to a target; a rate of 0 or 1 is judged by its count. */
    public Verdict verdict(Target target, Verdict.Thresholds thresholds) {
        return estimate == 0 || estimate == 1
                ? Verdict.ofCount(estimate, n, target, thresholds)
                : Verdict.of(estimate, se, df, target, thresholds);
    }
}
