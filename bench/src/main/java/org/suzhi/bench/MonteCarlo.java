package org.suzhi.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.EstimateRow;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.analysis.weighting.Margin;
import org.suzhi.microdata.Extract;

/**
 * How often intervals cover the truth: repeated stratified two-stage samples, with nonresponse that depends on education, from
 * one synthetic population with a known rate; raked and analysed as a wave is. Prints for the county and for domains the bias
 * of the rate, the ratio of the mean standard error to the true one, and the coverage of 95 % intervals. Arguments: {@code
 * [SAMPLES] [SEED]}.
 */
public final class MonteCarlo {
    private static final int STRATA = 8;
    private static final int VILLAGES = 40;
    private static final int ADULTS = 300;
    private static final int SAMPLED_VILLAGES = 8;
    private static final int SAMPLED_ADULTS = 32;
    private static final int SIZE = STRATA * VILLAGES * ADULTS;
    private static final List<String> EDUCATION = List.of("primary", "junior", "senior", "college", "bachelor");
    private static final List<String> TOWNS = List.of("t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8");
    private static final List<String> METHODS = List.of("wald", "logit", "beta", "wilson");

    private final int[] education = new int[SIZE];
    private final int[] sex = new int[SIZE];
    private final boolean[] literate = new boolean[SIZE];

    private MonteCarlo(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int village = 0; village < STRATA * VILLAGES; village++) {
            double effect = 0.5 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
            for (int i = village * ADULTS; i < (village + 1) * ADULTS; i++) {
                education[i] = Math.min(4, (int) (5 * Math.pow(random.nextDouble(), 1.8)));
                sex[i] = random.nextInt(2);
                double eta = -3.3 + 0.8 * education[i] + 0.15 * sex[i] + effect;
                literate[i] = random.nextDouble() < 1 / (1 + Math.exp(-eta));
            }
        }
    }

    public static void main(String[] args) {
        int samples = args.length > 0 ? Integer.parseInt(args[0]) : 2000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        new MonteCarlo(seed).run(samples, seed);
    }

    /** One domain's truth and what the samples said about it. */
    private static final class Tally {
        private final double truth;
        private final double[] estimates;
        private final double[] errors;
        private final int[] covered = new int[METHODS.size()];
        private double rows;

        Tally(double truth, int samples) {
            this.truth = truth;
            estimates = new double[samples];
            errors = new double[samples];
        }
    }

    private void run(int samples, long seed) {
        Tally[] tallies = new Tally[1 + EDUCATION.size() + TOWNS.size()];
        for (int d = 0; d < tallies.length; d++) {
            tallies[d] = new Tally(truth(d), samples);
        }
        Specification specification = specification();
        IntStream.range(0, samples)
                .parallel()
                .forEach(s -> record(tallies, s, Analysis.run(specification, draw(seed * 1_000_003L + s))));
        System.out.printf(
                Locale.ROOT,
                "%-10s %7s %7s %9s %9s %8s %s%n",
                "domain",
                "n",
                "truth",
                "bias",
                "se ratio",
                "true se",
                "coverage " + METHODS);
        for (int d = 0; d < tallies.length; d++) {
            print(d == 0 ? "county" : d <= 5 ? EDUCATION.get(d - 1) : TOWNS.get(d - 6), tallies[d], samples);
        }
    }

    private double truth(int domain) {
        double in = 0;
        double yes = 0;
        for (int i = 0; i < SIZE; i++) {
            if (domain == 0 || (domain <= 5 ? education[i] == domain - 1 : stratum(i) == domain - 6)) {
                in++;
                yes += literate[i] ? 1 : 0;
            }
        }
        return yes / in;
    }

    private static int stratum(int person) {
        return person / (VILLAGES * ADULTS);
    }

    private Specification specification() {
        double[] byEducation = new double[5];
        double[] bySex = new double[2];
        for (int i = 0; i < SIZE; i++) {
            byEducation[education[i]]++;
            bySex[sex[i]]++;
        }
        Map<String, Double> totals = new java.util.LinkedHashMap<>();
        for (int l = 0; l < 5; l++) {
            totals.put(EDUCATION.get(l), byEducation[l]);
        }
        Map<String, Double> towns = new java.util.LinkedHashMap<>();
        TOWNS.forEach(t -> towns.put(t, (double) VILLAGES * ADULTS));
        var builder = Specification.builder("monte-carlo")
                .weights("w")
                .strata("town")
                .clusters("village")
                .rake(List.of(
                        Margin.of("education", totals),
                        Margin.of("sex", Map.of("m", bySex[0], "f", bySex[1])),
                        Margin.of("town", towns)));
        for (String method : METHODS) {
            for (String by : List.of("", "education", "town")) {
                builder.estimate(
                        method + by,
                        Map.of(
                                "statistic",
                                "proportion",
                                "variable",
                                "literate",
                                "level",
                                1,
                                "by",
                                by.isEmpty() ? List.of() : List.of(by),
                                "ci",
                                Map.of("method", method, "df", "domain")));
            }
        }
        return builder.build();
    }

    private Extract draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int most = STRATA * SAMPLED_VILLAGES * SAMPLED_ADULTS;
        int[] rows = new int[most];
        double[] weights = new double[most];
        int n = 0;
        for (int h = 0; h < STRATA; h++) {
            for (int village : choose(random, VILLAGES, SAMPLED_VILLAGES)) {
                for (int adult : choose(random, ADULTS, SAMPLED_ADULTS)) {
                    int i = (h * VILLAGES + village) * ADULTS + adult;
                    if (random.nextDouble() < 0.45 + 0.1 * education[i]) {
                        rows[n] = i;
                        weights[n++] = (double) VILLAGES / SAMPLED_VILLAGES * ADULTS / SAMPLED_ADULTS;
                    }
                }
            }
        }
        int[] used = Arrays.copyOf(rows, n);
        return Extract.builder()
                .numeric("w", Arrays.copyOf(weights, n))
                .numeric(
                        "village",
                        Arrays.stream(used)
                                .map(i -> i / ADULTS)
                                .asDoubleStream()
                                .toArray())
                .numeric(
                        "literate",
                        Arrays.stream(used)
                                .mapToDouble(i -> literate[i] ? 1 : 0)
                                .toArray())
                .category(
                        "town",
                        TOWNS,
                        Arrays.stream(used).map(MonteCarlo::stratum).toArray())
                .category(
                        "education",
                        EDUCATION,
                        Arrays.stream(used).map(i -> education[i]).toArray())
                .category(
                        "sex",
                        List.of("m", "f"),
                        Arrays.stream(used).map(i -> sex[i]).toArray())
                .build();
    }

    private static int[] choose(SplittableRandom random, int from, int count) {
        int[] all = IntStream.range(0, from).toArray();
        for (int k = 0; k < count; k++) {
            int other = k + random.nextInt(from - k);
            int swap = all[k];
            all[k] = all[other];
            all[other] = swap;
        }
        return Arrays.copyOf(all, count);
    }

    private static synchronized void record(Tally[] tallies, int sample, AnalysisResult result) {
        for (int m = 0; m < METHODS.size(); m++) {
            String method = METHODS.get(m);
            one(tallies[0], sample, m, result.estimate(method).row());
            for (int l = 0; l < EDUCATION.size(); l++) {
                one(
                        tallies[1 + l],
                        sample,
                        m,
                        result.estimate(method + "education").rows().get(l));
            }
            for (int l = 0; l < TOWNS.size(); l++) {
                one(
                        tallies[6 + l],
                        sample,
                        m,
                        result.estimate(method + "town").rows().get(l));
            }
        }
    }

    private static void one(Tally tally, int sample, int method, EstimateRow row) {
        tally.estimates[sample] = row.estimate();
        tally.errors[sample] = row.se();
        tally.rows += row.n() / (double) METHODS.size();
        if (row.ciLower() <= tally.truth && tally.truth <= row.ciUpper()) {
            tally.covered[method]++;
        }
    }

    private static void print(String name, Tally tally, int samples) {
        double mean = Arrays.stream(tally.estimates).average().orElse(Double.NaN);
        double variance =
                Arrays.stream(tally.estimates).map(e -> (e - mean) * (e - mean)).sum() / (samples - 1);
        double error = Arrays.stream(tally.errors).average().orElse(Double.NaN);
        StringBuilder coverage = new StringBuilder();
        for (int c : tally.covered) {
            coverage.append(String.format(Locale.ROOT, "%7.3f", c / (double) samples));
        }
        System.out.printf(
                Locale.ROOT,
                "%-10s %7.0f %7.4f %+9.5f %9.3f %8.5f %s%n",
                name,
                tally.rows / samples,
                tally.truth,
                mean - tally.truth,
                error / Math.sqrt(variance),
                Math.sqrt(variance),
                coverage);
    }
}
