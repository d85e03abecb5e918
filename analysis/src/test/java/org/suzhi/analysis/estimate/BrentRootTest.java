package org.suzhi.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BrentRootTest {

    @Test
    void findsTheRootWithinTheTolerance() {
        assertThat(BrentRoot.find(x -> x * x * x - 2 * x - 5, 2, 3, 1e-14))
                .isCloseTo(2.0945514815423265, within(1e-13));
        assertThat(BrentRoot.find(x -> Math.cos(x) - x, 0, 1, 1e-14)).isCloseTo(0.7390851332151607, within(1e-13));
        assertThat(BrentRoot.find(x -> Math.exp(-x) - 1e-6, 0, 100, 1e-12)).isCloseTo(Math.log(1e6), within(1e-10));
    }

    @Test
    void bisectsWhereTheFunctionJumps() {
        assertThat(BrentRoot.find(x -> x < 0.3 ? -1 : 2, 0, 1, 1e-10)).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void rootAtAnEndIsThatEnd() {
        assertThat(BrentRoot.find(x -> x - 2, 2, 5, 1e-10)).isEqualTo(2);
        assertThat(BrentRoot.find(x -> x - 5, 2, 5, 1e-10)).isEqualTo(5);
    }

    @Test
    void sameSignAtBothEndsHasNoRoot() {
        assertThat(BrentRoot.find(x -> x * x + 1, -1, 1, 1e-10)).isNaN();
    }

    /** Brent's method needs far fewer evaluations than the 47 bisections of this width. */
    @Test
    void interpolatesSmoothFunctions() {
        AtomicInteger evaluations = new AtomicInteger();
        BrentRoot.find(
                x -> {
                    evaluations.incrementAndGet();
                    return Math.exp(x) - 3;
                },
                0,
                2,
                1e-14);
        assertThat(evaluations.get()).isLessThan(16);
    }
}
