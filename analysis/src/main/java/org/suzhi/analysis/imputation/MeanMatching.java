package org.suzhi.analysis.imputation;

import java.util.BitSet;
import java.util.Map;
import org.apache.commons.math3.random.RandomGenerator;
import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.microdata.Extract;

/**
 * Predictive mean matching: a linear regression of the variable on the predictors, its coefficients drawn anew for those without an
 * answer; each gets the answer of one of the {@code donors} respondents whose fitted value is nearest to his prediction, and of
 * all who are as near as the last of these. Where variables predict each other they begin with a random answer and are gone through
 * several times.
 *
 * <p>Source: Little (1988), Missing-data adjustments in large surveys, Journal of Business and Economic Statistics 6, 287-296; van
 * Buuren (2018), Flexible Imputation of Missing Data, algorithm 3.3 (type 1 matching). R {@code mice::mice.impute.pmm}.
 */
final class MeanMatching {
    private final Imputation imputation;
    private final Extract extract;
    private final Classes classes;
    private final RandomGenerator random;

    MeanMatching(Imputation imputation, Extract extract, Classes classes, RandomGenerator random) {
        this.imputation = imputation;
        this.extract = extract;
        this.classes = classes;
        this.random = random;
    }

    void fill(Map<String, ImputedVariable> filling) {
        boolean chained = imputation.predictors().stream()
                .anyMatch(
                        p -> filling.containsKey(p) && !filling.get(p).wanted().isEmpty() && (filling.size() > 1));
        if (chained) {
            filling.values().forEach(this::start);
        }
        for (int round = 0; round < (chained ? imputation.iterations() : 1); round++) {
            filling.values().forEach(variable -> fill(variable, filling));
        }
    }

    /** A random answer of the same class. */
    private void start(ImputedVariable variable) {
        classes.rows().forEach((name, rows) -> {
            BitSet wanted = and(rows, variable.wanted());
            int[] donors = and(rows, variable.observed()).stream().toArray();
            if (!wanted.isEmpty() && donors.length == 0) {
                throw new AnalysisRefusal("impute_no_donor", variable.name(), name, wanted.nextSetBit(0) + 1);
            }
            wanted.stream().forEach(row -> variable.fill(row, donors[random.nextInt(donors.length)]));
        });
    }

    private void fill(ImputedVariable variable, Map<String, ImputedVariable> filling) {
        classes.rows().forEach((name, rows) -> {
            BitSet wanted = and(rows, variable.wanted());
            if (!wanted.isEmpty()) {
                int[] observed = and(rows, variable.observed()).stream().toArray();
                Predictors predictors = Predictors.of(imputation.predictors(), variable.name(), extract, filling);
                if (observed.length <= predictors.size() + 1) {
                    throw new AnalysisRefusal(
                            "impute_too_few", variable.name(), name, observed.length, predictors.size() + 2);
                }
                match(variable, predictors, observed, wanted.stream().toArray());
            }
        });
    }

    private void match(ImputedVariable variable, Predictors predictors, int[] observed, int[] wanted) {
        double[] y = new double[observed.length];
        double[][] x = new double[observed.length][];
        for (int i = 0; i < y.length; i++) {
            y[i] = variable.value(observed[i]);
            x[i] = predictors.row(observed[i]);
        }
        DrawnRegression regression = DrawnRegression.of(x, y, random);
        double[] fitted = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            fitted[i] = regression.fitted(x[i]);
        }
        Donors donors = new Donors(observed, fitted, imputation.donors());
        int[] chosen = new int[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            chosen[i] = donors.near(regression.drawn(predictors.row(wanted[i])), random);
        }
        for (int i = 0; i < wanted.length; i++) {
            variable.fill(wanted[i], chosen[i]);
        }
    }

    private static BitSet and(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        return both;
    }
}
