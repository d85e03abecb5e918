package org.suzhi.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StratumDesignTest {
    static Stream<Arguments> designs() {
        return Arrays.stream(Method.values())
                .flatMap(method -> IntStream.of(1, 2, 5, 13, 24, 25)
                        .boxed()
                        .flatMap(n -> Stream.of(1L, 2L).map(seed -> Arguments.of(method, n, seed))));
    }

    private static StratumDesign design(Method method, int n, long seed) {
        return StratumDesign.of(method, Frames.stratum("s", Frames.sizes(25, seed)), n);
    }

    private static int[] all(StratumDesign design) {
        return IntStream.range(0, design.units().size()).toArray();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void inclusionProbabilitiesAddUpToTheSampleSize(Method method, int n, long seed) {
        StratumDesign design = design(method, n, seed);
        double sum = Arrays.stream(all(design))
                .mapToDouble(design::inclusionProbability)
                .sum();
        assertThat(sum).isCloseTo(n, within(1e-12 * n));
        for (int i : all(design)) {
            assertThat(design.inclusionProbability(i)).isGreaterThan(0).isLessThanOrEqualTo(1);
            assertThat(design.certain(i)).isEqualTo(design.inclusionProbability(i) == 1);
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void jointProbabilitiesOfAUnitAddUpToTheOthersDrawnWithIt(Method method, int n, long seed) {
        StratumDesign design = design(method, n, seed);
        if (!method.hasJointProbabilities()) {
            boolean allCertain = Arrays.stream(all(design)).allMatch(design::certain);
            assertThat(design.joint(all(design)).isPresent()).isEqualTo(allCertain);
            return;
        }
        JointProbabilities joint = design.joint(all(design)).orElseThrow();
        for (int i : all(design)) {
            double others = 0;
            for (int j : all(design)) {
                others += i == j ? 0 : joint.of(i, j);
                assertThat(joint.of(i, j)).isEqualTo(joint.of(j, i)).isBetween(0.0, 1.0);
            }
            assertThat(joint.of(i, i)).isEqualTo(design.inclusionProbability(i));
            assertThat(others).isCloseTo((n - 1) * design.inclusionProbability(i), within(1e-10));
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void everyDrawHasTheSampleSizeAndTheCertainUnits(Method method, int n, long seed) {
        StratumDesign design = design(method, n, seed);
        for (int draw = 0; draw < 50; draw++) {
            int[] places = design.select(RandomStream.of(draw, "test"));
            assertThat(places).hasSize(n).isSorted().doesNotHaveDuplicates();
            assertThat(IntStream.range(0, 25).filter(design::certain).boxed().toList())
                    .isSubsetOf(Arrays.stream(places).boxed().toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void orderOfTheFrameMattersToSystematicSelectionOnly(Method method) {
        List<Unit> units = new ArrayList<>(Frames.stratum("s", Frames.sizes(25, 3)));
        List<List<String>> drawn = new ArrayList<>();
        for (int order = 0; order < 6; order++) {
            StratumDesign design = StratumDesign.of(method, units, 8);
            drawn.add(Arrays.stream(design.select(RandomStream.of(7, "test")))
                    .mapToObj(i -> design.units().get(i).code())
                    .sorted()
                    .toList());
            Collections.shuffle(units, new Random(order));
        }
        if (method.inFrameOrder()) {
            assertThat(drawn.stream().distinct()).hasSizeGreaterThan(1);
        } else {
            assertThat(drawn).allMatch(drawn.get(0)::equals);
        }
    }

    @Test
    void aUnitLargerThanTheIntervalIsCertainAndItsPlaceIsNotSharedOut() {
        StratumDesign design = StratumDesign.of(Method.SYSTEMATIC_PPS, Frames.stratum("s", 600, 150, 100, 50, 100), 3);
        assertThat(design.certain(0)).isTrue();
        assertThat(design.inclusionProbability(1)).isEqualTo(2 * 150 / 400.0);
        assertThat(design.inclusionProbability(3)).isEqualTo(2 * 50 / 400.0);
    }

    @Test
    void takingOutOneCertainUnitCanMakeAnotherCertain() {
        StratumDesign design = StratumDesign.of(Method.SAMPFORD, Frames.stratum("s", 900, 120, 40, 40, 30), 3);
        assertThat(design.certain(0)).isTrue();
        assertThat(design.certain(1)).as("2 x 120 / 230").isTrue();
        assertThat(design.inclusionProbability(2)).isEqualTo(40 / 110.0);
    }

    @Test
    void neighboursInASystematicSampleAreNeverDrawnTogether() {
        StratumDesign design = StratumDesign.of(Method.SYSTEMATIC, Frames.stratum("s", new int[20]), 5);
        JointProbabilities joint = design.joint(all(design)).orElseThrow();
        assertThat(joint.of(0, 1)).isZero();
        assertThat(joint.of(0, 4)).isEqualTo(0.25);
    }

    @Test
    void aSampleLargerThanTheStratumIsRefused() {
        assertThatThrownBy(() -> StratumDesign.of(Method.SRS, Frames.stratum("s", 1, 2), 3))
                .hasMessage("sample size: got 3, expected 1 to the 2 units of the stratum");
    }
}
