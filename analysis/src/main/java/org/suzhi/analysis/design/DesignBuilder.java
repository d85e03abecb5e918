package org.suzhi.analysis.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.microdata.Column;
import org.suzhi.microdata.Extract;

/** Builds a design from columns of an extract and refuses what cannot be one. */
public final class DesignBuilder {
    private final Extract extract;
    private @Nullable String weights;
    private List<String> strata = List.of();
    private List<String> clusters = List.of();
    private List<String> fpc = List.of();
    private boolean nest;
    private boolean unequalProbabilities;
    private LonelyPsu lonelyPsu = LonelyPsu.FAIL;
    private boolean adjustLonelyInDomains;
    private int declaredPsus;

    private DesignBuilder(Extract extract) {
        this.extract = extract;
    }

    public static DesignBuilder of(Extract extract) {
        return new DesignBuilder(extract);
    }

    /** Column of design weights; without it the product over stages of N/n from the corrections. */
    public DesignBuilder weights(@Nullable String column) {
        this.weights = column;
        return this;
    }

    /** Stratum columns, one a stage. */
    public DesignBuilder strata(List<String> columns) {
        this.strata = columns;
        return this;
    }

    /** Cluster columns, one a stage; none when rows are the units. */
    public DesignBuilder clusters(List<String> columns) {
        this.clusters = columns;
        return this;
    }

    /** Population counts or sampling fractions, one a stage; none for sampling with replacement at stage 1. */
    public DesignBuilder fpc(List<String> columns) {
        this.fpc = columns;
        return this;
    }

    /** Whether cluster ids repeat between strata. */
    public DesignBuilder nest(boolean repeat) {
        this.nest = repeat;
        return this;
    }

    /** Whether {@code fpc} holds inclusion probabilities of a PPS sample without replacement. */
    public DesignBuilder unequalProbabilities(boolean pps) {
        this.unequalProbabilities = pps;
        return this;
    }

    /** Number of PSUs that were sampled, 0 when not declared: a file that holds fewer was filtered. */
    public DesignBuilder declaredPsus(int count) {
        this.declaredPsus = count;
        return this;
    }

    public DesignBuilder lonelyPsu(LonelyPsu option, boolean inDomains) {
        this.lonelyPsu = option;
        this.adjustLonelyInDomains = inDomains;
        return this;
    }

    /**
     * Builds the design.
     *
     * @throws AnalysisProblem when weights, ids or corrections contradict each other
     */
    public SurveyDesign build() {
        int n = extract.rows();
        if (weights == null && fpc.isEmpty()) {
            throw new AnalysisProblem("no_weights");
        }
        int count = Math.max(1, clusters.size());
        if (strata.size() > count) {
            throw new AnalysisProblem("strata_without_stage", strata.size(), count, strata.get(count));
        }
        if (fpc.size() > count) {
            throw new AnalysisProblem("fpc_without_stage", fpc.size(), count, fpc.get(count));
        }
        List<double[]> corrections = corrections();
        boolean fractions = fractions(corrections);
        List<Stage> stages = new ArrayList<>();
        double[] share = new double[n];
        Arrays.fill(share, 1);
        double[] implied = new double[n];
        Arrays.fill(implied, 1);
        int[] parents = new int[n];
        int parentCount = 1;
        boolean contributes = true;
        for (int s = 0; s < count; s++) {
            Keys stratumKeys = s < strata.size() ? keys(strata.get(s)) : Keys.single(n);
            Keys clusterKeys = clusters.isEmpty() ? Keys.rows(n) : keys(clusters.get(s));
            Keys.Nesting stratum = stratumKeys.within(parents, parentCount);
            if (s > 0 && s < strata.size() && stratumKeys.count() > 1 && stratum.parents().length == parentCount) {
                throw new AnalysisProblem("strata_constant_in_parent", strata.get(s), clusters.get(s - 1), s + 1);
            }
            Keys.Nesting unit = clusterKeys.within(stratum.ids(), stratum.parents().length);
            if (s == 0 && !nest && !clusters.isEmpty() && unit.parents().length > clusterKeys.count()) {
                throw notNested(stratum.ids(), clusterKeys);
            }
            Stage stage = stage(s, stratum, unit, corrections, fractions, share, implied);
            if (contributes) {
                stages.add(stage);
            }
            share = stage.shareOfRows(share);
            contributes &= !stage.replacement() && s + 1 < fpc.size();
            parents = unit.ids();
            parentCount = unit.parents().length;
        }
        if (declaredPsus > 0 && stages.get(0).units() != declaredPsus) {
            throw new AnalysisProblem("psus_not_as_declared", stages.get(0).units(), declaredPsus);
        }
        if (stages.get(0).units() == 1) {
            throw new AnalysisProblem("one_psu", clusters.isEmpty() ? "rows" : clusters.get(0));
        }
        return new SurveyDesign(
                extract,
                reciprocals(weights == null ? implied : positive(weights)),
                stages,
                strata,
                lonelyPsu,
                adjustLonelyInDomains,
                unequalProbabilities);
    }

    /** Weights as reciprocals of probabilities: ties of the weighted distribution then fall as they do in R. */
    private static double[] reciprocals(double[] weights) {
        double[] result = new double[weights.length];
        for (int i = 0; i < result.length; i++) {
            double probability = 1 / weights[i];
            result[i] = 1 / probability;
        }
        return result;
    }

    private Stage stage(
            int s,
            Keys.Nesting stratum,
            Keys.Nesting unit,
            List<double[]> corrections,
            boolean fractions,
            double[] share,
            double[] implied) {
        int[] unitOfRow = unit.ids();
        int units = unit.parents().length;
        int strataCount = stratum.parents().length;
        int[] sampled = new int[strataCount];
        for (int h : unit.parents()) {
            sampled[h]++;
        }
        int[] example = new int[strataCount];
        int[] unitRow = new int[units];
        Arrays.fill(example, -1);
        Arrays.fill(unitRow, -1);
        for (int i = 0; i < unitOfRow.length; i++) {
            int u = unitOfRow[i];
            unitRow[u] = unitRow[u] < 0 ? i : unitRow[u];
            int h = unit.parents()[u];
            example[h] = example[h] < 0 ? i : example[h];
        }
        double[] fraction = new double[units];
        double[] unitShare = new double[units];
        double[] column = s < corrections.size() ? corrections.get(s) : new double[0];
        for (int u = 0; u < units; u++) {
            unitShare[u] = share[unitRow[u]];
            if (column.length > 0) {
                double value = column[unitRow[u]];
                fraction[u] = fractions ? value : sampled[unit.parents()[u]] / value;
            }
        }
        if (column.length > 0) {
            check(s, unit, column, fraction, unitRow, example, sampled, fractions);
            for (int i = 0; i < unitOfRow.length; i++) {
                implied[i] /= fraction[unitOfRow[i]];
            }
        }
        return new Stage(s + 1, unitOfRow, unit.parents(), stratum.parents(), fraction, unitShare, example);
    }

    private void check(
            int s,
            Keys.Nesting unit,
            double[] column,
            double[] fraction,
            int[] unitRow,
            int[] example,
            int[] sampled,
            boolean fractions) {
        String name = fpc.get(s);
        for (int u = 0; u < fraction.length; u++) {
            int h = unit.parents()[u];
            double value = column[unitRow[u]];
            if (fraction[u] > 1 + 1e-12) {
                throw new AnalysisProblem("fpc_over_100_percent", name, unitRow[u] + 1, value, sampled[h], s + 1);
            }
            if (!unequalProbabilities && value != column[example[h]]) {
                throw new AnalysisProblem(
                        "fpc_varies", name, unitRow[u] + 1, value, column[example[h]], example[h] + 1, s + 1);
            }
        }
        int[] unitOfRow = unit.ids();
        for (int i = 0; i < unitOfRow.length; i++) {
            double first = column[unitRow[unitOfRow[i]]];
            if (column[i] != first) {
                throw new AnalysisProblem(
                        "fpc_varies", name, i + 1, column[i], first, unitRow[unitOfRow[i]] + 1, s + 1);
            }
        }
        if (!fractions && unequalProbabilities) {
            throw new AnalysisProblem("pps_needs_probabilities", name, column[0]);
        }
    }

    private List<double[]> corrections() {
        List<double[]> corrections = new ArrayList<>();
        for (String name : fpc) {
            corrections.add(positive(name));
        }
        return corrections;
    }

    private boolean fractions(List<double[]> corrections) {
        int above = -1;
        int below = -1;
        int aboveColumn = -1;
        int belowColumn = -1;
        for (int s = 0; s < corrections.size(); s++) {
            double[] column = corrections.get(s);
            for (int i = 0; i < column.length; i++) {
                if (column[i] > 1 && above < 0) {
                    above = i;
                    aboveColumn = s;
                }
                if (column[i] < 1 && below < 0) {
                    below = i;
                    belowColumn = s;
                }
            }
        }
        if (above >= 0 && below >= 0) {
            throw new AnalysisProblem(
                    "fpc_mixed",
                    fpc.get(aboveColumn),
                    above + 1,
                    corrections.get(aboveColumn)[above],
                    fpc.get(belowColumn),
                    below + 1,
                    corrections.get(belowColumn)[below]);
        }
        return above < 0;
    }

    private AnalysisProblem notNested(int[] stratumOfRow, Keys clusterKeys) {
        int[] firstRow = new int[clusterKeys.count()];
        Arrays.fill(firstRow, -1);
        for (int i = 0; i < stratumOfRow.length; i++) {
            int c = clusterKeys.of(i);
            if (firstRow[c] < 0) {
                firstRow[c] = i;
            } else if (stratumOfRow[firstRow[c]] != stratumOfRow[i]) {
                Column ids = extract.column(clusters.get(0));
                Column labels = extract.column(strata.get(0));
                return new AnalysisProblem(
                        "clusters_not_nested",
                        clusters.get(0),
                        ids.text(i),
                        strata.get(0),
                        labels.text(firstRow[c]),
                        labels.text(i),
                        i + 1);
            }
        }
        throw new IllegalStateException("clusters are nested");
    }

    private Keys keys(String name) {
        Column column = extract.column(name);
        for (int i = 0; i < column.size(); i++) {
            if (column.isMissing(i)) {
                throw new AnalysisProblem("design_missing", name, i + 1);
            }
        }
        return Keys.of(column);
    }

    private double[] positive(String name) {
        double[] values = Numbers.of(extract, name);
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                throw new AnalysisProblem("design_missing", name, i + 1);
            }
            if (!(values[i] > 0) || Double.isInfinite(values[i])) {
                throw new AnalysisProblem("not_positive", name, i + 1, values[i]);
            }
        }
        return values;
    }
}
