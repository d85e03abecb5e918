package org.suzhi.analysis.weighting;

import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.SurveyDesign;

/**
 * Trimming of weights: weights outside the limits are set to the nearer limit once, and what was cut is spread in equal parts
 * over the weights inside. With {@code strict} this is repeated until none is outside. Replicates are trimmed
 * alike; weights of 0 stay 0.
 */
public final class Trimming {
    private final double lower;
    private final double upper;
    private final boolean strict;
    private final boolean redistribute;

    public Trimming(double lower, double upper, boolean strict) {
        this(lower, upper, strict, true);
    }

    /** @param redistribute whether what is cut is spread over the others; else the sum of the weights falls by it */
    public Trimming(double lower, double upper, boolean strict, boolean redistribute) {
        if (!(lower < upper)) {
            throw new AnalysisProblem("trim_limits", lower, upper);
        }
        this.lower = lower;
        this.upper = upper;
        this.strict = strict;
        this.redistribute = redistribute;
    }

    public SurveyDesign trim(SurveyDesign design) {
        double[] after = design.weights();
        apply(after);
        return design.reweighted(after, null, (r, weights) -> apply(weights));
    }

    private void apply(double[] weights) {
        if (!redistribute) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = weights[i] == 0 ? 0 : Math.max(lower, Math.min(upper, weights[i]));
            }
            return;
        }
        int repeats = strict ? 1000 : 1;
        for (int k = 0; k < repeats; k++) {
            if (!once(weights)) {
                return;
            }
        }
        if (strict) {
            throw new AnalysisProblem("trim_limits_not_met", lower, upper);
        }
    }

    private boolean once(double[] weights) {
        double cut = 0;
        int inside = 0;
        int taking = 0;
        for (double w : weights) {
            if (w == 0) {
                continue;
            }
            taking++;
            if (w < lower || w > upper) {
                cut += w - (w < lower ? lower : upper);
            } else {
                inside++;
            }
        }
        if (cut == 0 && inside == taking) {
            return false;
        }
        if (inside == 0) {
            throw new AnalysisProblem("trim_leaves_none", lower, upper);
        }
        double share = cut / inside;
        for (int i = 0; i < weights.length; i++) {
            double w = weights[i];
            weights[i] = w == 0 ? 0 : w < lower ? lower : w > upper ? upper : w + share;
        }
        return true;
    }
}
