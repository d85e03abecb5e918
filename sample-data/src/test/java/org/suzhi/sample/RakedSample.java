package org.suzhi.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The respondents of one draw, their design weights raked to the four margins, and rates with linearized errors: a
 * second, short route to the numbers, to judge the design with.
 *
 * <p>Variance: residuals of the influence values' design-weighted regression on the margins, times the raked weights,
 * summed by village and compared within strata as if villages were drawn with replacement (Särndal, Swensson and Wretman 1992, 6.6; Deville
 * and Särndal 1992).
 */
final class RakedSample {

    record Rate(double estimate, double standardError, int n) {

        /** Whether the 95 % logit interval with {@code t} as its quantile holds the value. */
        boolean covers(double value, double t) {
            if (estimate <= 0 || estimate >= 1) {
                return false;
            }
            double logit = Math.log(estimate / (1 - estimate));
            double half = t * standardError / (estimate * (1 - estimate));
            double at = Math.log(value / (1 - value));
            return logit - half <= at && at <= logit + half;
        }
    }

    private final List<Respondent> respondents;
    private final double[] designWeights;
    private final double[] weights;
    private final List<int[]> cells = new ArrayList<>();
    private final DecompositionSolver gram;
    private final int columns;

    RakedSample(SampleCounty county, int year, int draw) {
        respondents = county.wave(year, draw).respondents().toList();
        designWeights = respondents.stream()
                .mapToDouble(respondent -> respondent.place().designWeight())
                .toArray();
        weights = designWeights.clone();
        List<double[]> totals = new ArrayList<>();
        for (Margin margin : county.margins(year)) {
            Map<List<String>, Integer> cellOf = new LinkedHashMap<>();
            double[] total = new double[margin.cells().size()];
            for (Margin.Cell cell : margin.cells()) {
                total[cellOf.size()] = cell.adults();
                cellOf.put(cell.levels(), cellOf.size());
            }
            totals.add(total);
            cells.add(respondents.stream()
                    .mapToInt(respondent -> cellOf.get(levels(respondent.person(), margin.variables())))
                    .toArray());
        }
        rake(totals);
        columns = totals.stream().mapToInt(total -> total.length).sum();
        gram = new QRDecomposition(gram(totals), 1e-9).getSolver();
    }

    static double unweightedRate(List<Respondent> respondents) {
        return respondents.stream().filter(r -> r.score() >= 70).count() / (double) respondents.size();
    }

    List<Respondent> respondents() {
        return respondents;
    }

    Rate rate(Predicate<Person> domain) {
        double size = 0;
        double literate = 0;
        int n = 0;
        boolean[] inside = new boolean[weights.length];
        for (int i = 0; i < weights.length; i++) {
            inside[i] = domain.test(respondents.get(i).person());
            if (inside[i]) {
                n++;
                size += weights[i];
                literate += weights[i] * literate(i);
            }
        }
        double rate = literate / size;
        double[] influence = new double[weights.length];
        for (int i = 0; i < influence.length; i++) {
            influence[i] = inside[i] ? (literate(i) - rate) / size : 0;
        }
        return new Rate(rate, Math.sqrt(variance(residuals(influence))), n);
    }

    private double literate(int i) {
        return respondents.get(i).score() >= 70 ? 1 : 0;
    }

    private void rake(List<double[]> totals) {
        double change = 1;
        for (int sweep = 0; change > 1e-10; sweep++) {
            if (sweep == 1000) {
                throw new IllegalStateException("Raking did not converge; last change " + change);
            }
            change = 0;
            for (int m = 0; m < totals.size(); m++) {
                double[] sums = new double[totals.get(m).length];
                for (int i = 0; i < weights.length; i++) {
                    sums[cells.get(m)[i]] += weights[i];
                }
                for (int i = 0; i < weights.length; i++) {
                    int cell = cells.get(m)[i];
                    double factor = totals.get(m)[cell] / sums[cell];
                    weights[i] *= factor;
                    change = Math.max(change, Math.abs(factor - 1));
                }
            }
        }
    }

    /** The design-weighted cross-products of the margins' indicators; the first level of each later margin is left out. */
    private RealMatrix gram(List<double[]> totals) {
        RealMatrix products = new Array2DRowRealMatrix(columns, columns);
        for (int i = 0; i < weights.length; i++) {
            int[] ones = ones(i, totals);
            for (int a : ones) {
                for (int b : ones) {
                    if (a >= 0 && b >= 0) {
                        products.addToEntry(a, b, designWeights[i]);
                    }
                }
            }
        }
        for (int c = 0; c < columns; c++) {
            if (products.getEntry(c, c) == 0) {
                products.setEntry(c, c, 1);
            }
        }
        return products;
    }

    private int[] ones(int i, List<double[]> totals) {
        int[] ones = new int[totals.size()];
        int offset = 0;
        for (int m = 0; m < ones.length; m++) {
            int cell = cells.get(m)[i];
            ones[m] = m > 0 && cell == 0 ? -1 : offset + cell;
            offset += totals.get(m).length;
        }
        return ones;
    }

    private double[] residuals(double[] influence) {
        int[][] ones = new int[weights.length][];
        RealVector products = new ArrayRealVector(columns);
        List<double[]> shape = cells.stream()
                .map(cell -> new double[1 + Arrays.stream(cell).max().orElseThrow()])
                .toList();
        for (int i = 0; i < weights.length; i++) {
            ones[i] = ones(i, shape);
            for (int c : ones[i]) {
                if (c >= 0) {
                    products.addToEntry(c, designWeights[i] * influence[i]);
                }
            }
        }
        RealVector coefficients = gram.solve(products);
        double[] residuals = influence.clone();
        for (int i = 0; i < residuals.length; i++) {
            for (int c : ones[i]) {
                if (c >= 0) {
                    residuals[i] -= coefficients.getEntry(c);
                }
            }
        }
        return residuals;
    }

    private double variance(double[] residuals) {
        Map<String, Map<String, Double>> totals = new TreeMap<>();
        for (int i = 0; i < residuals.length; i++) {
            Village village = respondents.get(i).place().village();
            totals.computeIfAbsent(village.stratum(), stratum -> new TreeMap<>())
                    .merge(village.code(), weights[i] * residuals[i], Double::sum);
        }
        double variance = 0;
        for (Map<String, Double> villages : totals.values()) {
            double n = villages.size();
            double mean = villages.values().stream().mapToDouble(z -> z).sum() / n;
            double squares = villages.values().stream()
                    .mapToDouble(z -> (z - mean) * (z - mean))
                    .sum();
            variance += n / (n - 1) * squares;
        }
        return variance;
    }

    private static List<String> levels(Person person, List<String> variables) {
        return variables.stream()
                .map(variable -> switch (variable) {
                    case "sex" -> person.sex().code();
                    case "age_band" -> person.ageBand().code();
                    case "education" -> person.education().code();
                    case "residence" -> person.village().residence().code();
                    case "town" -> person.village().town();
                    default -> throw new IllegalArgumentException("No margin variable " + variable);
                })
                .toList();
    }
}
