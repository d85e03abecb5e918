package org.suzhi.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.suzhi.analysis.estimate.IntervalMethod.Proportion;

class IntervalMethodTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static Proportion simple(double p, int n) {
        return new Proportion(p, p * (1 - p) / n, INFINITE, n, n - 1.0, 0.95);
    }

    /** R: prop.test(x, n, correct = FALSE)$conf.int. */
    @ParameterizedTest
    @CsvSource({
        "13,100,0.0775716742724,0.2098035144008",
        "2,40,0.0138206673861,0.1650387736914",
        "70,80,0.784971979008,0.930664423840"
    })
    void wilsonOfASimpleSampleIsTheScoreInterval(int x, int n, double lower, double upper) {
        Interval interval = IntervalMethod.WILSON.of(simple((double) x / n, n));
        assertThat(interval.lower()).isCloseTo(lower, within(1e-11));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-11));
    }

    /** R: binom.test(x, n)$conf.int. */
    @ParameterizedTest
    @CsvSource({"13,100,0.07107304619,0.21204067709", "2,40,0.006113646599,0.169196863959"})
    void betaOfASimpleSampleIsClopperPearson(int x, int n, double lower, double upper) {
        Interval interval = IntervalMethod.BETA.of(simple((double) x / n, n));
        assertThat(interval.lower()).isCloseTo(lower, within(1e-10));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-10));
    }

    @ParameterizedTest
    @EnumSource(IntervalMethod.class)
    void everyIntervalHoldsTheEstimateAndMirrorsWithTheComplement(IntervalMethod method) {
        Interval interval = method.of(new Proportion(0.2, 0.0009, 30, 300, 30, 0.9));
        Interval mirrored = method.of(new Proportion(0.8, 0.0009, 30, 300, 30, 0.9));
        assertThat(interval.lower()).isLessThan(0.2);
        assertThat(interval.upper()).isGreaterThan(0.2);
        assertThat(1 - mirrored.upper()).isCloseTo(interval.lower(), within(1e-9));
        assertThat(1 - mirrored.lower()).isCloseTo(interval.upper(), within(1e-9));
    }

    @Test
    void presentationFollowsTheStandard() {
        assertThat(Presentation.of(new Proportion(0.13, 0.0001, 60, 2000, 60, 0.95))
                        .code())
                .isEqualTo(Presentation.Code.PRESENT);
        assertThat(Presentation.of(new Proportion(0.13, 0.004, 60, 25, 60, 0.95))
                        .reasons())
                .contains(Presentation.Reason.SAMPLE_SIZE);
        assertThat(Presentation.of(new Proportion(0.5, 0.01, 60, 200, 60, 0.95)).reasons())
                .contains(Presentation.Reason.EFFECTIVE_SAMPLE_SIZE, Presentation.Reason.ABSOLUTE_WIDTH);
        assertThat(Presentation.of(new Proportion(0.03, 0.0004, 60, 400, 60, 0.95))
                        .reasons())
                .containsExactly(Presentation.Reason.RELATIVE_WIDTH);
        assertThat(Presentation.of(new Proportion(0.3, 0.0004, 5, 400, 5, 0.95)).code())
                .isEqualTo(Presentation.Code.REVIEW);
        assertThat(Presentation.of(new Proportion(0, 0, 60, 400, 60, 0.95)).code())
                .isEqualTo(Presentation.Code.REVIEW);
    }
}
