package org.suzhi.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuadraticFormTest {
    /** R survey 4.1-1: {@code pFsum(2.65966391430106, c(1, 1), c(1.57821729229495, 0), ddf = 14, lower.tail = FALSE)}. */
    @Test
    void degreesOfFreedomThatRoundingLeavesBelowAWholeNumberCountAsIt() {
        double[] weights = {1.57821729229495, 0};
        assertThat(QuadraticForm.saddlepointF(2.65966391430106, weights, 14))
                .isCloseTo(0.218465650000155, within(1e-6));
        assertThat(QuadraticForm.saddlepointF(2.65966391430106, weights, 13.999999999999995))
                .isCloseTo(0.218465650000155, within(1e-6));
    }
}
