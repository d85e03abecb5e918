package org.suzhi.response;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suzhi.questionnaire.logic.Evaluation;
import org.suzhi.questionnaire.logic.Expression;
import org.suzhi.questionnaire.logic.ExpressionException;
import org.suzhi.questionnaire.logic.FunctionLibrary;
import org.suzhi.questionnaire.logic.InstanceNode;
import org.suzhi.questionnaire.logic.InstanceReader;
import org.suzhi.questionnaire.logic.MalformedXml;
import org.suzhi.questionnaire.logic.XmlLimits;
import org.suzhi.questionnaire.logic.XmlText;

/** One check of one submission. */
final class FormCheck {
    private static final int MAX_ID = 200;

    private final PublishedForm form;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Clock> clocks = new ArrayList<>();
    private final Clock received;

    FormCheck(PublishedForm form, Clock received) {
        this.form = form;
        this.received = received;
    }

    SubmissionCheck check(byte[] xml) {
        String text;
        InstanceNode submitted;
        try {
            text = XmlText.decode(xml, XmlLimits.SUBMISSION);
            submitted = InstanceReader.read(text, XmlLimits.SUBMISSION).root();
        } catch (MalformedXml e) {
            String reason = e.reason().name().toLowerCase(Locale.ROOT);
            return refuse(Rule.MALFORMED, String.valueOf(e.getMessage()), reason);
        }
        if (!submitted.name().equals(form.root().name)
                || !attribute(submitted, "id").equals(form.formId())) {
            return refuse(Rule.UNKNOWN_FORM, attribute(submitted, "id"), form.formId());
        }
        if (!attribute(submitted, "version").equals(form.version())) {
            return refuse(Rule.UNKNOWN_VERSION, attribute(submitted, "version"), form.version());
        }
        Alignment alignment = Alignment.of(form, submitted, findings);
        Evaluation evaluation = evaluation(alignment);
        compute(alignment, evaluation);
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (FormItem item : form.all()) {
            if (!item.isGroup()) {
                for (InstanceNode node : alignment.nodes(item)) {
                    checkItem(item, node, evaluation, answers);
                }
            }
        }
        String id = meta(submitted, "instanceID");
        if (id.isBlank() || id.length() > MAX_ID) {
            add(form.root().path + "/meta/instanceID", Wording.NONE, Rule.REQUIRED, id, "", Wording.NONE);
        }
        if (!findings.isEmpty()) {
            return new SubmissionCheck.Refused(findings);
        }
        Optional<String> deprecated =
                Optional.of(meta(submitted, "deprecatedID")).filter(old -> !old.isBlank());
        return new SubmissionCheck.Accepted(
                new ValidatedResponse(id, deprecated, form.formId(), form.version(), answers, text));
    }

    private static SubmissionCheck refuse(Rule rule, String got, String expected) {
        return new SubmissionCheck.Refused(List.of(new Finding("", Wording.NONE, rule, got, expected, Wording.NONE)));
    }

    private static String attribute(InstanceNode node, String name) {
        return node.attributes().getOrDefault(name, "");
    }

    static String meta(InstanceNode root, String name) {
        InstanceNode meta = root.child("meta");
        InstanceNode node = meta == null ? null : meta.child(name);
        return node == null ? "" : node.text().strip();
    }

    /** Time is the interview's, its end or its start, since it may be sent days later; else the time of receipt. */
    private Evaluation evaluation(Alignment alignment) {
        for (String moment : List.of("timestamp end", "timestamp start")) {
            for (FormItem item : form.all()) {
                if (item.preload.equals(moment)) {
                    alignment.nodes(item).forEach(node -> addClock(node.text()));
                }
            }
        }
        if (clocks.isEmpty()) {
            clocks.add(received);
        }
        return new Evaluation(alignment.document(), form.secondary(), (value, path) -> value, clocks.get(0));
    }

    private void addClock(String text) {
        if (DataType.DATE_TIME.parse(text) instanceof Answer.Moment moment) {
            OffsetDateTime time = moment.value();
            clocks.add(Clock.fixed(time.toInstant(), time.getOffset()));
        }
    }

    private void compute(Alignment alignment, Evaluation evaluation) {
        for (FormItem item : form.order()) {
            Expression relevant = item.relevant;
            Expression calculate = item.calculate;
            for (InstanceNode node : alignment.nodes(item)) {
                if (relevant != null) {
                    node.setRelevant(holds(relevant, evaluation, node, true));
                }
                if (calculate != null && isKnown(calculate) && node.isRelevant()) {
                    recalculate(item, calculate, evaluation, node);
                }
            }
        }
    }

    private boolean isKnown(Expression expression) {
        return FunctionLibrary.isRepeatable(expression)
                && form.secondary()
                        .documents()
                        .keySet()
                        .containsAll(expression.references().instances());
    }

    private static void recalculate(FormItem item, Expression calculate, Evaluation evaluation, InstanceNode node) {
        try {
            Object value = calculate.evaluate(evaluation, node);
            boolean isNumber = value instanceof Double;
            if (isNumber && Double.isNaN((Double) value)) {
                node.setText("");
            } else if (isNumber && item.type == DataType.INT) {
                node.setText(String.valueOf(((Double) value).longValue()));
            } else {
                node.setText(calculate.string(evaluation, node));
            }
        } catch (ExpressionException e) {
            // what the server cannot compute stays as the client computed it
        }
    }

    private void checkItem(FormItem item, InstanceNode node, Evaluation evaluation, Map<String, Answer> answers) {
        String value = node.text();
        if (!node.isRelevant()) {
            if (!value.isEmpty() && !item.isComputed() && !value.equals(item.defaultText)) {
                add(path(item, node), item.label, Rule.RELEVANT, value, "", Wording.NONE);
            }
            return;
        }
        if (value.isEmpty()) {
            boolean asked = item.control != Control.NONE && !item.isComputed() && !isReadonly(item, evaluation, node);
            if (asked && item.required != null && holds(item.required, evaluation, node, false)) {
                Wording author = item.requiredMessage.show(evaluation, node);
                add(path(item, node), item.label, Rule.REQUIRED, "", "", author);
            }
            return;
        }
        Answer answer = typed(item, value);
        if (answer == null) {
            if (item.isComputed() && item.calculate != null) {
                answers.put(path(item, node), new Answer.Text(value));
            } else {
                String expected = item.type.name().toLowerCase(Locale.ROOT);
                add(path(item, node), item.label, Rule.TYPE, value, expected, Wording.NONE);
            }
            return;
        }
        checkChoices(item, node, value, evaluation);
        if (item.constraint != null && !holds(item.constraint, evaluation, node, true)) {
            Wording author = item.constraintMessage.show(evaluation, node);
            add(path(item, node), item.label, Rule.CONSTRAINT, value, item.constraint.source(), author);
        }
        answers.put(path(item, node), answer);
    }

    private boolean isReadonly(FormItem item, Evaluation evaluation, InstanceNode node) {
        return item.readonly != null && holds(item.readonly, evaluation, node, false);
    }

    private static @Nullable Answer typed(FormItem item, String value) {
        return switch (item.control) {
            case SELECT_ONE -> new Answer.Choice(value);
            case SELECT_MULTIPLE, RANK -> new Answer.Choices(value, words(value));
            case TRIGGER -> new Answer.Text(value);
            default -> item.type.parse(value);
        };
    }

    private static List<String> words(String value) {
        return List.of(value.strip().split("\\s+", -1));
    }

    private void checkChoices(FormItem item, InstanceNode node, String value, Evaluation evaluation) {
        if (item.range != null) {
            double number = Double.parseDouble(value);
            if (!item.range.offers(number)) {
                String expected = item.range.start() + "–" + item.range.end() + " / " + item.range.step();
                add(path(item, node), item.label, Rule.CHOICE, value, expected, Wording.NONE);
            }
        }
        if (item.choices.isEmpty()) {
            return;
        }
        boolean many = item.control == Control.SELECT_MULTIPLE || item.control == Control.RANK;
        List<String> values = many ? words(value) : List.of(value);
        boolean doubled = many && Set.copyOf(values).size() < values.size();
        for (String each : values) {
            boolean offered = item.choices.stream().anyMatch(list -> list.offers(evaluation, node, each));
            if (!offered || doubled) {
                String expected = item.choices.stream()
                        .flatMap(list -> list.all().keySet().stream())
                        .limit(12)
                        .collect(java.util.stream.Collectors.joining(" "));
                add(path(item, node), item.label, Rule.CHOICE, offered ? value : each, expected, Wording.NONE);
                if (doubled) {
                    return;
                }
            }
        }
    }

    /** Whether an expression holds; one that reads the time need hold only at one of the interview's times. */
    private boolean holds(Expression expression, Evaluation evaluation, InstanceNode node, boolean ifUnknown) {
        try {
            if (!form.secondary()
                    .documents()
                    .keySet()
                    .containsAll(expression.references().instances())) {
                return ifUnknown;
            }
            if (!FunctionLibrary.readsClock(expression)) {
                return expression.test(evaluation, node);
            }
            for (Clock clock : clocks) {
                evaluation.setClock(clock);
                if (expression.test(evaluation, node)) {
                    return true;
                }
            }
            return false;
        } catch (ExpressionException e) {
            return ifUnknown;
        } finally {
            evaluation.setClock(clocks.get(0));
        }
    }

    private static String path(FormItem item, InstanceNode node) {
        return Alignment.path(item, node);
    }

    private void add(String path, Wording label, Rule rule, String got, String expected, Wording author) {
        findings.add(new Finding(path, label, rule, got, expected, author));
    }
}
