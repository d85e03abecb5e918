package org.suzhi.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrawTest {
    @ParameterizedTest
    @EnumSource
    void replayGivesTheSameBytes(Method method) {
        Draw once = Draw.of(Frames.two(), Frames.plan(method, 11));
        Draw again =
                Draw.of(Frames.two(), DrawPlan.parse(Frames.plan(method, 11).toYaml()));
        assertThat(SampleTable.units(again, again.sample())).isEqualTo(SampleTable.units(once, once.sample()));
        assertThat(SampleTable.visits(again.sample())).isEqualTo(SampleTable.visits(once.sample()));
        Draw other = Draw.of(Frames.two(), Frames.plan(method, 12));
        assertThat(SampleTable.visits(other.sample())).isNotEqualTo(SampleTable.visits(once.sample()));
    }

    @ParameterizedTest
    @EnumSource
    void addingAStratumChangesNothingInTheOthers(Method method) {
        List<Unit> more = new ArrayList<>(Frames.stratum("0", 70, 80, 90));
        more.addAll(Frames.two().units());
        DrawPlan plan = Frames.plan(method, 5);
        List<StratumPlan> strata = new ArrayList<>();
        strata.add(new StratumPlan("0", 2, method, true, new Take.Fixed(3)));
        strata.addAll(plan.strata());
        Draw small = Draw.of(Frames.two(), plan);
        Draw large = Draw.of(Frame.of(more), DrawPlan.of(5, SecondStage.PERSONS, strata));
        assertThat(large.sample("a")).isEqualTo(small.sample("a"));
        assertThat(large.sample("b")).isEqualTo(small.sample("b"));
    }

    @Test
    void weightsAddUpToThePopulationWhereUnitsAreDrawnBySize() {
        Draw draw = Draw.of(Frames.two(), Frames.plan(Method.SAMPFORD, 3));
        double fixedTake = draw.sample("a").stream()
                .filter(psu -> !psu.certain())
                .mapToDouble(psu -> psu.designWeight() * psu.invited())
                .sum();
        StratumDesign design = draw.designs().get("a");
        double open = 0;
        for (int i = 0; i < design.units().size(); i++) {
            open += design.certain(i) ? 0 : design.units().get(i).size();
        }
        assertThat(fixedTake).isCloseTo(open, within(1e-9 * open));
        draw.sample()
                .forEach(psu -> assertThat(
                                draw.visitProbability(psu.unit().code()).orElseThrow())
                        .isCloseTo(1 / psu.designWeight(), within(1e-15)));
    }

    @Test
    void jointProbabilitiesOfTwoStrataAreProducts() {
        Draw draw = Draw.of(Frames.two(), Frames.plan(Method.TILLE, 3));
        JointProbabilities joint = draw.joint().orElseThrow();
        assertThat(joint.of(0, 10))
                .isEqualTo(draw.sample().get(0).inclusionProbability()
                        * draw.sample().get(10).inclusionProbability());
        assertThat(joint.of(0, 1)).isEqualTo(draw.joint("a").orElseThrow().of(0, 1));
        assertThat(joint.csv().lines()).hasSize(11);
        assertThat(Draw.of(Frames.two(), Frames.plan(Method.SYSTEMATIC_PPS_RANDOM, 3))
                        .joint())
                .isEmpty();
    }
}
