package org.suzhi.analysis.indicator;

/**
 * A target for an indicator.
 *
 * @param indicator name of the indicator
 * @param operator how the indicator must stand to the value
 * @param value the value, as a proportion from 0 to 1
 * @param deadline last year
 */
public record Target(String indicator, Operator operator, double value, int deadline) {
    /** How an indicator must stand to its target. */
    public enum Operator {
        /** Strictly above: 超过. */
        ABOVE(">"),
        /** At least: 达到. */
        AT_LEAST(">=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }

        /** The operator of a symbol. */
        public static Operator of(String symbol) {
            for (Operator operator : values()) {
                if (operator.symbol.equals(symbol)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException("operator '" + symbol + "', expected > or >=");
        }
    }

    public Target {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("target value " + value + ", expected a proportion from 0 to 1");
        }
    }
}
