package org.suzhi.questionnaire.logic;

import java.util.ArrayList;
import java.util.List;
import org.jaxen.Context;
import org.jaxen.JaxenException;
import org.jaxen.expr.Expr;

/** The arguments of one call, evaluated when asked for. */
record Arguments(Context context, List<Expr> expressions) {
    int size() {
        return expressions.size();
    }

    Evaluation evaluation() {
        return (Evaluation) context.getContextSupport();
    }

    /** The context node, or the document where there is none. */
    InstanceNode node() {
        List<?> nodes = context.getNodeSet();
        return !nodes.isEmpty() && nodes.get(0) instanceof InstanceNode node
                ? node
                : evaluation().document();
    }

    Object value(int index) throws JaxenException {
        return expressions.get(index).evaluate(context);
    }

    String text(int index) throws JaxenException {
        return Values.string(value(index));
    }

    double number(int index) throws JaxenException {
        return Values.number(value(index));
    }

    boolean truth(int index) throws JaxenException {
        return Values.truth(value(index));
    }

    List<?> nodes(int index) throws JaxenException {
        return value(index) instanceof List<?> nodes ? nodes : List.of();
    }

    /** The values of all arguments from {@code first} on, node-sets spread out. */
    List<Object> spread(int first) throws JaxenException {
        var values = new ArrayList<Object>();
        for (int i = first; i < size(); i++) {
            Object value = value(i);
            if (value instanceof List<?> nodes) {
                values.addAll(nodes);
            } else {
                values.add(value);
            }
        }
        return values;
    }

    /** The spread values that are not empty, as numbers. */
    double[] numbers() throws JaxenException {
        return spread(0).stream()
                .filter(value -> !Values.string(value).isEmpty())
                .mapToDouble(Values::number)
                .toArray();
    }
}
