package org.suzhi.sampling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The samples from lists beside the sample of areas: from each stratum of a list so many members by simple random sampling,
 * whatever the order of the list; and as many reserves as the plan has for a unit.
 *
 * @param sample by list and stratum in the order of the plan
 * @param reserves in the same order, those of a stratum in the order in which they are called upon
 */
public record ListDraw(List<DrawnMember> sample, List<DrawnMember> reserves) {
    public ListDraw {
        sample = List.copyOf(sample);
        reserves = List.copyOf(reserves);
    }

    /**
     * Draws.
     *
     * @param lists one for each list of the plan
     * @throws SamplingProblems with everything that is wrong; nothing has been drawn then
     */
    public static ListDraw of(DrawPlan plan, Frame frame, List<ListFrame> lists) {
        SamplingProblems.throwIfAny(problems(plan, frame, lists));
        Map<String, Integer> frames = new HashMap<>();
        for (ListFrame list : lists) {
            list.members().forEach(member -> frames.merge(member.member(), 1, Integer::sum));
        }
        List<DrawnMember> sample = new ArrayList<>();
        List<DrawnMember> reserves = new ArrayList<>();
        for (ListPlan planned : plan.lists()) {
            ListFrame list = frame(lists, planned.list());
            for (ListPlan.ListStratum stratum : planned.strata()) {
                List<ListMember> members = list.members(stratum.stratum()).stream()
                        .sorted(Comparator.comparing(ListMember::member))
                        .toList();
                int[] order = IntStream.range(0, members.size()).toArray();
                RandomStream random = RandomStream.of(plan.seed(), "list", list.list(), stratum.stratum());
                random.shuffle(order, stratum.members() + plan.reserveUnits());
                double probability = (double) stratum.members() / members.size();
                for (int k = 0; k < stratum.members() + plan.reserveUnits(); k++) {
                    ListMember member = members.get(order[k]);
                    int multiplicity = frames.getOrDefault(member.member(), 1) + (member.inAreas() ? 1 : 0);
                    boolean reserve = k >= stratum.members();
                    (reserve ? reserves : sample)
                            .add(new DrawnMember(
                                    member, probability, reserve ? k - stratum.members() + 1 : 0, multiplicity));
                }
            }
        }
        return new ListDraw(sample, reserves);
    }

    /** Everything that keeps the plan's lists from being drawn. */
    public static List<SamplingProblem> problems(DrawPlan plan, Frame frame, List<ListFrame> lists) {
        List<SamplingProblem> problems = new ArrayList<>();
        Set<String> units = new HashSet<>();
        frame.units().forEach(unit -> units.add(unit.code()));
        for (ListFrame list : lists) {
            problems.addAll(list.problems());
            list.members().stream()
                    .filter(member -> !member.unit().isEmpty() && !units.contains(member.unit()))
                    .forEach(member -> problems.add(new SamplingProblem(
                            "list", 0, list.list() + " " + member.member(), member.unit(), "no-such-unit", List.of())));
        }
        Set<String> planned = new HashSet<>();
        for (ListPlan list : plan.lists()) {
            if (!planned.add(list.list())) {
                problems.add(SamplingProblem.inPlan("lists", list.list(), "list-twice"));
            } else if (lists.stream().noneMatch(given -> given.list().equals(list.list()))) {
                problems.add(SamplingProblem.inPlan("lists", list.list(), "list-without-frame"));
            } else {
                strata(plan, list, frame(lists, list.list()), problems);
            }
        }
        lists.stream()
                .filter(list -> !planned.contains(list.list()))
                .forEach(list -> problems.add(SamplingProblem.inPlan("lists", list.list(), "list-without-plan")));
        return List.copyOf(problems);
    }

    private static void strata(DrawPlan plan, ListPlan list, ListFrame given, List<SamplingProblem> problems) {
        Set<String> planned = new HashSet<>();
        for (ListPlan.ListStratum stratum : list.strata()) {
            String key = "lists." + list.list() + "." + stratum.stratum();
            int members = given.members(stratum.stratum()).size();
            if (!planned.add(stratum.stratum())) {
                problems.add(SamplingProblem.inPlan(key, stratum.stratum(), "stratum-twice"));
            } else if (members == 0) {
                problems.add(SamplingProblem.inPlan(
                        key, stratum.stratum(), "no-such-stratum", String.join(", ", given.strata())));
            } else if (stratum.members() < 1) {
                problems.add(SamplingProblem.inPlan(key, stratum.members(), "too-few"));
            } else if (stratum.members() > members) {
                problems.add(SamplingProblem.inPlan(key, stratum.members(), "more-members-than-stratum", members));
            } else if ((long) stratum.members() + plan.reserveUnits() > members) {
                problems.add(SamplingProblem.inPlan(
                        key, stratum.members(), "reserve-members-above-stratum", plan.reserveUnits(), members));
            }
        }
        given.strata().stream()
                .filter(stratum -> !planned.contains(stratum))
                .forEach(stratum ->
                        problems.add(SamplingProblem.inPlan("lists." + list.list(), stratum, "stratum-without-plan")));
    }

    private static ListFrame frame(List<ListFrame> lists, String name) {
        return lists.stream()
                .filter(list -> list.list().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Members and reserves as CSV, one a row; the same draw gives the same bytes. */
    public String csv() {
        StringBuilder csv = new StringBuilder();
        SampleTable.line(
                csv,
                List.of(
                        "list",
                        "member",
                        "stratum",
                        "unit",
                        "reserve_rank",
                        "inclusion_probability",
                        "frames",
                        "design_weight",
                        "combined_weight"));
        for (List<DrawnMember> drawn : List.of(sample, reserves)) {
            for (DrawnMember member : drawn) {
                SampleTable.line(
                        csv,
                        List.of(
                                member.member().list(),
                                member.member().member(),
                                member.member().stratum(),
                                member.member().unit(),
                                String.valueOf(member.reserveRank()),
                                Numbers.text(member.inclusionProbability()),
                                String.valueOf(member.frames()),
                                Numbers.text(member.designWeight()),
                                Numbers.text(member.combinedWeight())));
            }
        }
        return csv.toString();
    }
}
