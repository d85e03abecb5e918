package org.suzhi.web.division;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a target stands.
 *
 * @param newest the newest value of the whole that holds; null where there is none
 */
public record Standing(State state, @Nullable TargetValue newest) {
    /** How far a target has come. */
    public enum State {
        /** Reached by the deadline, or before it. */
        REACHED,
        /** Reached, but only after the deadline. */
        REACHED_LATE,
        /** Not reached, and there is time left. */
        UNDER_WAY,
        /** Not reached by the deadline. */
        MISSED,
        /** Nothing has been entered; there is time left. */
        NO_VALUE,
        /** Nothing has been entered, and the deadline is past. */
        NO_VALUE_AT_DEADLINE,
        /** The plan gives no number, so that nothing can be held against it. */
        NO_NUMBER;

        /** As written in JSON and in message keys: {@code under-way}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Judges a target by its values.
     *
     * <p>The newest value tells whether it is reached. It counts as reached in time if that value is from before the deadline's
     * end, or the newest one from before it reached the target as well.
     *
     * @param values of any targets, the newest first
     */
    public static Standing of(PlanTarget target, List<TargetValue> values, LocalDate today) {
        List<TargetValue> valid = values.stream()
                .filter(value -> value.targetKey().equals(target.key()))
                .filter(value -> !value.isWithdrawn() && value.isOfTheWhole())
                .toList();
        @Nullable TargetValue newest = valid.isEmpty() ? null : valid.get(0);
        return new Standing(state(target, valid, today), newest);
    }

    private static State state(PlanTarget target, List<TargetValue> valid, LocalDate today) {
        boolean over = target.deadline() != null && today.getYear() > target.deadline();
        if (target.comparison() == null) {
            return State.NO_NUMBER;
        }
        if (valid.isEmpty()) {
            return over ? State.NO_VALUE_AT_DEADLINE : State.NO_VALUE;
        }
        if (!target.isReachedBy(valid.get(0).value())) {
            return over ? State.MISSED : State.UNDER_WAY;
        }
        boolean inTime = valid.stream()
                .filter(value -> target.deadline() == null || value.asOf().getYear() <= target.deadline())
                .findFirst()
                .filter(value -> target.isReachedBy(value.value()))
                .isPresent();
        return inTime ? State.REACHED : State.REACHED_LATE;
    }

    /** Judges a target that counts the plan's own actions. */
    public static Standing ofActions(PlanTarget target, Division division) {
        boolean reached = target.isReachedBy((double) division.count(target.measuredBy()));
        return new Standing(reached ? State.REACHED : State.MISSED, null);
    }
}
