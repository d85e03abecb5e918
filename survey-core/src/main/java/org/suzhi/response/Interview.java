package org.suzhi.response;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.suzhi.questionnaire.logic.Evaluation;
import org.suzhi.questionnaire.logic.Expression;
import org.suzhi.questionnaire.logic.ExpressionException;
import org.suzhi.questionnaire.logic.FunctionLibrary;
import org.suzhi.questionnaire.logic.InstanceNode;

/**
 * The answers of one interview laid over their form, with the form's logic at work on them. Time is the interview's,
 * its end or its start, since it may be sent days later; else the time of receipt.
 */
final class Interview {
    private final PublishedForm form;
    private final Alignment alignment;
    private final Evaluation evaluation;
    private final List<Clock> clocks = new ArrayList<>(2);

    Interview(PublishedForm form, Alignment alignment, Clock received) {
        this.form = form;
        this.alignment = alignment;
        for (FormItem item : form.clocks()) {
            alignment.nodes(item).forEach(node -> addClock(node.text()));
        }
        if (clocks.isEmpty()) {
            clocks.add(received);
        }
        this.evaluation = new Evaluation(alignment.document(), form.secondary(), this::choiceName, clocks.get(0));
    }

    private void addClock(String text) {
        if (DataType.DATE_TIME.parse(text) instanceof Answer.Moment moment) {
            OffsetDateTime time = moment.value();
            clocks.add(Clock.fixed(time.toInstant(), time.getOffset()));
        }
    }

    /** The label of a choice in the form's default language, for {@code jr:choice-name()}. */
    private String choiceName(String value, String path) {
        FormItem item = form.itemAt(path.strip());
        if (item == null || alignment.nodes(item).isEmpty()) {
            return value;
        }
        for (ChoiceList list : item.choices) {
            Wording label = list.label(evaluation, alignment.nodes(item).get(0), value);
            if (label != null && !label.isEmpty()) {
                return label.byLanguage().values().iterator().next();
            }
        }
        return value;
    }

    List<InstanceNode> nodes(FormItem item) {
        return alignment.nodes(item);
    }

    Evaluation evaluation() {
        return evaluation;
    }

    /** Settles what is relevant and calculates what the client calculated. */
    void compute() {
        for (FormItem item : form.order()) {
            Expression relevant = item.relevant;
            Expression calculate = item.calculate;
            for (InstanceNode node : alignment.nodes(item)) {
                if (relevant != null) {
                    node.setRelevant(holds(relevant, node, true));
                }
                if (calculate != null && item.repeatable && node.isRelevant()) {
                    recalculate(item, calculate, node);
                }
            }
        }
    }

    private void recalculate(FormItem item, Expression calculate, InstanceNode node) {
        try {
            Object value = calculate.evaluate(evaluation, node);
            String text = Expression.text(value);
            if (value instanceof Double number) {
                boolean whole = item.type == DataType.INT && !number.isInfinite();
                text = number.isNaN() ? "" : whole ? String.valueOf(number.longValue()) : text;
            }
            boolean isNumeric = item.type == DataType.INT || item.type == DataType.DECIMAL;
            node.setText(isNumeric && item.type.parse(text) == null ? "" : text);
        } catch (ExpressionException e) {
            // what cannot be computed here stays as the client computed it
        }
    }

    /**
     * Whether an expression holds in some client's eyes. One that reads the time need hold at one of the interview's
     * times only, since the client evaluated it somewhere between; a regex() need hold of a part of the text only, since
     * Web Forms is content with that, though Collect and the specification are not.
     *
     * @param ifUnknown what to take where it cannot be evaluated here, as with a file that was not supplied
     */
    boolean holds(Expression expression, InstanceNode node, boolean ifUnknown) {
        if (!isKnown(expression.references().instances())) {
            return ifUnknown;
        }
        try {
            if (expression.test(evaluation, node)) {
                return true;
            }
            boolean regex = FunctionLibrary.matchesRegex(expression);
            boolean clock = FunctionLibrary.readsClock(expression);
            for (int i = 0; (regex || clock) && i < clocks.size(); i++) {
                evaluation.setClock(clocks.get(i));
                for (boolean partial : new boolean[] {false, true}) {
                    evaluation.setRegexPartial(partial);
                    if (expression.test(evaluation, node)) {
                        return true;
                    }
                }
            }
            return false;
        } catch (ExpressionException e) {
            return ifUnknown;
        } finally {
            evaluation.setClock(clocks.get(0));
            evaluation.setRegexPartial(false);
        }
    }

    private boolean isKnown(Set<String> instances) {
        return instances.isEmpty() || form.secondary().documents().keySet().containsAll(instances);
    }
}
