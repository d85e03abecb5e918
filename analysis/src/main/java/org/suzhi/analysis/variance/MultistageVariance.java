package org.suzhi.analysis.variance;

import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.analysis.design.LonelyPsu;
import org.suzhi.analysis.design.Stage;
import org.suzhi.analysis.design.SurveyDesign;

/**
 * Covariance of two weighted totals in a stratified multistage design:
 * \[ \sum_s \sum_h F_s (1 - f_{h}) \frac{n_h}{n_h - 1} \sum_u (a_u - \bar a_h)(b_u - \bar b_h) \]
 * over stages s, strata h of the stage and their units u, with \(F_s\) the product of the sampling fractions of the stages
 * before. Units of a stratum that are not listed count with 0. Strata of one unit follow the design's {@link LonelyPsu}
 * option at every stage; the average of others is taken within a parent (Särndal, Swensson and Wretman 1992, 4.3; R survey's svyrecvar).
 */
final class MultistageVariance {
    private final SurveyDesign design;

    MultistageVariance(SurveyDesign design) {
        this.design = design;
    }

    /** Covariance; both arguments list the same units. */
    double covariance(UnitInfluence a, UnitInfluence b) {
        double sum = 0;
        for (Stage stage : design.stages()) {
            sum += a == b ? stage(stage, upTo(stage, a), null) : stage(stage, upTo(stage, a), upTo(stage, b));
        }
        return sum;
    }

    /** Totals by unit of a stage. */
    private UnitInfluence upTo(Stage stage, UnitInfluence fine) {
        Stage finest = design.finest();
        if (stage == finest) {
            return fine;
        }
        int[] parentUnit = design.unitsOf(stage);
        int[] units = new int[fine.size()];
        double[] values = new double[fine.size()];
        int m = -1;
        for (int i = 0; i < fine.size(); i++) {
            int u = parentUnit[fine.unit(i)];
            if (m < 0 || units[m] != u) {
                units[++m] = u;
            }
            values[m] += fine.value(i);
        }
        return new UnitInfluence(java.util.Arrays.copyOf(units, m + 1), java.util.Arrays.copyOf(values, m + 1));
    }

    private double stage(Stage stage, UnitInfluence a, @org.jspecify.annotations.Nullable UnitInfluence other) {
        UnitInfluence b = other == null ? a : other;
        boolean adjust = design.lonelyPsu() == LonelyPsu.ADJUST;
        double centreA = adjust ? mean(stage, a, 0, a.size()) : 0;
        double centreB = adjust ? mean(stage, b, 0, b.size()) : 0;
        double sum = 0;
        int i = 0;
        while (i < a.size()) {
            int parent = stage.parentOfStratum(stage.stratumOfUnit(a.unit(i)));
            int end = i;
            while (end < a.size() && stage.parentOfStratum(stage.stratumOfUnit(a.unit(end))) == parent) {
                end++;
            }
            sum += parent(stage, a, b, i, end, centreA, centreB);
            i = end;
        }
        return sum;
    }

    /** The strata within one parent: units from..to−1. */
    private double parent(
            Stage stage, UnitInfluence a, UnitInfluence b, int from, int to, double centreA, double centreB) {
        double sum = 0;
        int strata = 0;
        int usable = 0;
        int i = from;
        while (i < to) {
            int h = stage.stratumOfUnit(a.unit(i));
            int end = i;
            while (end < to && stage.stratumOfUnit(a.unit(end)) == h) {
                end++;
            }
            strata++;
            double v = stratum(stage, h, a, b, i, end, centreA, centreB);
            if (!Double.isNaN(v)) {
                usable++;
                sum += v;
            }
            i = end;
        }
        return usable == strata ? sum : usable == 0 ? Double.NaN : sum * strata / usable;
    }

    /** NaN when the stratum is to be replaced by the average of the others. */
    private double stratum(
            Stage stage, int h, UnitInfluence a, UnitInfluence b, int from, int to, double centreA, double centreB) {
        if (stage.census(h)) {
            return 0;
        }
        int n = stage.sampled(h);
        int present = to - from;
        boolean alone = present == 1 && n > 1 && design.adjustLonelyInDomains();
        if (n == 1) {
            if (design.lonelyPsu() == LonelyPsu.FAIL) {
                throw new AnalysisRefusal("lonely_psu", design.stratumName(stage, h), stage.number());
            }
            if (design.lonelyPsu() == LonelyPsu.AVERAGE) {
                return Double.NaN;
            }
        }
        if (alone && design.lonelyPsu() == LonelyPsu.AVERAGE) {
            return Double.NaN;
        }
        double meanA = 0;
        double meanB = 0;
        for (int i = from; i < to; i++) {
            meanA += a.value(i);
            meanB += b.value(i);
        }
        meanA /= n;
        meanB /= n;
        if (design.lonelyPsu() == LonelyPsu.ADJUST && (n == 1 || alone)) {
            meanA = centreA;
            meanB = centreB;
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += stage.scale(a.unit(i)) * (a.value(i) - meanA) * (b.value(i) - meanB);
        }
        return sum + (n - present) * stage.scale(a.unit(from)) * meanA * meanB;
    }

    /** The mean of all unit totals over the units sampled in the strata present. */
    private static double mean(Stage stage, UnitInfluence a, int from, int to) {
        double sum = 0;
        double units = 0;
        int last = -1;
        for (int i = from; i < to; i++) {
            int h = stage.stratumOfUnit(a.unit(i));
            if (h != last) {
                units += stage.sampled(h);
                last = h;
            }
            sum += a.value(i);
        }
        return sum / units;
    }
}
