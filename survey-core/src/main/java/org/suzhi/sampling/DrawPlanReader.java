package org.suzhi.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads a plan of a draw; scalars are taken as they are written, so that a stratum 007 keeps its zeros. */
final class DrawPlanReader {
    private static final Map<String, Method> METHODS = byCode(Method.values(), Method::code);
    private static final Map<String, SecondStage> STAGES = byCode(SecondStage.values(), SecondStage::code);
    private static final Map<String, Boolean> CERTAINTY =
            byCode(new Boolean[] {true, false}, allowed -> allowed ? "allowed" : "refused");

    private DrawPlanReader() {}

    static DrawPlan read(String yaml) {
        List<SamplingProblem> problems = new ArrayList<>();
        PlanSection plan = new PlanSection("", load(yaml), problems);
        long seed = plan.seed("seed");
        PlanSection defaults =
                new PlanSection("defaults", plan.value("defaults").orElse(Map.of()), problems);
        Method method = defaults.choice("method", METHODS, Method.SYSTEMATIC_PPS);
        boolean certainty = defaults.choice("certainty", CERTAINTY, true);
        Optional<Take> take = defaults.take("take");
        defaults.finish();
        SecondStage secondStage = plan.choice("second-stage", STAGES, SecondStage.PERSONS);
        PlanSection reserve = new PlanSection("reserve", plan.value("reserve").orElse(Map.of()), problems);
        int reservePsus = reserve.whole("psus", Optional.of(0));
        int reserveUnits = reserve.whole("units", Optional.of(0));
        reserve.finish();
        List<StratumPlan> strata = new ArrayList<>();
        for (PlanSection stratum : plan.sections("strata", true)) {
            strata.add(new StratumPlan(
                    stratum.text("stratum", ""),
                    stratum.whole("psus", Optional.empty()),
                    stratum.choice("method", METHODS, method),
                    stratum.choice("certainty", CERTAINTY, certainty),
                    take(stratum, take)));
            stratum.finish();
        }
        List<ListPlan> lists = lists(plan);
        plan.finish();
        SamplingProblems.throwIfAny(problems);
        return new DrawPlan(seed, strata, secondStage, reservePsus, reserveUnits, lists);
    }

    private static Take take(PlanSection stratum, Optional<Take> otherwise) {
        Optional<Take> take = stratum.take("take").or(() -> otherwise);
        if (take.isEmpty()) {
            stratum.problem("take", "", "missing");
        }
        return take.orElse(new Take.Fixed(1));
    }

    private static List<ListPlan> lists(PlanSection plan) {
        List<ListPlan> lists = new ArrayList<>();
        for (PlanSection list : plan.sections("lists", false)) {
            List<ListPlan.ListStratum> strata = new ArrayList<>();
            String name = list.text("list", "");
            for (PlanSection stratum : list.sections("strata", true)) {
                strata.add(new ListPlan.ListStratum(
                        stratum.text("stratum", ""), stratum.whole("members", Optional.empty())));
                stratum.finish();
            }
            list.finish();
            lists.add(new ListPlan(name, strata));
        }
        return lists;
    }

    private static Object load(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(10);
        Resolver everythingIsText = new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                // None: numbers are read where they are expected.
            }
        };
        try {
            Object plan = new Yaml(
                            new SafeConstructor(options),
                            new Representer(new DumperOptions()),
                            new DumperOptions(),
                            options,
                            everythingIsText)
                    .load(yaml);
            return plan == null ? "" : plan;
        } catch (YAMLException e) {
            String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            throw new SamplingProblems(List.of(SamplingProblem.inPlan("", message, "not-yaml")));
        }
    }

    private static <T> Map<String, T> byCode(T[] values, Function<T, String> code) {
        Map<String, T> byCode = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> byCode.put(code.apply(value), value));
        return byCode;
    }
}
