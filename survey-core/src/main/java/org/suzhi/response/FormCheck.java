package org.suzhi.response;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.suzhi.questionnaire.logic.InstanceNode;
import org.suzhi.questionnaire.logic.MalformedXml;

/** One check of one submission. */
final class FormCheck {
    private static final int MAX_ID = 200;
    private static final int CHOICES_TOLD = 12;

    /** More help nobody; they come from hostile submissions only. */
    private static final int MAX_FINDINGS = 1000;

    private final PublishedForm form;
    private final Clock received;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    FormCheck(PublishedForm form, Clock received) {
        this.form = form;
        this.received = received;
    }

    SubmissionCheck check(byte[] xml) {
        try {
            return check(SubmittedXml.read(xml));
        } catch (MalformedXml e) {
            String reason = e.reason().name().toLowerCase(Locale.ROOT);
            return refuse(Rule.MALFORMED, String.valueOf(e.getMessage()), reason);
        }
    }

    SubmissionCheck check(SubmittedXml submitted) {
        if (!submitted.root().name().equals(form.root().name)
                || !submitted.formId().equals(form.formId())) {
            return refuse(Rule.UNKNOWN_FORM, submitted.formId(), form.formId());
        }
        if (!submitted.version().equals(form.version())) {
            return refuse(Rule.UNKNOWN_VERSION, submitted.version(), form.version());
        }
        var interview = new Interview(form, Alignment.of(form, submitted.root(), findings), received);
        interview.compute();
        for (FormItem item : form.all()) {
            if (!item.isGroup()) {
                interview.nodes(item).forEach(node -> checkItem(item, node, interview));
            }
        }
        String id = submitted.instanceId();
        if (id.isBlank() || id.length() > MAX_ID) {
            findings.add(new Finding(
                    form.root().path + "/meta/instanceID", Wording.NONE, Rule.REQUIRED, id, "", Wording.NONE));
        }
        if (!findings.isEmpty()) {
            return new SubmissionCheck.Refused(findings.subList(0, Math.min(findings.size(), MAX_FINDINGS)));
        }
        Optional<String> deprecated = Optional.of(submitted.deprecatedId()).filter(old -> !old.isBlank());
        return new SubmissionCheck.Accepted(
                new ValidatedResponse(id, deprecated, form.formId(), form.version(), answers, submitted.text()));
    }

    private static SubmissionCheck refuse(Rule rule, String got, String expected) {
        return new SubmissionCheck.Refused(List.of(new Finding("", Wording.NONE, rule, got, expected, Wording.NONE)));
    }

    private void checkItem(FormItem item, InstanceNode node, Interview interview) {
        String value = node.text();
        if (!node.isRelevant()) {
            boolean harmless = value.isEmpty() || item.isComputed() || value.equals(item.defaultText);
            if (!harmless) {
                add(item, node, Rule.RELEVANT, value, "", Wording.NONE);
            }
        } else if (value.isEmpty()) {
            checkRequired(item, node, interview);
        } else {
            checkValue(item, node, value, interview);
        }
    }

    private void checkRequired(FormItem item, InstanceNode node, Interview interview) {
        boolean asked = item.control != Control.NONE && !item.isComputed();
        if (asked
                && item.required != null
                && interview.holds(item.required, node, false)
                && (item.readonly == null || !interview.holds(item.readonly, node, false))) {
            add(item, node, Rule.REQUIRED, "", "", item.requiredMessage.show(interview.evaluation(), node));
        }
    }

    private void checkValue(FormItem item, InstanceNode node, String value, Interview interview) {
        Answer answer = typed(item, value);
        if (answer == null && item.calculate != null) {
            answer = new Answer.Text(value);
        }
        if (answer == null) {
            add(item, node, Rule.TYPE, value, item.type.name().toLowerCase(Locale.ROOT), Wording.NONE);
            return;
        }
        answers.put(Alignment.path(item, node), answer);
        if (!item.choices.isEmpty()) {
            checkChoices(item, node, value, answer, interview);
        }
        if (item.range != null) {
            checkRange(item, item.range, node, value);
        }
        if (item.constraint != null && !interview.holds(item.constraint, node, true)) {
            Wording author = item.constraintMessage.show(interview.evaluation(), node);
            add(item, node, Rule.CONSTRAINT, value, item.constraint.source(), author);
        }
    }

    private void checkRange(FormItem item, FormItem.Range range, InstanceNode node, String value) {
        boolean offered = DataType.DECIMAL.parse(value) instanceof Answer.Real number && range.offers(number.value());
        if (!offered) {
            String expected = range.start() + "–" + range.end() + " / " + range.step();
            add(item, node, Rule.CHOICE, value, expected, Wording.NONE);
        }
    }

    private static @Nullable Answer typed(FormItem item, String value) {
        return switch (item.control) {
            case SELECT_ONE -> new Answer.Choice(value);
            case SELECT_MULTIPLE, RANK ->
                new Answer.Choices(value, List.of(value.strip().split("\\s+", -1)));
            case TRIGGER -> new Answer.Text(value);
            default -> item.type.parse(value);
        };
    }

    private void checkChoices(FormItem item, InstanceNode node, String value, Answer answer, Interview interview) {
        List<String> values = answer instanceof Answer.Choices many ? many.values() : List.of(value);
        if (values.size() > 1 && Set.copyOf(values).size() < values.size()) {
            add(item, node, Rule.CHOICE, value, offered(item), Wording.NONE);
            return;
        }
        for (String each : values) {
            boolean offered = false;
            for (ChoiceList list : item.choices) {
                offered |= list.offers(interview.evaluation(), node, each);
            }
            if (!offered) {
                add(item, node, Rule.CHOICE, each, offered(item), Wording.NONE);
            }
        }
    }

    private static String offered(FormItem item) {
        return item.choices.stream()
                .flatMap(list -> list.all().keySet().stream())
                .limit(CHOICES_TOLD)
                .collect(Collectors.joining(" "));
    }

    private void add(FormItem item, InstanceNode node, Rule rule, String got, String expected, Wording author) {
        findings.add(new Finding(Alignment.path(item, node), item.label, rule, got, expected, author));
    }
}
