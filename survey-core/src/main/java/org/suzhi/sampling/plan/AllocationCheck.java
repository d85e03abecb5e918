package org.suzhi.sampling.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.suzhi.sampling.SamplingProblem;

/** Whether interviews can be shared out among strata as asked. */
final class AllocationCheck {
    private AllocationCheck() {}

    static void strata(List<PlannedStratum> strata) {
        List<SamplingProblem> problems = new ArrayList<>();
        if (strata.isEmpty()) {
            problems.add(problem("strata", "", "missing"));
        }
        Set<String> names = new HashSet<>();
        for (PlannedStratum stratum : strata) {
            if (!names.add(stratum.stratum())) {
                problems.add(problem("strata", stratum.stratum(), "stratum-twice"));
            }
            values(stratum, problems);
        }
        Ranges.check(problems);
    }

    private static void values(PlannedStratum stratum, List<SamplingProblem> problems) {
        List<SamplingProblem> found = new ArrayList<>();
        if (stratum.population() < 1) {
            found.add(Ranges.problem("population", (double) stratum.population(), "at-least", 1));
        }
        Ranges.betweenZeroAndOne(found, "rate", stratum.rate());
        Ranges.above(found, "deff", stratum.deff(), 0);
        Ranges.share(found, "responseRate", stratum.responseRate());
        Ranges.above(found, "cost", stratum.cost(), 0);
        if (stratum.minimum() < 1) {
            found.add(Ranges.problem("minimum", stratum.minimum(), "at-least", 1));
        }
        if (found.isEmpty() && stratum.minimum() > stratum.maximum()) {
            found.add(above("minimum", stratum.minimum(), stratum));
        }
        for (SamplingProblem problem : found) {
            problems.add(new SamplingProblem(
                    "allocation",
                    0,
                    stratum.stratum() + "." + problem.column(),
                    problem.got(),
                    problem.code(),
                    problem.arguments()));
        }
    }

    static void total(int interviews, List<PlannedStratum> strata) {
        long fewest = strata.stream().mapToLong(PlannedStratum::minimum).sum();
        long most = strata.stream().mapToLong(PlannedStratum::maximum).sum();
        if (interviews < fewest) {
            Ranges.check(List.of(problem("size", String.valueOf(interviews), "total-below-minima", fewest)));
        }
        if (interviews > most) {
            long people = strata.stream().mapToLong(PlannedStratum::population).sum();
            Ranges.check(
                    List.of(problem("size", String.valueOf(interviews), "allocation-above-everybody", people, most)));
        }
    }

    static void budget(double budget, List<PlannedStratum> strata) {
        List<SamplingProblem> problems = new ArrayList<>();
        Ranges.above(problems, "budget", budget, 0);
        Ranges.check(problems);
        double fewest = price(strata, PlannedStratum::minimum);
        if (budget < fewest * (1 - 1e-12)) {
            Ranges.check(List.of(problem("budget", Ranges.text(budget), "budget-below-minima", Ranges.text(fewest))));
        }
    }

    static double price(List<PlannedStratum> strata, ToDoubleFunction<PlannedStratum> interviews) {
        return strata.stream()
                .mapToDouble(s -> s.cost() * interviews.applyAsDouble(s))
                .sum();
    }

    static void given(Map<String, Integer> interviews, List<PlannedStratum> strata) {
        List<SamplingProblem> problems = new ArrayList<>();
        Set<String> names = strata.stream().map(PlannedStratum::stratum).collect(Collectors.toSet());
        interviews.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name -> problems.add(problem(
                        "strata",
                        name,
                        "no-such-stratum",
                        String.join(", ", names.stream().sorted().toList()))));
        for (PlannedStratum stratum : strata) {
            int number = interviews.getOrDefault(stratum.stratum(), 0);
            if (number < stratum.minimum()) {
                problems.add(problem(stratum.stratum(), String.valueOf(number), "at-least", stratum.minimum()));
            } else if (number > stratum.maximum()) {
                problems.add(above(stratum.stratum(), number, stratum));
            }
        }
        Ranges.check(problems);
    }

    private static SamplingProblem above(String key, int got, PlannedStratum stratum) {
        return stratum.maximum() < stratum.population()
                ? problem(
                        key,
                        String.valueOf(got),
                        "allocation-above-answers",
                        stratum.stratum(),
                        stratum.population(),
                        stratum.maximum())
                : problem(
                        key,
                        String.valueOf(got),
                        "allocation-above-population",
                        stratum.stratum(),
                        stratum.population());
    }

    private static SamplingProblem problem(String key, String got, String code, Object... arguments) {
        return new SamplingProblem(
                "allocation",
                0,
                key,
                got,
                code,
                List.of(arguments).stream().map(String::valueOf).toList());
    }
}
