package org.suzhi.analysis.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.microdata.CategoryColumn;

/**
 * Nonresponse adjustment by response propensities \(\hat p_i\), the fitted chance of an eligible person to answer: respondents
 * get the factor \(1/\hat p_i\) and nonrespondents 0; or people are put into classes between quantiles of \(\hat p\), within
 * which weight is moved (Little 1986).
 *
 * <ul>
 *   <li>With \(1/\hat p\) the sum of the weights stays only nearly; with classes it stays class by class.
 *   <li>A nonrespondent for whom the fitted chance is 0 has nobody like him among respondents: refused.
 *   <li>Replicates keep the sample's propensities and classes; within classes the factors are their own.
 * </ul>
 *
 * <p>R: {@code w / fitted(svyglm(responded ~ x, family = quasibinomial))}.
 */
public final class Propensity {
    /** A fitted chance that is nobody's. */
    private static final double NONE = 1e-9;
    /** Chances this near to a cut, relative to it, are at the cut: rounding must not part equals. */
    private static final double SAME = 1e-10;

    private final SurveyDesign design;
    private final boolean[] respondents;
    private final boolean[] nonrespondents;

    private Propensity(SurveyDesign design, boolean[] respondents, boolean[] nonrespondents) {
        this.design = design;
        this.respondents = respondents;
        this.nonrespondents = nonrespondents;
    }

    /** Of the eligible rows of a design; refuses rows whose eligibility is not known. */
    public static Propensity of(SurveyDesign design, String status) {
        Dispositions rows = Dispositions.resolved(design, status);
        return new Propensity(design, rows.any(Disposition.R), rows.any(Disposition.N));
    }

    /** The rows whose chance to answer is modelled: respondents and eligible nonrespondents. */
    public BitSet eligible() {
        BitSet eligible = new BitSet(respondents.length);
        for (int i = 0; i < respondents.length; i++) {
            eligible.set(i, respondents[i] || nonrespondents[i]);
        }
        return eligible;
    }

    /** 1 for respondents, 0 for the others. */
    public double[] responded() {
        double[] responded = new double[respondents.length];
        for (int i = 0; i < responded.length; i++) {
            responded[i] = respondents[i] ? 1 : 0;
        }
        return responded;
    }

    /**
     * Respondents' weights over their chance to answer.
     *
     * @param chances by row; used for eligible rows
     */
    public SurveyDesign inverse(double[] chances) {
        double[] factors = new double[chances.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = respondents[i] ? 1 / chances[i] : nonrespondents[i] ? 0 : 1;
        }
        return design.multiplied(factors);
    }

    /** Refuses eligible rows without a fitted chance, and chances of 0. */
    public void check(double[] chances, String formula) {
        BitSet eligible = eligible();
        for (int i = eligible.nextSetBit(0); i >= 0; i = eligible.nextSetBit(i + 1)) {
            if (Double.isNaN(chances[i])) {
                throw new AnalysisProblem("propensity_missing", formula, i + 1);
            }
            if (chances[i] < NONE) {
                throw new AnalysisProblem("propensity_zero", formula, i + 1);
            }
        }
    }

    /**
     * The cuts between classes of about equally many eligible rows: quantiles of the chances, by linear interpolation between
     * order statistics (R's type 7).
     */
    public double[] cuts(double[] chances, int classes) {
        double[] sorted =
                eligible().stream().mapToDouble(i -> chances[i]).sorted().toArray();
        return IntStream.range(1, classes)
                .mapToDouble(k -> WeightLimit.quantile(sorted, (double) k / classes))
                .toArray();
    }

    /** Weight moved within classes between cuts; a chance at a cut is below it. */
    public ClassAdjustment classes(double[] chances, double[] cuts, CollapseRule rule) {
        int[] codes = new int[chances.length];
        Arrays.fill(codes, -1);
        BitSet eligible = eligible();
        for (int i = eligible.nextSetBit(0); i >= 0; i = eligible.nextSetBit(i + 1)) {
            int k = 0;
            while (k < cuts.length && chances[i] > cuts[k] * (1 + SAME)) {
                k++;
            }
            codes[i] = k;
        }
        List<String> names = new ArrayList<>();
        for (int k = 1; k <= cuts.length + 1; k++) {
            names.add(String.valueOf(k));
        }
        WeightingCells cells = new WeightingCells(List.of("propensity"), List.of(CategoryColumn.copyOf(names, codes)));
        return ClassAdjustment.adjust("nonresponse", design, respondents, nonrespondents, cells, rule);
    }
}
