package org.suzhi.analysis.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suzhi.analysis.disclosure.DisclosureControl.Decision;

/** Attackers of their own making try to find out small cells of random tables from what is left published. */
class AttackersTest {
    /** Goes through all tables of whole numbers that agree with the published cells of a table of three by three. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void noTableOfWholeNumbersIsLeftAlone(long seed) {
        int limit = 4;
        Respondents all = Respondents.random(new Random(seed), 9, 3, 3);
        List<Cell> cells = tables(all, new int[][] {{0, 1}, {0}, {1}});
        Decision decision = DisclosureControl.decide(cells, limit);
        int[][] counts = new int[3][3];
        all.rows.forEach(r -> counts[r[0]][r[1]]++);
        int[][] least = new int[3][3];
        int[][] most = new int[3][3];
        Arrays.stream(least).forEach(r -> Arrays.fill(r, Integer.MAX_VALUE));
        enumerate(counts, decision, new int[3][3], 0, least, most);
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                if (counts[r][c] > 0
                        && counts[r][c] < limit
                        && decision.exposed().isEmpty()) {
                    assertThat(most[r][c] - least[r][c])
                            .as("seed %d cell %d%d of %s", seed, r, c, Arrays.deepToString(counts))
                            .isGreaterThanOrEqualTo(limit);
                }
            }
        }
    }

    private static void enumerate(
            int[][] counts, Decision decision, int[][] table, int at, int[][] least, int[][] most) {
        if (at == 9) {
            for (int r = 0; r < 3; r++) {
                for (int c = 0; c < 3; c++) {
                    least[r][c] = Math.min(least[r][c], table[r][c]);
                    most[r][c] = Math.max(most[r][c], table[r][c]);
                }
            }
            return;
        }
        int r = at / 3;
        int c = at % 3;
        int total = Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
        boolean known = !decision.withholds("" + r + c);
        for (int x = known ? counts[r][c] : 0; x <= (known ? counts[r][c] : total); x++) {
            table[r][c] = x;
            boolean rowFits = c < 2 || decision.withholds(r + ".") || sum(table[r]) == sum(counts[r]);
            boolean columnFits = r < 2 || decision.withholds("." + c) || column(table, c) == column(counts, c);
            int sum = Arrays.stream(table).mapToInt(AttackersTest::sum).sum();
            boolean fits = rowFits && columnFits && (at < 8 || sum == total);
            if (fits) {
                enumerate(counts, decision, table, at + 1, least, most);
            }
            table[r][c] = 0;
            if (sum > total) {
                break;
            }
        }
    }

    private static int sum(int[] row) {
        return Arrays.stream(row).sum();
    }

    private static int column(int[][] table, int c) {
        return Arrays.stream(table).mapToInt(r -> r[c]).sum();
    }

    /** Three linked tables of two variables each, with all margins: the attacker's unknowns are the cells of the cube. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void linkedTablesDoNotOpenEachOther(long seed) {
        int limit = 10;
        Respondents all = Respondents.random(new Random(seed), 14, 5, 3, 2);
        int[][] published = {{0, 1}, {0, 2}, {1, 2}, {0}, {1}, {2}};
        List<Cell> cells = tables(all, published);
        Decision decision = DisclosureControl.decide(cells, limit);
        Cube cube = new Cube(all);
        List<LinearConstraint> known = new ArrayList<>();
        int withheld = 0;
        for (Cell cell : cells) {
            if (decision.withholds(cell.id())) {
                withheld++;
            } else {
                known.add(new LinearConstraint(
                        cube.row(cell.id()), Relationship.EQ, cell.rows().cardinality()));
            }
        }
        assertThat(withheld).as("some are withheld, not all").isBetween(1, cells.size() - 2);
        for (Cell cell : cells) {
            int n = cell.rows().cardinality();
            if (n > 0 && n < limit && !decision.exposed().contains(cell.id())) {
                double width = bound(cube.row(cell.id()), known, GoalType.MAXIMIZE)
                        - bound(cube.row(cell.id()), known, GoalType.MINIMIZE);
                assertThat(width)
                        .as("seed %d cell %s of %d", seed, cell.id(), n)
                        .isGreaterThan(limit - 1e-6);
            }
        }
    }

    private static double bound(double[] objective, List<LinearConstraint> known, GoalType goal) {
        return new SimplexSolver()
                .optimize(
                        new LinearObjectiveFunction(objective, 0),
                        new LinearConstraintSet(known),
                        goal,
                        new NonNegativeConstraint(true))
                .getValue();
    }

    /** The cells of the crossing of all variables, empty ones too. */
    private record Cube(Respondents all) {
        double[] row(String cell) {
            int[] sizes = all.sizes;
            int count = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
            double[] row = new double[count];
            for (int k = 0; k < count; k++) {
                int rest = k;
                boolean in = true;
                for (int v = 0; v < sizes.length; v++) {
                    char wanted = cell.equals("all") ? '.' : cell.charAt(v);
                    in &= wanted == '.' || wanted - '0' == rest % sizes[v];
                    rest /= sizes[v];
                }
                row[k] = in ? 1 : 0;
            }
            return row;
        }
    }

    private static List<Cell> tables(Respondents all, int[][] variables) {
        List<Cell> cells = new ArrayList<>();
        for (int[] table : variables) {
            cells.addAll(all.table(table));
        }
        cells.add(all.whole());
        return cells;
    }
}
