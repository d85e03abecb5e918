package org.suzhi.analysis.estimate;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a proportion is fit to publish, by the presentation standard of the U.S. National Center for Health Statistics
 * (Parker et al. 2017, Vital and Health Statistics 2(175)), on the Korn-Graubard 95 % interval.
 *
 * @param code what to do
 * @param reasons why, as stable codes, empty when it can be shown
 */
public record Presentation(Code code, List<Reason> reasons) {
    /** What to do with an estimate. */
    public enum Code {
        PRESENT,
        REVIEW,
        SUPPRESS
    }

    /** Why an estimate is not simply shown. */
    public enum Reason {
        /** Fewer than 30 rows. */
        SAMPLE_SIZE,
        /** Effective sample size below 30. */
        EFFECTIVE_SAMPLE_SIZE,
        /** Interval at least 30 points wide. */
        ABSOLUTE_WIDTH,
        /** Interval wider than 5 points and than 130 % of the proportion. */
        RELATIVE_WIDTH,
        /** The same of the complement, 1 − p: the proportion stands, but who turns it around must be warned. */
        COMPLEMENT,
        /** Fewer than 8 degrees of freedom. */
        DEGREES_OF_FREEDOM,
        /** No row, or every row, has the property. */
        ZERO_EVENTS
    }

    public Presentation {
        reasons = List.copyOf(reasons);
    }

    /** Effective sample size p(1 − p)/V of the standard, at most the rows; NaN for 0 and 1, which have no variance. */
    public static double effectiveRows(IntervalMethod.Proportion p) {
        double x = p.estimate();
        return x == 0 || x == 1 ? Double.NaN : Math.min(p.rows(), x * (1 - x) / p.variance());
    }

    /**
     * Applies the standard.
     *
     * @param p the proportion with rows and degrees of freedom of its domain
     */
    public static Presentation of(IntervalMethod.Proportion p) {
        List<Reason> reasons = new ArrayList<>();
        double x = p.estimate();
        int n = p.rows();
        boolean complement = false;
        if (n < 30) {
            reasons.add(Reason.SAMPLE_SIZE);
        }
        if (x == 0 || x == 1) {
            reasons.add(Reason.ZERO_EVENTS);
        } else {
            if (effectiveRows(p) < 30 && n >= 30) {
                reasons.add(Reason.EFFECTIVE_SAMPLE_SIZE);
            }
            Interval interval = IntervalMethod.BETA.of(new IntervalMethod.Proportion(
                    x, Math.max(p.variance(), x * (1 - x) / n), p.df(), n, p.domainDf(), 0.95));
            double width = interval.upper() - interval.lower();
            if (width >= 0.30) {
                reasons.add(Reason.ABSOLUTE_WIDTH);
            } else if (width > 0.05 && width > 1.3 * x) {
                reasons.add(Reason.RELATIVE_WIDTH);
            }
            complement = width > 0.05 && width > 1.3 * (1 - x);
        }
        boolean suppress = !reasons.isEmpty() && !reasons.equals(List.of(Reason.ZERO_EVENTS));
        if (!suppress && complement) {
            reasons.add(Reason.COMPLEMENT);
        }
        if (p.domainDf() < 8) {
            reasons.add(Reason.DEGREES_OF_FREEDOM);
        }
        return new Presentation(suppress ? Code.SUPPRESS : reasons.isEmpty() ? Code.PRESENT : Code.REVIEW, reasons);
    }
}
