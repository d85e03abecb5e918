package org.suzhi.questionnaire.logic;

import java.util.List;
import org.jaxen.Context;
import org.jaxen.JaxenException;
import org.jaxen.expr.BinaryExpr;
import org.jaxen.expr.Expr;

/** A comparison or an arithmetic operation, by the conversions of {@link Values}. */
final class Operation implements BinaryExpr {
    private static final long serialVersionUID = 1;

    enum Operator {
        EQUAL("="),
        UNEQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">="),
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        DIV("div"),
        MOD("mod"),
        AND("and"),
        OR("or");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }
    }

    private final Operator operator;
    private Expr left;
    private Expr right;

    Operation(Operator operator, Expr left, Expr right) {
        this.operator = operator;
        this.left = left;
        this.right = right;
    }

    @Override
    public Expr getLHS() {
        return left;
    }

    @Override
    public Expr getRHS() {
        return right;
    }

    @Override
    public String getOperator() {
        return operator.sign;
    }

    @Override
    public String getText() {
        return "(" + left.getText() + " " + operator.sign + " " + right.getText() + ")";
    }

    @Override
    public Expr simplify() {
        left = left.simplify();
        right = right.simplify();
        return this;
    }

    @Override
    public Object evaluate(Context context) throws JaxenException {
        Object l = left.evaluate(context);
        return switch (operator) {
            case AND -> Values.truth(l) && Values.truth(right.evaluate(context));
            case OR -> Values.truth(l) || Values.truth(right.evaluate(context));
            case PLUS -> Values.number(l) + Values.number(right.evaluate(context));
            case MINUS -> Values.number(l) - Values.number(right.evaluate(context));
            case TIMES -> Values.number(l) * Values.number(right.evaluate(context));
            case DIV -> Values.number(l) / Values.number(right.evaluate(context));
            case MOD -> Values.number(l) % Values.number(right.evaluate(context));
            default -> compare(l, right.evaluate(context));
        };
    }

    /** True if it holds of any pair of nodes; an empty node-set stands for one empty value, as on the client. */
    private boolean compare(Object l, Object r) {
        if (l instanceof List<?> nodes && nodes.size() > 1) {
            return nodes.stream().anyMatch(node -> compare(node, r));
        }
        if (r instanceof List<?> nodes && nodes.size() > 1) {
            return nodes.stream().anyMatch(node -> compare(l, node));
        }
        if (operator == Operator.EQUAL || operator == Operator.UNEQUAL) {
            return equal(l, r) == (operator == Operator.EQUAL);
        }
        double x = Values.number(l);
        double y = Values.number(r);
        return switch (operator) {
            case LESS -> x < y;
            case AT_MOST -> x <= y;
            case GREATER -> x > y;
            default -> x >= y;
        };
    }

    private static boolean equal(Object l, Object r) {
        if (l instanceof Boolean || r instanceof Boolean) {
            return Values.truth(l) == Values.truth(r);
        }
        if (l instanceof Number || r instanceof Number) {
            return Values.number(l) == Values.number(r);
        }
        return Values.string(l).equals(Values.string(r));
    }
}
