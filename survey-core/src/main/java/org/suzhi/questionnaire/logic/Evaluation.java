package org.suzhi.questionnaire.logic;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BiFunction;
import org.jaxen.Context;
import org.jaxen.ContextSupport;
import org.jaxen.JaxenException;
import org.jaxen.SimpleNamespaceContext;
import org.jaxen.SimpleVariableContext;
import org.jaxen.expr.Expr;
import org.jspecify.annotations.Nullable;

/** What an expression is evaluated on: the primary instance, the secondary instances, the time and the choice names. */
public final class Evaluation extends ContextSupport {
    private static final SimpleNamespaceContext NAMESPACES = new SimpleNamespaceContext();
    private static final SimpleVariableContext NO_VARIABLES = new SimpleVariableContext();

    private final transient InstanceNode document;
    private final transient SecondaryInstances secondary;
    private final transient BiFunction<String, String, String> choiceName;
    private transient Clock clock;
    private boolean regexPartial;
    private transient InstanceNode current;

    /**
     * @param document the primary instance
     * @param secondary the instances that {@code instance('id')} names
     * @param choiceName the label of a choice, from its value and the path of the select
     * @param clock what {@code today()} and {@code now()} tell, with the zone of the interview
     */
    public Evaluation(
            InstanceNode document,
            SecondaryInstances secondary,
            BiFunction<String, String, String> choiceName,
            Clock clock) {
        super(NAMESPACES, null, NO_VARIABLES, InstanceNavigator.INSTANCE);
        this.document = document;
        this.secondary = secondary;
        this.choiceName = choiceName;
        this.clock = clock;
        this.current = document;
    }

    public void setClock(Clock clock) {
        this.clock = clock;
    }

    /** Sets whether regex() is content with a part of the text: by the specification it is not, but a client is. */
    public void setRegexPartial(boolean regexPartial) {
        this.regexPartial = regexPartial;
    }

    boolean isRegexPartial() {
        return regexPartial;
    }

    InstanceNode document() {
        return document;
    }

    /** The node the whole expression is evaluated for: what {@code current()} gives. */
    InstanceNode current() {
        return current;
    }

    @Nullable
    InstanceNode secondary(String id) {
        return secondary.document(id);
    }

    String choiceName(String value, String path) {
        return choiceName.apply(value, path);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    Object evaluate(Expr expression, InstanceNode node) {
        InstanceNode before = current;
        current = node;
        try {
            return expression.evaluate(context(node));
        } catch (JaxenException e) {
            throw new ExpressionException(expression.getText(), String.valueOf(e.getMessage()));
        } finally {
            current = before;
        }
    }

    /** Whether predicates hold of a candidate node, in an expression that stands at {@code node}. */
    boolean holds(List<Expr> predicates, InstanceNode candidate, InstanceNode node) {
        InstanceNode before = current;
        current = node;
        try {
            Context context = context(candidate);
            for (Expr predicate : predicates) {
                if (!Values.truth(predicate.evaluate(context))) {
                    return false;
                }
            }
            return true;
        } catch (JaxenException e) {
            throw new ExpressionException(predicates.toString(), String.valueOf(e.getMessage()));
        } finally {
            current = before;
        }
    }

    Context context(InstanceNode node) {
        var context = new Context(this);
        context.setNodeSet(List.of(node));
        context.setPosition(1);
        context.setSize(1);
        return context;
    }
}
