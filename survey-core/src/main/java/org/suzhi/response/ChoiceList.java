package org.suzhi.response;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suzhi.questionnaire.logic.Evaluation;
import org.suzhi.questionnaire.logic.InstanceNode;
import org.suzhi.questionnaire.logic.Itemset;

/** What a select offers: choices written into the question, or those of an itemset. */
sealed interface ChoiceList {
    /** Whether the value is offered to the question at {@code node}. */
    boolean offers(Evaluation evaluation, InstanceNode node, String value);

    /** The label of a choice offered. */
    @Nullable
    Wording label(Evaluation evaluation, InstanceNode node, String value);

    /** All choices that may ever be offered, with their labels. */
    Map<String, Wording> all();

    record Inline(Map<String, Wording> all) implements ChoiceList {
        @Override
        public boolean offers(Evaluation evaluation, InstanceNode node, String value) {
            return all.containsKey(value);
        }

        @Override
        public @Nullable Wording label(Evaluation evaluation, InstanceNode node, String value) {
            return all.get(value);
        }
    }

    /** The items of an itemset, and how each finds its label. */
    record FromItemset(Itemset items, Function<InstanceNode, Wording> labelOf) implements ChoiceList {
        @Override
        public boolean offers(Evaluation evaluation, InstanceNode node, String value) {
            return !items.isKnown() || items.find(evaluation, node, value) != null;
        }

        @Override
        public @Nullable Wording label(Evaluation evaluation, InstanceNode node, String value) {
            InstanceNode item = items.isKnown() ? items.find(evaluation, node, value) : null;
            return item == null ? null : labelOf.apply(item);
        }

        @Override
        public Map<String, Wording> all() {
            var all = new LinkedHashMap<String, Wording>();
            for (InstanceNode item : items.allItems()) {
                InstanceNode value = item.child(items.valueRef());
                if (value != null) {
                    all.putIfAbsent(value.text(), labelOf.apply(item));
                }
            }
            return all;
        }
    }
}
