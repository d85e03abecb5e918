package org.suzhi.analysis.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Which published sets must be withheld so that the count of a set could also be another one: those whose counts change on
 * the way to the nearest world in which it is (Kelly, Golden and Assad 1992).
 *
 * <p>\( \min \sum_S n_S |z(S) - n_S| \) over \( z \ge 0 \) with \( z(T) = c \), and \( z(S) = n_S \) for sets that cannot be
 * withheld. Counts as costs: rather two small cells than a large one.
 */
final class Pattern {
    private final Equations equations;
    private final int fixed;
    private final int movable;
    private final int unknowns;

    private Pattern(RowSet target, List<RowSet> fixed, List<RowSet> movable) {
        List<RowSet> sets = new ArrayList<>(fixed);
        sets.addAll(movable);
        sets.add(target);
        equations = Equations.of(sets);
        this.fixed = fixed.size();
        this.movable = movable.size();
        unknowns = equations.unknowns() + 2 * movable.size();
    }

    /**
     * The sets to withhold; empty where no such world exists.
     *
     * @param count of the target in the other world
     */
    static Optional<List<RowSet>> of(RowSet target, double count, List<RowSet> shown) {
        List<RowSet> fixed = shown.stream().filter(s -> s.fixed).toList();
        List<RowSet> movable = shown.stream().filter(s -> !s.fixed).toList();
        return new Pattern(target, fixed, movable).solve(count);
    }

    private Optional<List<RowSet>> solve(double count) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int s : equations.independent(fixed)) {
            constraints.add(new LinearConstraint(padded(s), Relationship.EQ, equations.set(s).n));
        }
        double[] costs = new double[unknowns];
        for (int m = 0; m < movable; m++) {
            int s = fixed + m;
            double[] row = padded(s);
            row[more(m)] = -1;
            row[more(m) + 1] = 1;
            costs[more(m)] = equations.set(s).n;
            costs[more(m) + 1] = equations.set(s).n;
            constraints.add(new LinearConstraint(row, Relationship.EQ, equations.set(s).n));
        }
        constraints.add(new LinearConstraint(padded(fixed + movable), Relationship.EQ, count));
        double[] world;
        try {
            world = new SimplexSolver()
                    .optimize(
                            new MaxIter(Attack.STEPS),
                            new LinearObjectiveFunction(costs, 0),
                            new LinearConstraintSet(constraints),
                            GoalType.MINIMIZE,
                            new NonNegativeConstraint(true))
                    .getPoint();
        } catch (NoFeasibleSolutionException e) {
            return Optional.empty();
        }
        List<RowSet> withheld = new ArrayList<>();
        for (int m = 0; m < movable; m++) {
            if (world[more(m)] + world[more(m) + 1] > Attack.ROUNDING) {
                withheld.add(equations.set(fixed + m));
            }
        }
        return Optional.of(withheld);
    }

    /** The place of how far a set's count is above; how far below comes next. */
    private int more(int movable) {
        return equations.unknowns() + 2 * movable;
    }

    private double[] padded(int set) {
        return Arrays.copyOf(equations.row(set), unknowns);
    }
}
