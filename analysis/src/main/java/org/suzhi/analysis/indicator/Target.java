package org.suzhi.analysis.indicator;

/**
 * A target for an indicator.
 *
 * @param indicator name of the indicator
 * @param operator how the indicator must stand to the value
 * @param value the value, as a proportion from 0 to 1
 * @param deadline last year
 * @param population whom the rate is about; "" where nothing else is meant than the whole survey
 * @param criterion how the indicator is measured; only waves of this criterion count, "" for that of the newest wave
 */
public record Target(
        String indicator, Operator operator, double value, int deadline, String population, String criterion) {
    /** How an indicator must stand to its target. */
    public enum Operator {
        /** Strictly above: 超过. */
        ABOVE(">"),
        /** At least: 达到. */
        AT_LEAST(">="),
        /** Strictly below: 低于. */
        BELOW("<"),
        /** At most: 不高于. */
        AT_MOST("<=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }

        /** Whether more is better. */
        public boolean isUpward() {
            return this == ABOVE || this == AT_LEAST;
        }

        /** 1 where more is better, -1 where less is. */
        int sign() {
            return isUpward() ? 1 : -1;
        }

        /** Whether a rate stands so to a value. */
        public boolean holds(double rate, double value) {
            return switch (this) {
                case ABOVE -> rate > value;
                case AT_LEAST -> rate >= value;
                case BELOW -> rate < value;
                case AT_MOST -> rate <= value;
            };
        }

        /** The operator of a symbol. */
        public static Operator of(String symbol) {
            for (Operator operator : values()) {
                if (operator.symbol.equals(symbol)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException("operator '" + symbol + "', expected >, >=, < or <=");
        }
    }

    public Target {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("target value " + value + ", expected a proportion from 0 to 1");
        }
    }

    /** A target for the whole survey's population by the criterion of its newest wave. */
    public Target(String indicator, Operator operator, double value, int deadline) {
        this(indicator, operator, value, deadline, "", "");
    }

    /** Whether a rate meets it. */
    public boolean isMetBy(double rate) {
        return operator.holds(rate, value);
    }
}
