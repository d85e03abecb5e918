package org.suzhi.analysis.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.AnalysisRefusal;

/** Creates replicate weights from the first-stage strata and PSUs of a design. */
public final class ReplicateBuilder {
    private final SurveyDesign design;
    private final Stage first;
    private final boolean mse;
    private final int[] begin;

    public ReplicateBuilder(SurveyDesign design, boolean mse) {
        this.design = design;
        this.mse = mse;
        this.first = design.stages().get(0);
        begin = new int[first.strata() + 1];
        for (int u = 0; u < first.units(); u++) {
            begin[first.stratumOfUnit(u) + 1]++;
        }
        for (int h = 0; h < first.strata(); h++) {
            begin[h + 1] += begin[h];
        }
    }

    /** Delete-one jackknife of an unstratified design: factor n/(n − 1), scale (1 − f)(n − 1)/n. */
    public SurveyDesign jk1() {
        if (first.strata() > 1) {
            throw new AnalysisProblem("jk1_stratified", first.strata());
        }
        int n = first.units();
        List<double[]> factors = new ArrayList<>();
        for (int u = 0; u < n; u++) {
            factors.add(without(u, 0, n));
        }
        double[] rscales = new double[n];
        Arrays.fill(rscales, 1);
        return with((1 - first.fraction(0)) * (n - 1) / n, rscales, factors);
    }

    /**
     * Stratified delete-one jackknife: one replicate for every PSU, factor n/(n − 1) for the others of its stratum, rscale (1 −
     * f)(n − 1)/n. Strata taken completely get no replicate. A lonely PSU follows the design's option: {@code adjust} drops the
     * stratum against the others, {@code average} scales the rest up, {@code remove} and {@code certainty} add nothing.
     */
    public SurveyDesign jkn() {
        int strata = first.strata();
        if (strata == 1) {
            throw new AnalysisProblem("jkn_unstratified");
        }
        List<double[]> factors = new ArrayList<>();
        List<Double> rscales = new ArrayList<>();
        boolean lonely = false;
        for (int h = 0; h < strata; h++) {
            int n = first.sampled(h);
            double left = 1 - first.fraction(begin[h]);
            if (first.census(h)) {
                continue;
            }
            if (n == 1) {
                lonely = true;
                if (design.lonelyPsu() == LonelyPsu.FAIL) {
                    throw new AnalysisRefusal("lonely_psu", design.stratumName(first, h), 1);
                }
                if (design.lonelyPsu() == LonelyPsu.ADJUST) {
                    double[] factor = new double[first.units()];
                    Arrays.fill(factor, strata / (strata - 1.0));
                    factor[begin[h]] = 0;
                    factors.add(factor);
                    rscales.add((strata - 1.0) / strata);
                }
                continue;
            }
            for (int u = begin[h]; u < begin[h + 1]; u++) {
                factors.add(without(u, begin[h], begin[h + 1]));
                rscales.add(left * (n - 1) / n);
            }
        }
        if (factors.isEmpty()) {
            throw new AnalysisProblem("jackknife_census");
        }
        double scale = lonely && design.lonelyPsu() == LonelyPsu.AVERAGE ? (double) first.units() / factors.size() : 1;
        return with(scale, rscales.stream().mapToDouble(Double::doubleValue).toArray(), factors);
    }

    private double[] without(int unit, int from, int to) {
        double[] factor = new double[first.units()];
        Arrays.fill(factor, 1);
        double n = to - from;
        for (int u = from; u < to; u++) {
            factor[u] = u == unit ? 0 : n / (n - 1);
        }
        return factor;
    }

    /**
     * Balanced repeated replication of two PSUs a stratum over the rows of a Hadamard matrix: factors 2 − ρ and ρ; ρ = 0 is
     * BRR, above it Fay's method. Scale 1/(R(1 − ρ)²) (McCarthy 1966; Judkins 1990).
     */
    public SurveyDesign balanced(double rho) {
        if (!(rho >= 0 && rho < 1)) {
            throw new AnalysisProblem("fay_rho", rho);
        }
        for (int h = 0; h < first.strata(); h++) {
            if (first.sampled(h) != 2) {
                throw new AnalysisRefusal("brr_two_psus", design.stratumName(first, h), first.sampled(h));
            }
        }
        Hadamard hadamard = Hadamard.ofOrderAbove(first.strata());
        int count = hadamard.order();
        List<double[]> factors = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            double[] factor = new double[first.units()];
            for (int h = 0; h < first.strata(); h++) {
                boolean firstHalf = hadamard.positive(h + 1, r);
                factor[begin[h]] = firstHalf ? 2 - rho : rho;
                factor[begin[h] + 1] = firstHalf ? rho : 2 - rho;
            }
            factors.add(factor);
        }
        double[] rscales = new double[count];
        Arrays.fill(rscales, 1);
        return with(1 / (count * (1 - rho) * (1 - rho)), rscales, factors);
    }

    /**
     * Rao and Wu's rescaling bootstrap with n − 1 PSUs drawn from each stratum: factor n/(n − 1) times the number of draws,
     * scale 1/(R − 1) (Rao, Wu and Yue 1992). Every replicate has its own random stream, so the result depends on the seed
     * alone.
     */
    public SurveyDesign bootstrap(int count, long seed) {
        if (count < 2) {
            throw new AnalysisProblem("bootstrap_count", count);
        }
        for (int h = 0; h < first.strata(); h++) {
            boolean lonely = first.sampled(h) == 1 && !first.census(h);
            if (lonely && design.lonelyPsu() == LonelyPsu.FAIL) {
                throw new AnalysisRefusal("lonely_psu", design.stratumName(first, h), 1);
            }
            if (lonely && (design.lonelyPsu() == LonelyPsu.ADJUST || design.lonelyPsu() == LonelyPsu.AVERAGE)) {
                throw new AnalysisProblem("bootstrap_lonely_psu", design.stratumName(first, h));
            }
        }
        double[][] factors = new double[count][];
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int r = 0; r < count; r++) {
            factors[r] = draw(new SplittableRandom(seeds.nextLong()));
        }
        double[] rscales = new double[count];
        Arrays.fill(rscales, 1);
        return with(1.0 / (count - 1), rscales, List.of(factors));
    }

    private double[] draw(SplittableRandom random) {
        double[] factor = new double[first.units()];
        for (int h = 0; h < first.strata(); h++) {
            int n = first.sampled(h);
            if (n == 1) {
                factor[begin[h]] = 1;
                continue;
            }
            for (int k = 0; k < n - 1; k++) {
                factor[begin[h] + random.nextInt(n)] += n / (n - 1.0);
            }
        }
        return factor;
    }

    /**
     * Successive difference replication over PSUs in file order: factor \(1 + 2^{-3/2}(a_{i} - a_{i+1})\) with rows of a
     * Hadamard matrix, the last followed by the first; scale 4/R (Fay and Train 1995).
     */
    public SurveyDesign successiveDifferences() {
        int units = first.units();
        int[] order = fileOrder();
        Hadamard hadamard = Hadamard.ofOrderAbove(units);
        int count = hadamard.order();
        List<double[]> factors = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            double[] factor = new double[units];
            for (int i = 0; i < units; i++) {
                int here = hadamard.positive(i + 1, r) ? 1 : -1;
                int next = hadamard.positive((i + 1) % units + 1, r) ? 1 : -1;
                factor[order[i]] = 1 + Math.pow(2, -1.5) * (here - next);
            }
            factors.add(factor);
        }
        double[] rscales = new double[count];
        Arrays.fill(rscales, 1);
        return with(4.0 / count, rscales, factors);
    }

    private int[] fileOrder() {
        int[] order = new int[first.units()];
        boolean[] seen = new boolean[order.length];
        int n = 0;
        for (int i = 0; i < design.rows(); i++) {
            int u = first.unitOfRow(i);
            if (!seen[u]) {
                seen[u] = true;
                order[n++] = u;
            }
        }
        return order;
    }

    private SurveyDesign with(double scale, double[] rscales, List<double[]> factors) {
        return design.with(Replicates.ofUnits(scale, rscales, mse, factors, design));
    }
}
