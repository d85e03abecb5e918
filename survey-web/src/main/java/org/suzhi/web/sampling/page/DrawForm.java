package org.suzhi.web.sampling.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.suzhi.sampling.DrawPlan;
import org.suzhi.sampling.Method;
import org.suzhi.sampling.SecondStage;
import org.suzhi.sampling.StratumPlan;
import org.suzhi.sampling.Take;
import org.suzhi.web.sampling.FrameSummary;
import org.suzhi.web.supervision.FormInput;

/**
 * A plan as it stands in the form, also a wrong one.
 *
 * @param rows one for each stratum of the frame
 */
record DrawForm(
        List<Row> rows, String secondStage, boolean certainty, String reservePsus, String reserveUnits, String seed) {
    private static final int DEFAULT_TAKE = 20;
    private static final int DEFAULT_SHARE = 5;
    private static final int MOST = 1_000_000;

    DrawForm {
        rows = List.copyOf(rows);
    }

    /**
     * A stratum.
     *
     * @param take a whole number, or a share such as {@code 2%}
     */
    record Row(FrameSummary stratum, String psus, String take, String method) {}

    /** A first suggestion: every fifth unit, at least two of each stratum, and 20 persons in each. */
    static DrawForm suggested(List<FrameSummary> strata, long seed) {
        return new DrawForm(
                strata.stream()
                        .map(s -> new Row(
                                s,
                                String.valueOf(Math.min(
                                        s.units(), Math.max(2, Math.round((float) s.units() / DEFAULT_SHARE)))),
                                String.valueOf(Math.min(DEFAULT_TAKE, s.smallest())),
                                Method.SYSTEMATIC_PPS.code()))
                        .toList(),
                SecondStage.PERSONS.code(),
                true,
                "0",
                "0",
                String.valueOf(seed));
    }

    /** A plan made before, for the strata of the frame. */
    static DrawForm of(List<FrameSummary> strata, DrawPlan plan) {
        Map<String, StratumPlan> plans = plan.strata().stream()
                .collect(Collectors.toMap(StratumPlan::stratum, Function.identity(), (a, b) -> a));
        DrawForm otherwise = suggested(strata, plan.seed());
        List<Row> rows = new ArrayList<>();
        for (Row row : otherwise.rows()) {
            StratumPlan s = plans.get(row.stratum().code());
            rows.add(
                    s == null
                            ? row
                            : new Row(
                                    row.stratum(),
                                    String.valueOf(s.psus()),
                                    words(s.take()),
                                    s.method().code()));
        }
        return new DrawForm(
                rows,
                plan.secondStage().code(),
                plan.strata().stream().allMatch(StratumPlan::certaintyAllowed),
                String.valueOf(plan.reservePsus()),
                String.valueOf(plan.reserveUnits()),
                String.valueOf(plan.seed()));
    }

    /** The units and persons that a sample size plan comes to. */
    static DrawForm of(List<FrameSummary> strata, PlanReading planned, long seed) {
        Map<String, PlanReading.Part> parts = planned.parts().stream()
                .collect(Collectors.toMap(part -> part.frame().code(), Function.identity()));
        DrawForm otherwise = suggested(strata, seed);
        return new DrawForm(
                otherwise.rows().stream()
                        .map(row -> {
                            PlanReading.Part part = parts.get(row.stratum().code());
                            return part == null
                                    ? row
                                    : new Row(row.stratum(), String.valueOf(part.psus()), take(part), row.method());
                        })
                        .toList(),
                otherwise.secondStage(),
                otherwise.certainty(),
                otherwise.reservePsus(),
                otherwise.reserveUnits(),
                otherwise.seed());
    }

    /** Where all units are taken, a share of each, so that its people have the same weight. */
    private static String take(PlanReading.Part part) {
        double share = 100.0 * part.stratum().invitations() / part.frame().people();
        return part.psus() == part.frame().units()
                ? String.format(Locale.ROOT, "%.2f%%", share)
                : String.valueOf(part.take());
    }

    private static String words(Take take) {
        return take instanceof Take.Proportional share
                ? String.valueOf((float) (100 * share.rate())) + "%"
                : String.valueOf(((Take.Fixed) take).number());
    }

    /** What somebody has filled in. */
    static DrawForm read(List<FrameSummary> strata, FormInput input) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < strata.size(); i++) {
            rows.add(new Row(
                    strata.get(i), input.text("psus-" + i), input.text("take-" + i), input.text("method-" + i)));
        }
        return new DrawForm(
                rows,
                input.text("second-stage"),
                !input.text("certainty").isEmpty(),
                input.text("reserve-psus"),
                input.text("reserve-units"),
                input.text("seed"));
    }

    /** The plan; null where something in the form cannot be read, which the input then tells. */
    @Nullable
    DrawPlan plan(FormInput input) {
        int before = input.problems().size();
        List<StratumPlan> strata = new ArrayList<>();
        for (Row row : rows) {
            String name = row.stratum().code();
            Method method = Method.ofCode(row.method()).orElse(Method.SYSTEMATIC_PPS);
            strata.add(new StratumPlan(
                    name,
                    whole(input, name, "draw.psus", row.psus()),
                    method,
                    certainty,
                    take(input, name, row.take())));
        }
        SecondStage stage = List.of(SecondStage.values()).stream()
                .filter(s -> s.code().equals(secondStage))
                .findFirst()
                .orElse(SecondStage.PERSONS);
        DrawPlan plan = new DrawPlan(
                seed(input),
                strata,
                stage,
                whole(input, "", "draw.reserve-psus", reservePsus),
                whole(input, "", "draw.reserve-units", reserveUnits),
                List.of());
        return input.problems().size() > before ? null : plan;
    }

    private static int whole(FormInput input, String stratum, String label, String text) {
        if (text.matches("\\d{1,7}") && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        input.wrong("draw.not-whole", stratum, input.words(label), text);
        return 1;
    }

    private static Take take(FormInput input, String stratum, String text) {
        if (text.matches("\\d{1,3}(\\.\\d+)?\\s*%")) {
            return new Take.Proportional(
                    Double.parseDouble(text.replace("%", "").strip()) / 100);
        }
        return new Take.Fixed(whole(input, stratum, "draw.take", text));
    }

    private long seed(FormInput input) {
        if (seed.matches("-?\\d{1,18}")) {
            return Long.parseLong(seed);
        }
        input.wrong("draw.not-whole", "", input.words("draw.seed"), seed);
        return 0;
    }
}
