package org.suzhi.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suzhi.analysis.estimate.IntervalMethod.Proportion;
import org.suzhi.analysis.estimate.Presentation.Code;
import org.suzhi.analysis.estimate.Presentation.Reason;

/** Limits of the standard, each from both sides. */
class PresentationTest {

    @Test
    void largeSampleIsShown() {
        assertThat(of(0.13, 1, 2000, 72)).isEqualTo(new Presentation(Code.PRESENT, List.of()));
    }

    @Test
    void fewerThanThirtyRowsAreSuppressed() {
        assertThat(of(0.02, 1e-3, 29, 72))
                .isEqualTo(new Presentation(Code.SUPPRESS, List.of(Reason.SAMPLE_SIZE, Reason.RELATIVE_WIDTH)));
        assertThat(of(0.98, 1, 30, 72).reasons()).containsExactly(Reason.COMPLEMENT);
    }

    @Test
    void effectiveSizeBelowThirtyIsSuppressed() {
        assertThat(of(0.98, 1.999, 58, 72).reasons()).containsExactly(Reason.EFFECTIVE_SAMPLE_SIZE);
        assertThat(of(0.98, 1.9, 58, 72).reasons()).containsExactly(Reason.COMPLEMENT);
    }

    @Test
    void intervalOfThirtyPointsIsSuppressed() {
        assertThat(of(0.5, 1, 42, 1000).reasons()).containsExactly(Reason.ABSOLUTE_WIDTH);
        assertThat(of(0.5, 1, 46, 1000).reasons()).isEmpty();
    }

    @Test
    void intervalWiderThanThirteenTenthsOfTheRateIsSuppressed() {
        assertThat(of(0.05, 1, 190, 1000).reasons()).containsExactly(Reason.RELATIVE_WIDTH);
        assertThat(of(0.05, 1, 240, 1000).reasons()).isEmpty();
    }

    @Test
    void aRateWhoseComplementWouldNotPassAsksForALook() {
        assertThat(of(0.95, 1, 190, 1000)).isEqualTo(new Presentation(Code.REVIEW, List.of(Reason.COMPLEMENT)));
        assertThat(of(0.95, 1, 240, 1000).code()).isEqualTo(Code.PRESENT);
    }

    @Test
    void narrowIntervalIsShownHoweverSmallTheRate() {
        assertThat(of(0.002, 1, 500, 1000).reasons()).isEmpty();
    }

    @Test
    void fewDegreesOfFreedomAskForReview() {
        assertThat(of(0.13, 1, 2000, 7)).isEqualTo(new Presentation(Code.REVIEW, List.of(Reason.DEGREES_OF_FREEDOM)));
        assertThat(of(0.13, 1, 2000, 8).code()).isEqualTo(Code.PRESENT);
    }

    @Test
    void noEventOrNothingElseAsksForReview() {
        Presentation review = new Presentation(Code.REVIEW, List.of(Reason.ZERO_EVENTS));
        assertThat(of(0, 1, 100, 72)).isEqualTo(review);
        assertThat(of(1, 1, 100, 72)).isEqualTo(review);
        assertThat(of(0, 1, 29, 72).code()).isEqualTo(Code.SUPPRESS);
    }

    @Test
    void designThatBeatsSimpleRandomSamplingGainsNothing() {
        assertThat(of(0.5, 0.5, 42, 1000)).isEqualTo(of(0.5, 1, 42, 1000));
    }

    private static Presentation of(double p, double deff, int n, double df) {
        return Presentation.of(new Proportion(p, deff * p * (1 - p) / n, df, n, df, 0.95));
    }

    @Test
    void effectiveSizeIsThatOfTheBinomialVarianceAndAtMostTheRows() {
        assertThat(Presentation.effectiveRows(new Proportion(0.2, 0.16 / 100, 16, 240, 16, 0.95)))
                .isCloseTo(100, within(1e-9));
        assertThat(Presentation.effectiveRows(new Proportion(0.2, 0.16 / 300, 16, 240, 16, 0.95)))
                .isEqualTo(240);
    }

    @Test
    void ratesOfZeroAndOneHaveNoEffectiveSize() {
        assertThat(Presentation.effectiveRows(new Proportion(0, 0, 16, 240, 16, 0.95)))
                .isNaN();
        assertThat(Presentation.effectiveRows(new Proportion(1, 0, 16, 240, 16, 0.95)))
                .isNaN();
    }
}
