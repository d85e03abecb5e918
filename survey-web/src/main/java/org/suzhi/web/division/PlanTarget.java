package org.suzhi.web.division;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that the plan wants reached.
 *
 * @param key names it for good: entered values belong to it, whatever file it comes from later
 * @param comparison how a value must stand to {@code value}; null where the plan gives no number
 * @param value in the unit of {@code measure}: percent from 0 to 100, a count, or 1 for yes
 * @param deadline last year
 * @param quote the plan's own words
 * @param action number of the action that it belongs to
 * @param measuredBy {@value #SURVEY}, {@value #ENTERED}, or the category whose actions are counted
 */
public record PlanTarget(
        String id,
        String key,
        Name name,
        @Nullable Comparison comparison,
        @Nullable Double value,
        Measure measure,
        @Nullable Integer deadline,
        String quote,
        String section,
        String note,
        @Nullable Integer action,
        Aspiration aspiration,
        String measuredBy) {
    /** Told by the published rate of the survey. */
    public static final String SURVEY = "survey";

    /** Told by values that somebody enters. */
    public static final String ENTERED = "entered";

    /** What a value is. */
    public enum Measure {
        PERCENT,
        COUNT,
        YES_NO,
        UNQUANTIFIED;

        static Optional<Measure> of(String word) {
            return Named.of(values(), word);
        }
    }

    /** Whether the plan only strives for it (力争). */
    public enum Aspiration {
        NO,
        YES,
        /** The plan's wording can be read either way. */
        UNCLEAR;

        static Optional<Aspiration> of(String word) {
            return Named.of(values(), word);
        }
    }

    /** How a value must stand to the target's. */
    public enum Comparison {
        ABOVE(">", ">"),
        AT_LEAST(">=", "≥"),
        EQUAL("==", "="),
        AT_MOST("<=", "≤"),
        BELOW("<", "<");

        private final String symbol;
        private final String sign;

        Comparison(String symbol, String sign) {
            this.symbol = symbol;
            this.sign = sign;
        }

        /** As files and JSON write it. */
        public String symbol() {
            return symbol;
        }

        /** As pages write it. */
        public String sign() {
            return sign;
        }

        boolean holds(double got, double wanted) {
            return switch (this) {
                case ABOVE -> got > wanted;
                case AT_LEAST -> got >= wanted;
                case EQUAL -> got == wanted;
                case AT_MOST -> got <= wanted;
                case BELOW -> got < wanted;
            };
        }

        static Optional<Comparison> of(String symbol) {
            for (Comparison comparison : values()) {
                if (comparison.symbol.equals(symbol)) {
                    return Optional.of(comparison);
                }
            }
            return Optional.empty();
        }
    }

    /** Whether it takes values that somebody enters. */
    public boolean isEntered() {
        return measuredBy.equals(ENTERED);
    }

    public boolean isOfSurvey() {
        return measuredBy.equals(SURVEY);
    }

    /** Whether a value reaches it; never where the plan gives no number. */
    public boolean isReachedBy(double got) {
        return comparison != null && value != null && comparison.holds(got, value);
    }

    /** Enum constants by their names in lower case. */
    private static final class Named {
        static <E extends Enum<E>> Optional<E> of(E[] constants, String word) {
            for (E constant : constants) {
                if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return Optional.of(constant);
                }
            }
            return Optional.empty();
        }
    }
}
