package org.suzhi.questionnaire.logic;

/** An expression that cannot be read, or uses what is not known here. */
public final class ExpressionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final String expression;
    private final String reason;

    public ExpressionException(String expression, String reason) {
        super(expression + ": " + reason);
        this.expression = expression;
        this.reason = reason;
    }

    public String expression() {
        return expression;
    }

    /** What is wrong, e.g. "unknown function foo()". */
    public String reason() {
        return reason;
    }
}
