package org.suzhi.web.publication;

import org.suzhi.analysis.indicator.Target.Operator;

/**
 * What is to be reached.
 *
 * @param operator such as ">"
 * @param value proportion, 0 to 1
 * @param deadline last year
 */
public record Target(String indicator, String operator, double value, int deadline) {
    /** Operator and value in short, such as "≥13%". */
    public String brief() {
        return sign() + Decimals.shortPercent(value);
    }

    /** The operator as pages write it, such as "≥". */
    public String sign() {
        return switch (operator) {
            case ">=" -> "≥";
            case "<=" -> "≤";
            default -> operator;
        };
    }

    /** As the engine judges waves by it. */
    org.suzhi.analysis.indicator.Target toIndicator() {
        return new org.suzhi.analysis.indicator.Target(indicator, Operator.of(operator), value, deadline);
    }
}
