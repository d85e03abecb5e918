package org.suzhi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suzhi.sample.SampleCounty;
import org.suzhi.sample.Truth;
import org.suzhi.sampling.Draw;
import org.suzhi.sampling.Method;
import org.suzhi.sampling.StratumDesign;

/** A smaller run of {@link Draws}; its seeds are fixed, so it fails only when something is drawn or weighted differently. */
class DrawsTest {
    private static final int DRAWS = 400;
    private static final SampleCounty COUNTY = SampleCounty.of(SampleCounty.DEMONSTRATION_SEED);
    private static final CountyDraws FRAME = new CountyDraws(COUNTY);

    @ParameterizedTest
    @EnumSource
    void villagesAndPairsAreDrawnAsOftenAsIntended(Method method) {
        List<Draw> draws = FRAME.draws(method, DRAWS);
        InclusionCheck units = InclusionTable.units(draws);
        assertThat(units.things()).isEqualTo(167);
        assertThat(units.holds()).as(units.toString()).isTrue();
        assertThat(InclusionTable.pairs(draws).isPresent()).isEqualTo(method.hasJointProbabilities());
        // Some hundred pairs a stratum want more draws than these for a test of all together; the largest will do.
        InclusionTable.pairs(draws).ifPresent(pairs -> {
            assertThat(pairs.impossible()).isZero();
            assertThat(pairs.pOfLargest()).as(pairs.toString()).isGreaterThan(0.001);
        });
    }

    @Test
    void personsAreDrawnAsOftenAsIntended() {
        MeanTest persons = InclusionTable.persons(FRAME, FRAME.draws(Method.SYSTEMATIC_PPS, DRAWS));
        assertThat(persons.p()).isBetween(0.001, 0.999);
    }

    /** Draws of one method held against the probabilities of another. */
    private static InclusionCheck units(Method drawn, Method intended) {
        String stratum = "t01-urban";
        StratumDesign design = FRAME.draw(intended, 1).designs().get(stratum);
        return InclusionCheck.units(
                places(drawn, design, stratum),
                IntStream.range(0, design.units().size())
                        .mapToDouble(design::inclusionProbability)
                        .toArray());
    }

    private static InclusionCheck pairs(Method drawn, Method intended) {
        String stratum = "t01-urban";
        StratumDesign design = FRAME.draw(intended, 1).designs().get(stratum);
        int[] all = IntStream.range(0, design.units().size()).toArray();
        return InclusionCheck.pairs(
                places(drawn, design, stratum), design.joint(all).orElseThrow());
    }

    private static List<int[]> places(Method drawn, StratumDesign design, String stratum) {
        List<int[]> places = new ArrayList<>();
        for (Draw draw : FRAME.draws(drawn, DRAWS)) {
            places.add(draw.sample(stratum).stream()
                    .mapToInt(psu -> design.units().indexOf(psu.unit()))
                    .toArray());
        }
        return places;
    }

    @Test
    void theCheckNoticesAnotherMethod() {
        assertThat(units(Method.SRS, Method.SAMPFORD).holds()).isFalse();
        assertThat(units(Method.SAMPFORD, Method.SRS).holds()).isFalse();
        assertThat(units(Method.TILLE, Method.SAMPFORD).holds())
                .as("same first order")
                .isTrue();
        assertThat(pairs(Method.SYSTEMATIC_PPS, Method.SAMPFORD).holds()).isFalse();
        assertThat(pairs(Method.SAMPFORD, Method.SYSTEMATIC_PPS).impossible()).isPositive();
        assertThat(pairs(Method.SYSTEMATIC, Method.SRS).holds()).isFalse();
    }

    @Test
    void theWholeChainOfWeightsIsUnbiasedAndTheBaseWeightsAreNot() {
        int draws = 60;
        ChainTable table = Draws.chain(COUNTY, FRAME, Method.SAMPFORD, 2025, draws);
        List<Truth> domains = COUNTY.truth(2025);
        for (int d = 0; d < domains.size(); d++) {
            Performance chain = table.chain(d);
            // Ratios of small groups have a bias of their own, far below one standard error.
            double allowed = 4 * chain.sd() / Math.sqrt(draws);
            assertThat(Math.abs(chain.bias())).as(domains.get(d).toString()).isLessThan(allowed);
        }
        assertThat(table.base(0).bias()).isGreaterThan(0.02);
        double error = Math.sqrt(0.95 * 0.05 / draws);
        assertThat(table.chain(0).coverage()).isBetween(0.95 - 4 * error, 1.0);
        assertThat(table.chain(0).seRatio()).isBetween(0.7, 1.4);
    }
}
