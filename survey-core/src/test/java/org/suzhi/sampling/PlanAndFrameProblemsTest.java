package org.suzhi.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything wrong in frame and plan is told together, each with its place, and nothing is drawn. */
class PlanAndFrameProblemsTest {
    private static Frame frame(String... lines) {
        return Frame.read(IntStream.range(0, lines.length)
                .mapToObj(i -> new TableRow(i + 1, Arrays.asList(lines[i].split(",", -1))))
                .toList());
    }

    private static DrawPlan plan(StratumPlan... strata) {
        return DrawPlan.of(1, SecondStage.PERSONS, List.of(strata));
    }

    private static List<String> codes(List<SamplingProblem> problems) {
        return problems.stream().map(SamplingProblem::code).toList();
    }

    @Test
    void chineseHeadingsAndNumbersOfSpreadsheetsAreRead() {
        Frame frame = frame("村代码,村名,乡镇,层,城乡,人口,户数", "v1,甲村,t01,a,农村,1786.0,500", "v2,乙村,t01,a,城镇,900,300");
        assertThat(frame.units())
                .containsExactly(
                        new Unit("v1", "甲村", "t01", "a", "rural", 1786, 500),
                        new Unit("v2", "乙村", "t01", "a", "urban", 900, 300));
        assertThat(frame.population("a")).isEqualTo(2686);
        assertThat(frame.strata()).containsExactly("a");
    }

    @Test
    void everythingWrongInAFrameIsTold() {
        Frame frame = frame(
                "unit,town,stratum,size,residence,households",
                "v1,t01,a,100,rural,30",
                "v1,t01,a,100,,",
                "v2,t01,a,0,,",
                "v3,t01,a,-5,,",
                "v4,t01,a,,,",
                "v5,t01,a,12.5,,",
                "v6,,a,10,,",
                "v7,t01,a,10,island,",
                "v8,t01,a,10,,few");
        assertThat(codes(frame.problems()))
                .containsExactly(
                        "duplicate-unit",
                        "zero-size",
                        "negative-size",
                        "missing",
                        "not-whole",
                        "missing",
                        "residence",
                        "not-whole");
        assertThat(frame.problems()).extracting(SamplingProblem::row).containsExactly(3, 4, 5, 6, 7, 8, 9, 10);
        assertThatThrownBy(() -> Draw.of(frame, plan(new StratumPlan("a", 1, Method.SRS, true, new Take.Fixed(1)))))
                .isInstanceOf(SamplingProblems.class);
        assertThat(codes(frame("unit,unit,town,stratum", "v1,v1,t01,a").problems()))
                .containsExactlyInAnyOrder("column-twice", "no-column");
        assertThat(codes(frame("unit,town,stratum,size").problems())).containsExactly("empty");
        assertThat(codes(frame().problems())).containsExactly("empty");
    }

    @Test
    void everythingThatDoesNotFitTheFrameIsTold() {
        Frame frame = Frames.two();
        Take one = new Take.Fixed(1);
        StratumPlan b = new StratumPlan("b", 7, Method.SRS, true, one);
        assertThat(codes(
                        plan(new StratumPlan("a", 13, Method.SRS, true, one), b).problems(frame)))
                .containsExactly("more-units-than-stratum");
        assertThat(codes(plan(new StratumPlan("a", 0, Method.SRS, true, one), b).problems(frame)))
                .containsExactly("too-few");
        assertThat(codes(plan(b, b).problems(frame))).containsExactly("stratum-twice", "stratum-without-plan");
        assertThat(codes(plan(new StratumPlan("c", 1, Method.SRS, true, one), b).problems(frame)))
                .containsExactly("no-such-stratum", "stratum-without-plan");
        assertThat(codes(plan(new StratumPlan("a", 11, Method.SAMPFORD, false, one), b)
                        .problems(frame)))
                .isNotEmpty()
                .containsOnly("unit-too-large");
        assertThat(codes(plan(new StratumPlan("a", 11, Method.SRS, false, one), b)
                        .problems(frame)))
                .isEmpty();
        assertThat(codes(plan(new StratumPlan("a", 1, Method.SRS, true, new Take.Fixed(2001)), b)
                        .problems(frame)))
                .isNotEmpty()
                .containsOnly("take-above-unit");
        assertThat(codes(plan(new StratumPlan("a", 1, Method.SRS, true, new Take.Proportional(1.2)), b)
                        .problems(frame)))
                .containsExactly("rate");
        DrawPlan reserves = new DrawPlan(
                1,
                List.of(new StratumPlan("a", 2, Method.SRS, true, new Take.Fixed(48))),
                SecondStage.PERSONS,
                1,
                5,
                List.of());
        assertThat(codes(reserves.problems(frame("unit,town,stratum,size", "v1,t,a,50", "v2,t,a,53"))))
                .containsExactly("reserve-units-above-stratum", "reserve-above-unit");
        Frame noHouseholds = frame("unit,town,stratum,size", "v1,t01,a,50");
        assertThat(codes(DrawPlan.of(
                                1, SecondStage.HOUSEHOLDS_KISH, List.of(new StratumPlan("a", 1, Method.SRS, true, one)))
                        .problems(noHouseholds)))
                .containsExactly("no-households");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed: 1 | strata:missing",
                "strata: [{stratum: a, psus: 1, take: 1}] | seed:missing",
                "{seed: x, strata: [{stratum: a, psus: 1, take: 1}]} | seed:not-whole",
                "{seed: 1, strata: {}} | strata:not-a-list",
                "{seed: 1, strata: [a]} | strata[1]:not-a-mapping,strata[1].stratum:missing,strata[1].psus:missing,strata[1].take:missing",
                "{seed: 1, strata: [{stratum: a, psus: 1.5, take: 1}]} | strata[1].psus:not-whole",
                "{seed: 1, strata: [{stratum: a, psus: 1}]} | strata[1].take:missing",
                "{seed: 1, strata: [{stratum: a, psus: 1, take: {rate: x}}]} | strata[1].take.rate:rate",
                "{seed: 1, strata: [{stratum: a, psus: 1, take: 1, method: best}]} | strata[1].method:not-a-choice",
                "{seed: 1, second-stage: all, strata: [{stratum: a, psus: 1, take: 1}]} | second-stage:not-a-choice",
                "{seed: 1, extra: 1, strata: [{stratum: a, psus: 1, take: 1}]} | extra:unknown-key",
                "{seed: 1, seed: 2, strata: []} | :not-yaml",
                "[1 | :not-yaml"
            })
    void everythingWrongInAPlanIsTold(String yaml, String expected) {
        SamplingProblems problems = catchThrowableOfType(SamplingProblems.class, () -> DrawPlan.parse(yaml));
        assertThat(problems.problems().stream()
                        .map(p -> p.column() + ":" + p.code())
                        .toList())
                .isEqualTo(List.of(expected.split(",", -1)));
        assertThat(problems.text(Locale.CHINESE)).startsWith("抽样方案");
    }
}
