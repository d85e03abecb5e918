package org.suzhi.analysis.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HadamardTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 11, 12, 15, 19, 23, 27, 30, 35, 39, 47, 60, 99})
    void rowsAreOrthogonalAndTheFirstRowAndColumnAreOnes(int n) {
        Hadamard h = Hadamard.ofOrderAbove(n);
        assertThat(h.order()).isGreaterThan(n).isLessThan(2 * n + 3);
        for (int i = 0; i < h.order(); i++) {
            assertThat(h.positive(0, i)).isTrue();
            assertThat(h.positive(i, 0)).isTrue();
            for (int j = 0; j < i; j++) {
                int dot = 0;
                for (int c = 0; c < h.order(); c++) {
                    dot += h.positive(i, c) == h.positive(j, c) ? 1 : -1;
                }
                assertThat(dot)
                        .as("rows %d and %d of order %d", i, j, h.order())
                        .isZero();
            }
        }
    }
}
