package org.suzhi.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListDrawTest {
    private static List<TableRow> table(String... lines) {
        return IntStream.range(0, lines.length)
                .mapToObj(i -> new TableRow(i + 1, Arrays.asList(lines[i].split(",", -1))))
                .toList();
    }

    private static ListFrame cadres() {
        List<TableRow> rows = new ArrayList<>(table("编号,层,村代码"));
        for (int i = 1; i <= 30; i++) {
            rows.add(new TableRow(
                    i + 1, List.of("c%02d".formatted(i), i <= 10 ? "county" : "towns", i % 5 == 0 ? "" : "a-01")));
        }
        return ListFrame.read("cadres", rows);
    }

    private static DrawPlan plan(long seed, int reserve, ListPlan... lists) {
        DrawPlan areas = Frames.plan(Method.SAMPFORD, seed);
        return new DrawPlan(seed, areas.strata(), SecondStage.PERSONS, 0, reserve, List.of(lists));
    }

    private static ListPlan list(String name, int county, int towns) {
        return new ListPlan(
                name, List.of(new ListPlan.ListStratum("county", county), new ListPlan.ListStratum("towns", towns)));
    }

    @Test
    void membersOfEachStratumAreDrawnWithTheirProbability() {
        ListDraw draw = ListDraw.of(plan(4, 2, list("cadres", 3, 8)), Frames.two(), List.of(cadres()));
        assertThat(draw.sample()).hasSize(11).doesNotHaveDuplicates();
        assertThat(draw.reserves()).extracting(DrawnMember::reserveRank).containsExactly(1, 2, 1, 2);
        assertThat(draw.reserves())
                .extracting(m -> m.member().member())
                .doesNotContainAnyElementsOf(
                        draw.sample().stream().map(m -> m.member().member()).toList());
        assertThat(draw.sample().get(0).inclusionProbability()).isEqualTo(0.3);
        assertThat(draw.sample().get(10).inclusionProbability()).isEqualTo(0.4);
        assertThat(draw.sample().stream().mapToDouble(DrawnMember::designWeight).sum())
                .isCloseTo(30, within(1e-12));
        draw.sample().forEach(m -> {
            assertThat(m.frames()).isEqualTo(m.member().inAreas() ? 2 : 1);
            assertThat(m.combinedWeight()).isCloseTo(m.designWeight() / m.frames(), within(1e-15));
        });
        assertThat(draw.csv().lines()).hasSize(16);
    }

    @Test
    void theOrderOfTheListDoesNotMatter() {
        List<ListMember> members = new ArrayList<>(cadres().members());
        ListDraw once = ListDraw.of(plan(4, 2, list("cadres", 3, 8)), Frames.two(), List.of(cadres()));
        Collections.shuffle(members, new Random(1));
        ListFrame other = new ListFrame("cadres", members, List.of());
        assertThat(ListDraw.of(plan(4, 2, list("cadres", 3, 8)), Frames.two(), List.of(other)))
                .isEqualTo(once);
        assertThat(ListDraw.of(plan(5, 2, list("cadres", 3, 8)), Frames.two(), List.of(cadres())))
                .isNotEqualTo(once);
    }

    /** Two lists that overlap and the areas: weights over frames add up to the number of people, not of entries. */
    @Test
    void combinedWeightsCountEverybodyOnce() {
        ListFrame teachers = ListFrame.read(
                "teachers", table("member,stratum", "c01,all", "c02,all", "c03,all", "t1,all", "t2,all", "t3,all"));
        DrawPlan plan =
                plan(1, 0, list("cadres", 3, 8), new ListPlan("teachers", List.of(new ListPlan.ListStratum("all", 2))));
        Map<String, Double> expected = new HashMap<>();
        int draws = 4000;
        for (int seed = 0; seed < draws; seed++) {
            ListDraw draw = ListDraw.of(plan.withSeed(seed), Frames.two(), List.of(cadres(), teachers));
            draw.sample().forEach(m -> expected.merge(m.member().member(), m.combinedWeight() / draws, Double::sum));
        }
        // c01 is on two lists and in the areas: two thirds of a person come from the lists, the rest from the areas.
        assertThat(expected.get("c01")).isCloseTo(2 / 3.0, within(0.06));
        assertThat(expected.get("t1")).isCloseTo(0.5, within(0.06));
        assertThat(expected.get("c05")).as("not in the areas").isCloseTo(1, within(0.1));
    }

    @Test
    void everythingWrongWithListsIsTold() {
        ListFrame broken =
                ListFrame.read("cadres", table("member,stratum,unit", "c1,county,a-01", "c1,,x-9", ",county,"));
        assertThat(broken.problems())
                .extracting(SamplingProblem::code)
                .containsExactly("missing", "duplicate-member", "missing");
        assertThat(ListFrame.read("cadres", table("who,stratum", "c1,county")).problems())
                .extracting(SamplingProblem::code)
                .containsExactly("no-column");
        DrawPlan plan = plan(1, 1, list("cadres", 11, 20), list("cadres", 1, 1), list("teachers", 1, 1));
        ListFrame village = ListFrame.read("villagers", table("member,stratum,unit", "v1,all,zz"));
        assertThatThrownBy(() -> ListDraw.of(plan, Frames.two(), List.of(cadres(), village)))
                .isInstanceOf(SamplingProblems.class)
                .hasMessage("""
                        list frame, villagers v1: the frame has no unit “zz”; correct the code, or leave it empty for a \
                        person whom the frame does not cover.
                        plan, lists.cadres.county: 11 members are to be drawn, but the stratum has 10; draw at most 10.
                        plan, lists.cadres.towns: 20 members and 1 in reserve are to be drawn, but the stratum has 20; \
                        draw fewer.
                        plan, lists: list “cadres” is planned twice; keep one.
                        plan, lists: the plan draws from list “teachers”, which was not given; give it, or remove it from \
                        the plan.
                        plan, lists: list “villagers” was given, but the plan does not draw from it; add it to the plan or \
                        leave it out.""");
        assertThatThrownBy(() -> ListDraw.of(
                        plan(1, 0, new ListPlan("cadres", List.of(new ListPlan.ListStratum("county", 0)))),
                        Frames.two(),
                        List.of(cadres())))
                .hasMessageContaining("lists.cadres.county: got 0; expected 1 or more")
                .hasMessageContaining("stratum “towns” has no plan");
    }

    @Test
    void aRecordTellsAnotherFramePlanOrSeed() {
        DrawPlan plan = plan(4, 0, list("cadres", 3, 8));
        Frame frame = Frames.two();
        DrawRecord kept = DrawRecord.of(frame, Draw.of(frame, plan), ListDraw.of(plan, frame, List.of(cadres())));
        DrawRecord again = DrawRecord.of(frame, Draw.of(frame, plan), ListDraw.of(plan, frame, List.of(cadres())));
        assertThat(again).isEqualTo(kept);
        assertThat(again.differences(kept.toYaml())).isEmpty();
        DrawPlan other = plan.withSeed(5);
        assertThat(DrawRecord.of(frame, Draw.of(frame, other), ListDraw.of(other, frame, List.of(cadres())))
                        .differences(kept.toYaml()))
                .extracting(SamplingProblem::column)
                .containsExactly("seed", "plan-sha256", "sample-sha256");
        List<Unit> units = new ArrayList<>(frame.units());
        Collections.swap(units, 0, 1);
        Frame swapped = Frame.of(units);
        assertThat(DrawRecord.of(swapped, Draw.of(swapped, plan), ListDraw.of(plan, swapped, List.of(cadres())))
                        .differences(kept.toYaml()))
                .as("Sampford does not go by the order, the frame is another all the same")
                .extracting(SamplingProblem::column)
                .containsExactly("frame-sha256");
        assertThat(kept.differences("nonsense")).hasSize(5);
    }
}
