package org.suzhi.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Draws the design again and again from the same population and compares the estimates with the truth. */
final class RepeatedDraws {

    /** Quantile 0.975 of Student's t with 87 - 15 = 72 degrees of freedom (R: qt(0.975, 72)). */
    static final double T = 1.993463567;

    /** Means over the draws; {@code coverage} is the share of 95 % intervals that hold the truth. */
    record Row(
            String dimension,
            String level,
            double truth,
            double meanN,
            double unweighted,
            double raked,
            double standardDeviation,
            double meanStandardError,
            double coverage) {}

    private RepeatedDraws() {}

    /** Prints one line per domain of a year for a number of draws: {@code YEAR DRAWS}. */
    public static void main(String[] args) {
        int year = Integer.parseInt(args[0]);
        int draws = Integer.parseInt(args[1]);
        System.out.println("dimension,level,truth,mean_n,unweighted,raked,bias,sd,mean_se,coverage");
        for (Row row : run(SampleCounty.of(SampleCounty.DEMONSTRATION_SEED), year, draws)) {
            System.out.printf(
                    Locale.ROOT,
                    "%s,%s,%.4f,%.0f,%.4f,%.4f,%.4f,%.4f,%.4f,%.3f%n",
                    row.dimension,
                    row.level,
                    row.truth,
                    row.meanN,
                    row.unweighted,
                    row.raked,
                    row.raked - row.truth,
                    row.standardDeviation,
                    row.meanStandardError,
                    row.coverage);
        }
    }

    static List<Row> run(SampleCounty county, int year, int draws) {
        Map<Truth, Sums> sums = new LinkedHashMap<>();
        county.truth(year).forEach(truth -> sums.put(truth, new Sums()));
        for (int draw = 1; draw <= draws; draw++) {
            RakedSample sample = new RakedSample(county, year, draw);
            sums.forEach((truth, sum) -> sum.add(sample, domain(truth), truth.rate()));
        }
        List<Row> rows = new ArrayList<>();
        sums.forEach((truth, sum) -> rows.add(sum.row(truth, draws)));
        return rows;
    }

    private static Predicate<Person> domain(Truth truth) {
        String level = truth.level();
        return switch (truth.dimension()) {
            case "all" -> person -> true;
            case "group" ->
                person -> {
                    for (Group group : Group.values()) {
                        if (group.code().equals(level)) {
                            return group.contains(person);
                        }
                    }
                    throw new IllegalArgumentException("No group " + level);
                };
            case "town" -> person -> person.village().town().equals(level);
            case "sex" -> person -> person.sex().code().equals(level);
            case "age" -> person -> person.ageBand().code().equals(level);
            case "education" -> person -> person.education().code().equals(level);
            case "residence" -> person -> person.village().residence().code().equals(level);
            default -> throw new IllegalArgumentException("No dimension " + truth.dimension());
        };
    }

    private static final class Sums {
        private double n;
        private double unweighted;
        private double raked;
        private double squares;
        private double errors;
        private int covered;

        void add(RakedSample sample, Predicate<Person> domain, double truth) {
            RakedSample.Rate rate = sample.rate(domain);
            n += rate.n();
            unweighted += RakedSample.unweightedRate(sample.respondents().stream()
                    .filter(respondent -> domain.test(respondent.person()))
                    .toList());
            raked += rate.estimate();
            squares += rate.estimate() * rate.estimate();
            errors += rate.standardError();
            covered += rate.covers(truth, T) ? 1 : 0;
        }

        Row row(Truth truth, int draws) {
            double mean = raked / draws;
            return new Row(
                    truth.dimension(),
                    truth.level(),
                    truth.rate(),
                    n / draws,
                    unweighted / draws,
                    mean,
                    Math.sqrt((squares - draws * mean * mean) / (draws - 1)),
                    errors / draws,
                    (double) covered / draws);
        }
    }
}
