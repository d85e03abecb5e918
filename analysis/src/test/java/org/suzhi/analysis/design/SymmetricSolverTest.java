package org.suzhi.analysis.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SymmetricSolverTest {

    @Test
    void solvesARegularSystem() {
        double[] matrix = {4, 2, 1, 2, 5, 3, 1, 3, 6};
        SymmetricSolver solver = SymmetricSolver.of(matrix, 3, 1e-12);
        assertThat(solver.rank()).isEqualTo(3);
        // The right-hand side of x = (1, -2, 3).
        double[] x = solver.solve(new double[] {3, 1, 13});
        assertThat(x).containsExactly(new double[] {1, -2, 3}, within(1e-12));
    }

    @Test
    void columnThatDependsOnEarlierOnesGetsNothing() {
        // The third column is the sum of the first two.
        double[] matrix = {4, 2, 6, 2, 5, 7, 6, 7, 13};
        SymmetricSolver solver = SymmetricSolver.of(matrix, 3, 1e-12);
        assertThat(solver.rank()).isEqualTo(2);
        assertThat(solver.kept(0)).isTrue();
        assertThat(solver.kept(1)).isTrue();
        assertThat(solver.kept(2)).isFalse();
        double[] x = solver.solve(new double[] {0, -8, -8});
        assertThat(x).containsExactly(new double[] {1, -2, 0}, within(1e-12));
    }

    @Test
    void emptyColumnInTheMiddleIsLeftOut() {
        double[] matrix = {4, 0, 1, 0, 0, 0, 1, 0, 6};
        SymmetricSolver solver = SymmetricSolver.of(matrix, 3, 1e-12);
        assertThat(solver.kept(1)).isFalse();
        assertThat(solver.solve(new double[] {7, 5, 19})).containsExactly(new double[] {1, 0, 3}, within(1e-12));
    }

    @Test
    void solvingLeavesTheRightHandSideAsItWas() {
        double[] right = {7, 19};
        SymmetricSolver.of(new double[] {4, 1, 1, 6}, 2, 1e-12).solve(right);
        assertThat(right).containsExactly(7, 19);
    }
}
