package org.suzhi.analysis.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * What an attacker can find out about the count of a set: the least and the greatest count that agree with all that is
 * published, by linear programming.
 */
final class Attack {
    static final int STEPS = 200_000;
    static final double ROUNDING = 1e-6;

    /** Counts between which the attacker cannot tell. */
    record Range(double least, double greatest) {
        double width() {
            return greatest - least;
        }
    }

    private Attack() {}

    /** Whether the count of a set stays open over at least so many responses. */
    static boolean fails(RowSet target, List<RowSet> published, double width) {
        Linear linear = new Linear(target, published);
        double above = linear.bound(GoalType.MAXIMIZE) - target.n;
        return above >= width - ROUNDING || above + target.n - linear.bound(GoalType.MINIMIZE) >= width - ROUNDING;
    }

    static Range range(RowSet target, List<RowSet> published) {
        Linear linear = new Linear(target, published);
        return new Range(linear.bound(GoalType.MINIMIZE), linear.bound(GoalType.MAXIMIZE));
    }

    private static final class Linear {
        private final LinearConstraintSet constraints;
        private final double[] target;

        Linear(RowSet target, List<RowSet> published) {
            List<RowSet> sets = new ArrayList<>(published);
            sets.add(target);
            Equations equations = Equations.of(sets);
            this.target = equations.row(published.size());
            constraints = new LinearConstraintSet(equations.independent(published.size()).stream()
                    .map(s -> new LinearConstraint(equations.row(s), Relationship.EQ, equations.set(s).n))
                    .toList());
        }

        double bound(GoalType goal) {
            if (constraints.getConstraints().isEmpty()) {
                return goal == GoalType.MAXIMIZE ? Double.POSITIVE_INFINITY : 0;
            }
            try {
                return new SimplexSolver()
                        .optimize(
                                new MaxIter(STEPS),
                                new LinearObjectiveFunction(target, 0),
                                constraints,
                                goal,
                                new NonNegativeConstraint(true))
                        .getValue();
            } catch (UnboundedSolutionException e) {
                return Double.POSITIVE_INFINITY;
            }
        }
    }
}
