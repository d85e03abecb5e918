package org.suzhi.questionnaire;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.suzhi.questionnaire.logic.Expression;
import org.suzhi.questionnaire.logic.ExpressionException;

/** Checks that the references of a workbook lead to questions, and that its expressions can be evaluated. */
final class ExpressionCheck {
    private static final Set<String> EXPRESSIONS =
            Set.of("relevant", "constraint", "calculate", "required", "readonly");

    private final Columns columns;
    private final ReferenceResolver references;
    private final Problems problems;

    ExpressionCheck(Columns columns, ReferenceResolver references, Problems problems) {
        this.columns = columns;
        this.references = references;
        this.problems = problems;
    }

    void checkReferences(SurveyElement element) {
        textsOf(element)
                .forEach((column, phrase) -> phrase.any(text -> {
                    if (Reference.isBroken(text)) {
                        problems.add(
                                element.row == 0 ? "settings" : SurveyReader.SHEET,
                                Math.max(element.row, 2),
                                columns.heading(column),
                                text,
                                "reference.malformed");
                    }
                    for (String name : Reference.names(text)) {
                        int count = references.count(name);
                        if (count != 1) {
                            String code = count == 0 ? "reference.unknown" : "reference.ambiguous";
                            problems.add(
                                    element.row == 0 ? "settings" : SurveyReader.SHEET,
                                    Math.max(element.row, 2),
                                    columns.heading(column),
                                    text,
                                    code,
                                    name);
                        }
                    }
                    return false;
                }));
    }

    private static Map<String, Phrase> textsOf(SurveyElement element) {
        var texts = new HashMap<String, Phrase>();
        element.bind.forEach((key, phrase) -> texts.put("bind " + key, phrase));
        element.control.forEach((key, text) -> texts.put("control " + key, Phrase.of(text)));
        texts.put("choice_filter", Phrase.of(element.choiceFilter));
        texts.put("default", Phrase.of(element.defaultValue));
        texts.put("type", Phrase.of(element.list));
        texts.put(
                "trigger",
                Phrase.of(String.join(
                        " ", element.triggers.stream().map("${%s}"::formatted).toList())));
        if (element.label != null) {
            texts.put("label", element.label);
        }
        if (element.hint != null) {
            texts.put("hint", element.hint);
        }
        return texts;
    }

    void checkSyntax(SurveyElement element) {
        element.bind.forEach((key, phrase) -> {
            String text = phrase.plain();
            if (EXPRESSIONS.contains(key) && !Settings.isYes(text) && !Settings.isNo(text)) {
                parse(element, "bind " + key, text, references.expression(text, element));
            }
        });
        if (!element.choiceFilter.isBlank()) {
            String filter = references.filter(element.choiceFilter, element, Reference.isIn(element.list));
            parse(element, "choice_filter", element.choiceFilter, filter);
        }
        if (element.dynamicDefault) {
            String value = references.expression(element.defaultValue, element);
            parse(element, "default", element.defaultValue, value);
        }
    }

    private void parse(SurveyElement element, String column, String source, String expression) {
        try {
            Expression.parse(expression);
        } catch (ExpressionException e) {
            problems.add(
                    SurveyReader.SHEET,
                    Math.max(element.row, 2),
                    columns.heading(column),
                    source,
                    "expression.malformed",
                    e.reason());
        }
    }
}
