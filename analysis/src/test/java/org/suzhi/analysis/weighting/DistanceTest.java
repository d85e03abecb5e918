package org.suzhi.analysis.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DistanceTest {
    private static final double LOWER = 0.4;
    private static final double UPPER = 2.5;

    @ParameterizedTest
    @EnumSource
    void weightsStayAsTheyAreAtZeroAndStartWithSlopeOne(Distance distance) {
        assertThat(distance.ratio(0, LOWER, UPPER)).isCloseTo(1, within(1e-15));
        assertThat(distance.slope(0, LOWER, UPPER)).isCloseTo(1, within(1e-15));
    }

    @ParameterizedTest
    @EnumSource
    void slopeIsTheDerivativeOfTheRatio(Distance distance) {
        for (double u : new double[] {-2.3, -0.5, -0.2, 0.1, 0.7, 1.2, 3}) {
            double step = 1e-6;
            double difference = distance.ratio(u + step, LOWER, UPPER) - distance.ratio(u - step, LOWER, UPPER);
            assertThat(distance.slope(u, LOWER, UPPER)).isCloseTo(difference / (2 * step), within(1e-8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ratioStaysWithinTheBounds(Distance distance) {
        assertThat(distance.ratio(-50, LOWER, UPPER)).isCloseTo(LOWER, within(1e-12));
        assertThat(distance.ratio(50, LOWER, UPPER)).isCloseTo(UPPER, within(1e-12));
    }
}
