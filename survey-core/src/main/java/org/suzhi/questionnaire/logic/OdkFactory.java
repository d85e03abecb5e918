package org.suzhi.questionnaire.logic;

import org.jaxen.JaxenException;
import org.jaxen.expr.BinaryExpr;
import org.jaxen.expr.DefaultXPathFactory;
import org.jaxen.expr.Expr;
import org.jaxen.expr.FunctionCallExpr;
import org.jaxen.expr.LocationPath;
import org.jaxen.expr.Step;
import org.jaxen.expr.VariableReferenceExpr;
import org.jaxen.saxpath.Operator;

/** Builds Jaxen expressions with the paths, operations and functions that ODK clients have. */
final class OdkFactory extends DefaultXPathFactory {
    @Override
    public LocationPath createRelativeLocationPath() {
        return new Path(false);
    }

    @Override
    public LocationPath createAbsoluteLocationPath() {
        return new Path(true);
    }

    @Override
    public BinaryExpr createOrExpr(Expr left, Expr right) {
        return new Operation(Operation.Operator.OR, left, right);
    }

    @Override
    public BinaryExpr createAndExpr(Expr left, Expr right) {
        return new Operation(Operation.Operator.AND, left, right);
    }

    @Override
    public BinaryExpr createEqualityExpr(Expr left, Expr right, int operator) {
        var kind = operator == Operator.EQUALS ? Operation.Operator.EQUAL : Operation.Operator.UNEQUAL;
        return new Operation(kind, left, right);
    }

    @Override
    public BinaryExpr createRelationalExpr(Expr left, Expr right, int operator) {
        var kind = switch (operator) {
            case Operator.LESS_THAN -> Operation.Operator.LESS;
            case Operator.LESS_THAN_EQUALS -> Operation.Operator.AT_MOST;
            case Operator.GREATER_THAN -> Operation.Operator.GREATER;
            default -> Operation.Operator.AT_LEAST;
        };
        return new Operation(kind, left, right);
    }

    @Override
    public BinaryExpr createAdditiveExpr(Expr left, Expr right, int operator) {
        var kind = operator == Operator.ADD ? Operation.Operator.PLUS : Operation.Operator.MINUS;
        return new Operation(kind, left, right);
    }

    @Override
    public BinaryExpr createMultiplicativeExpr(Expr left, Expr right, int operator) {
        var kind = switch (operator) {
            case Operator.MULTIPLY -> Operation.Operator.TIMES;
            case Operator.DIV -> Operation.Operator.DIV;
            default -> Operation.Operator.MOD;
        };
        return new Operation(kind, left, right);
    }

    @Override
    public Expr createUnaryExpr(Expr expression, int operator) throws JaxenException {
        return operator == Operator.NEGATIVE
                ? new Operation(Operation.Operator.MINUS, createNumberExpr(0), expression)
                : expression;
    }

    @Override
    public FunctionCallExpr createFunctionCallExpr(String prefix, String name) {
        String full = prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
        return new FunctionCall(full, FunctionLibrary.find(full));
    }

    @Override
    public VariableReferenceExpr createVariableReferenceExpr(String prefix, String name) {
        throw new ExpressionException("$" + name, "there are no variables; refer to a question as ${" + name + "}");
    }

    @Override
    public Step createNameStep(int axis, String prefix, String name) throws JaxenException {
        return super.createNameStep(axis, "", name);
    }

    @Override
    public Step createTextNodeStep(int axis) {
        throw new ExpressionException("text()", "text() is not supported; name the element instead");
    }
}
