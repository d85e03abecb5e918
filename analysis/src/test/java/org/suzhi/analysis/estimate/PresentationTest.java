package org.suzhi.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.suzhi.analysis.estimate.IntervalMethod.Proportion;

class PresentationTest {
    private static Proportion proportion(double p, double variance) {
        return new Proportion(p, variance, 16, 240, 16, 0.95);
    }

    @Test
    void effectiveSampleSizeIsThatOfTheBinomialVariance() {
        assertThat(Presentation.effectiveRows(proportion(0.2, 0.16 / 100))).isCloseTo(100, within(1e-9));
    }

    @Test
    void effectiveSampleSizeIsAtMostTheRows() {
        assertThat(Presentation.effectiveRows(proportion(0.2, 0.16 / 300))).isEqualTo(240);
    }

    @Test
    void ratesOfZeroAndOneHaveNoEffectiveSampleSize() {
        assertThat(Presentation.effectiveRows(proportion(0, 0))).isNaN();
        assertThat(Presentation.effectiveRows(proportion(1, 0))).isNaN();
    }
}
