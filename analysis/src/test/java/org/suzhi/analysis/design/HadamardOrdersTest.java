package org.suzhi.analysis.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HadamardOrdersTest {

    @Test
    void rowsAreOrthogonalAndFirstOnesAreOnes() {
        int n = 1;
        while (n <= 130) {
            Hadamard h = Hadamard.ofOrderAbove(n);
            assertThat(h.order()).isGreaterThan(n);
            for (int i = 0; i < h.order(); i++) {
                assertThat(h.positive(i, 0) && h.positive(0, i))
                        .as("order above %d", n)
                        .isTrue();
                for (int j = 0; j < i; j++) {
                    assertThat(agreements(h, i, j))
                            .as("rows %d, %d of order %d", i, j, h.order())
                            .isEqualTo(h.order() / 2);
                }
            }
            n = h.order();
        }
    }

    /** Orders of Sylvester's doubling and Paley's constructions over primes; 52 would need a field of 25. */
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "4, 8", "8, 12", "12, 16", "27, 28", "28, 32", "35, 36", "36, 40", "51, 56", "88, 96"})
    void orderIsTheSmallestConstructed(int above, int order) {
        assertThat(Hadamard.ofOrderAbove(above).order()).isEqualTo(order);
    }

    private static int agreements(Hadamard h, int i, int j) {
        int agree = 0;
        for (int k = 0; k < h.order(); k++) {
            agree += h.positive(i, k) == h.positive(j, k) ? 1 : 0;
        }
        return agree;
    }
}
