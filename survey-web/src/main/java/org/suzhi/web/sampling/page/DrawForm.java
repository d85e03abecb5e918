package org.suzhi.web.sampling.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.suzhi.sampling.DrawPlan;
import org.suzhi.sampling.ListPlan;
import org.suzhi.sampling.Method;
import org.suzhi.sampling.SecondStage;
import org.suzhi.sampling.StratumPlan;
import org.suzhi.sampling.Take;
import org.suzhi.web.sampling.FrameSummary;
import org.suzhi.web.sampling.ListSummary;
import org.suzhi.web.supervision.FormInput;

/**
 * A plan as it stands in the form, also a wrong one.
 *
 * @param rows one for each stratum of the frame
 * @param lists one for each stratum of the lists beside it
 */
record DrawForm(
        List<Row> rows,
        List<ListRow> lists,
        String secondStage,
        boolean certainty,
        String reservePsus,
        String reserveUnits,
        String seed) {
    private static final int DEFAULT_TAKE = 20;
    private static final int DEFAULT_SHARE = 5;
    private static final int MOST = 1_000_000;

    DrawForm {
        rows = List.copyOf(rows);
        lists = List.copyOf(lists);
    }

    /**
     * A stratum.
     *
     * @param take a whole number, or a share such as {@code 2%}
     */
    record Row(FrameSummary stratum, String psus, String take, String method) {}

    /**
     * A stratum of a list.
     *
     * @param take members to draw; a list of whom nobody is to be drawn is left out of the plan
     */
    record ListRow(ListSummary stratum, String take) {}

    /** What is drawn from: the strata of the frame, and those of the lists. */
    record Drawable(List<FrameSummary> strata, List<ListSummary> lists) {
        Drawable {
            strata = List.copyOf(strata);
            lists = List.copyOf(lists);
        }
    }

    /** A first suggestion: every fifth unit, at least two of each stratum, and 20 persons in each. */
    static DrawForm suggested(Drawable from, long seed) {
        return new DrawForm(
                from.strata().stream()
                        .map(s -> new Row(
                                s,
                                String.valueOf(Math.min(
                                        s.units(), Math.max(2, Math.round((float) s.units() / DEFAULT_SHARE)))),
                                String.valueOf(Math.min(DEFAULT_TAKE, s.smallest())),
                                Method.SYSTEMATIC_PPS.code()))
                        .toList(),
                from.lists().stream().map(list -> new ListRow(list, "0")).toList(),
                SecondStage.PERSONS.code(),
                true,
                "0",
                "0",
                String.valueOf(seed));
    }

    /** A plan made before, for the strata of the frame. */
    static DrawForm of(Drawable from, DrawPlan plan) {
        Map<String, StratumPlan> plans = plan.strata().stream()
                .collect(Collectors.toMap(StratumPlan::stratum, Function.identity(), (a, b) -> a));
        DrawForm otherwise = suggested(from, plan.seed());
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
                from.lists().stream()
                        .map(list -> new ListRow(list, String.valueOf(members(plan, list))))
                        .toList(),
                plan.secondStage().code(),
                plan.strata().stream().allMatch(StratumPlan::certaintyAllowed),
                String.valueOf(plan.reservePsus()),
                String.valueOf(plan.reserveUnits()),
                String.valueOf(plan.seed()));
    }

    private static int members(DrawPlan plan, ListSummary list) {
        return plan.lists().stream()
                .filter(l -> l.list().equals(list.list()))
                .flatMap(l -> l.strata().stream())
                .filter(s -> s.stratum().equals(list.stratum()))
                .mapToInt(ListPlan.ListStratum::members)
                .findFirst()
                .orElse(0);
    }

    /** The units and persons that a sample size plan comes to. */
    static DrawForm of(Drawable from, PlanReading planned, long seed) {
        Map<String, PlanReading.Part> parts = planned.parts().stream()
                .collect(Collectors.toMap(part -> part.frame().code(), Function.identity()));
        DrawForm otherwise = suggested(from, seed);
        return new DrawForm(
                otherwise.rows().stream()
                        .map(row -> {
                            PlanReading.Part part = parts.get(row.stratum().code());
                            return part == null
                                    ? row
                                    : new Row(row.stratum(), String.valueOf(part.psus()), take(part), row.method());
                        })
                        .toList(),
                otherwise.lists(),
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
    static DrawForm read(Drawable from, FormInput input) {
        List<FrameSummary> strata = from.strata();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < strata.size(); i++) {
            rows.add(new Row(
                    strata.get(i), input.text("psus-" + i), input.text("take-" + i), input.text("method-" + i)));
        }
        List<ListRow> lists = new ArrayList<>();
        for (int i = 0; i < from.lists().size(); i++) {
            lists.add(new ListRow(from.lists().get(i), input.text("members-" + i)));
        }
        return new DrawForm(
                rows,
                lists,
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
                lists(input));
        return input.problems().size() > before ? null : plan;
    }

    /** The lists of whom somebody is to be drawn. */
    private List<ListPlan> lists(FormInput input) {
        Map<String, List<ListPlan.ListStratum>> byList = new LinkedHashMap<>();
        for (ListRow row : lists) {
            String stratum = row.stratum().stratum();
            String name = row.stratum().list() + "/" + stratum;
            int members = row.take().isEmpty() ? 0 : whole(input, name, "draw.members", row.take());
            byList.computeIfAbsent(row.stratum().list(), list -> new ArrayList<>())
                    .add(new ListPlan.ListStratum(stratum, members));
        }
        return byList.entrySet().stream()
                .filter(list -> list.getValue().stream().anyMatch(stratum -> stratum.members() > 0))
                .map(list -> new ListPlan(list.getKey(), list.getValue()))
                .toList();
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
