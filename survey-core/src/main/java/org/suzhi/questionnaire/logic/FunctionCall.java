package org.suzhi.questionnaire.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jaxen.Context;
import org.jaxen.JaxenException;
import org.jaxen.expr.Expr;
import org.jaxen.expr.FunctionCallExpr;
import org.jaxen.expr.LiteralExpr;

/** A call of a function that is known when the expression is read; its arguments are evaluated as it asks for them. */
final class FunctionCall implements FunctionCallExpr {
    private static final long serialVersionUID = 1;
    private final String name;
    private final transient OdkFunction function;
    private final List<Expr> parameters = new ArrayList<>(3);

    FunctionCall(String name, OdkFunction function) {
        this.name = name;
        this.function = function;
    }

    @Override
    public String getPrefix() {
        return "";
    }

    /** The name with its prefix, as in {@code jr:choice-name}. */
    @Override
    public String getFunctionName() {
        return name;
    }

    @Override
    public void addParameter(Expr parameter) {
        parameters.add(parameter);
    }

    @Override
    public List<Expr> getParameters() {
        return parameters;
    }

    @Override
    public String getText() {
        return name + parameters.stream().map(Expr::getText).collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public Expr simplify() {
        parameters.replaceAll(Expr::simplify);
        if (!function.accepts(parameters.size())) {
            throw new ExpressionException(
                    getText(), name + "() takes " + function.arity() + " arguments, not " + parameters.size());
        }
        if (name.equals("regex") && parameters.get(1) instanceof LiteralExpr pattern) {
            TextFunctions.pattern(pattern.getLiteral());
        }
        return this;
    }

    @Override
    public Object evaluate(Context context) throws JaxenException {
        return function.body().call(new Arguments(context, parameters));
    }
}
