package org.suzhi.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.suzhi.analysis.weighting.Margin;
import org.suzhi.microdata.Extract;

/**
 * A synthetic national survey for benchmarks: 60 strata of 25 PSUs of 200 people (300,000 rows, 15 columns), 200 counties,
 * five margins. The same seed gives the same rows.
 */
final class BenchmarkSurvey {
    static final int STRATA = 60;
    static final int PSUS = 25;
    static final int PEOPLE = 200;
    private static final int ROWS = STRATA * PSUS * PEOPLE;

    private final SplittableRandom random;
    private final Map<String, double[]> numbers = new LinkedHashMap<>();
    private final Map<String, List<String>> levels = new LinkedHashMap<>();
    private final Map<String, int[]> codes = new LinkedHashMap<>();

    private BenchmarkSurvey(long seed) {
        random = new SplittableRandom(seed);
        double[] stratum = number("stratum");
        double[] psu = number("psu");
        double[] weight = number("w");
        int[] county = category("county", 200);
        int[] sex = category("sex", 2);
        int[] age = category("age", 5);
        int[] education = category("education", 5);
        int[] residence = category("residence", 2);
        int[] region = category("region", 4);
        int[] occupation = category("occupation", 6);
        int[] group = category("grp", 5);
        double[] score = number("score");
        double[] literate = number("literate");
        double[] hours = number("hours");
        double[] id = number("id");
        for (int h = 0, row = 0; h < STRATA; h++) {
            for (int p = 0; p < PSUS; p++) {
                double ofPsu = normal() * 0.4;
                double base = 1000 * Math.exp(0.3 * normal());
                for (int i = 0; i < PEOPLE; i++, row++) {
                    stratum[row] = h + 1;
                    psu[row] = h * PSUS + p + 1;
                    weight[row] = Math.rint(base * (0.8 + 0.4 * random.nextDouble()) * 1000) / 1000;
                    county[row] = (h * 200 / STRATA + random.nextInt(4)) % 200;
                    sex[row] = random.nextInt(2);
                    age[row] = random.nextInt(5);
                    education[row] = Math.min(4, (int) (5 * Math.pow(random.nextDouble(), 1.3)));
                    residence[row] = random.nextDouble() < 0.45 ? 0 : 1;
                    region[row] = h / 15;
                    occupation[row] = random.nextInt(6);
                    group[row] = random.nextInt(5);
                    double eta = -2.2 + 0.5 * education[row] - 0.1 * age[row] + 0.2 * residence[row] + ofPsu;
                    score[row] = Math.max(0, Math.min(100, Math.rint(45 + 9 * eta + 14 * normal())));
                    literate[row] = random.nextDouble() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
                    hours[row] = Math.rint(20 * random.nextDouble() * 100) / 100;
                    id[row] = row + 1;
                }
            }
        }
    }

    static BenchmarkSurvey of(long seed) {
        return new BenchmarkSurvey(seed);
    }

    private double normal() {
        return random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2;
    }

    private double[] number(String name) {
        double[] column = new double[ROWS];
        numbers.put(name, column);
        return column;
    }

    private int[] category(String name, int count) {
        List<String> names = new ArrayList<>();
        for (int l = 1; l <= count; l++) {
            names.add(name.substring(0, 1) + l);
        }
        levels.put(name, names);
        int[] column = new int[ROWS];
        codes.put(name, column);
        return column;
    }

    Extract extract() {
        Extract.Builder builder = Extract.builder();
        numbers.forEach(builder::numeric);
        codes.forEach((name, column) -> builder.category(name, levels(name), column));
        return builder.build();
    }

    List<String> levels(String name) {
        return Objects.requireNonNull(levels.get(name), name);
    }

    private double[] numbers(String name) {
        return Objects.requireNonNull(numbers.get(name), name);
    }

    private int[] codes(String name) {
        return Objects.requireNonNull(codes.get(name), name);
    }

    /** Five margins that differ from the sample's by up to a fifth, with equal sums. */
    List<Margin> margins() {
        List<Margin> margins = new ArrayList<>();
        double total = Arrays.stream(numbers("w")).sum();
        for (String name : List.of("sex", "age", "education", "residence", "region")) {
            double[] sums = new double[levels(name).size()];
            for (int i = 0; i < ROWS; i++) {
                sums[codes(name)[i]] += numbers("w")[i];
            }
            for (int l = 0; l < sums.length; l++) {
                sums[l] *= 1 + 0.2 * (l - (sums.length - 1) / 2.0) / sums.length;
            }
            double sum = Arrays.stream(sums).sum();
            Map<String, Double> totals = new LinkedHashMap<>();
            for (int l = 0; l < sums.length; l++) {
                totals.put(levels(name).get(l), sums[l] * total / sum);
            }
            margins.add(Margin.of(name, totals));
        }
        return margins;
    }

    /** The table as CSV. */
    String csv() {
        StringBuilder csv = new StringBuilder(ROWS * 60);
        csv.append(String.join(",", numbers.keySet()))
                .append(',')
                .append(String.join(",", codes.keySet()))
                .append('\n');
        for (int i = 0; i < ROWS; i++) {
            for (double[] column : numbers.values()) {
                double v = column[i];
                csv.append(v == Math.rint(v) ? Long.toString((long) v) : Double.toString(v))
                        .append(',');
            }
            int last = codes.size();
            for (String name : codes.keySet()) {
                csv.append(levels(name).get(codes(name)[i])).append(--last == 0 ? '\n' : ',');
            }
        }
        return csv.toString();
    }
}
