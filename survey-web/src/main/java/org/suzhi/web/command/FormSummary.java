package org.suzhi.web.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.suzhi.questionnaire.Messages;
import org.suzhi.questionnaire.ScoringKey;
import org.suzhi.response.Control;
import org.suzhi.response.FormDraft;
import org.suzhi.response.PublishedForm;

/** What a sound workbook holds, in a few lines. */
final class FormSummary {
    private FormSummary() {}

    static List<String> of(String file, FormDraft draft, PublishedForm form, Locale locale) {
        var lines = new ArrayList<String>();
        lines.add(Messages.text(locale, "summary.sound", file));
        String version = form.version().isEmpty() ? Messages.text(locale, "summary.none") : form.version();
        lines.add(Messages.text(locale, "summary.form", form.formId(), version, form.title()));
        long asked = form.items().stream()
                .filter(item -> item.control() != Control.NONE)
                .count();
        lines.add(Messages.text(
                locale,
                "summary.counts",
                form.items().size(),
                asked,
                form.languages().isEmpty()
                        ? Messages.text(locale, "summary.none")
                        : String.join(", ", form.languages())));
        lines.add(scoring(draft.workbook().scoring(), locale));
        if (!form.files().isEmpty()) {
            lines.add(Messages.text(locale, "summary.files", String.join(", ", form.files())));
        }
        if (!draft.missing().isEmpty()) {
            lines.add(Messages.text(locale, "summary.missing", String.join(", ", draft.missing())));
        }
        return lines;
    }

    private static String scoring(ScoringKey key, Locale locale) {
        if (key.items().isEmpty()) {
            return Messages.text(locale, "summary.noScoring");
        }
        double points =
                key.items().stream().mapToDouble(ScoringKey.ScoredItem::points).sum();
        String dimensions = key.pointsByDimension().entrySet().stream()
                .map(entry -> entry.getKey() + " " + number(entry.getValue()))
                .collect(Collectors.joining(", "));
        return Messages.text(locale, "summary.scoring", key.items().size(), number(points), dimensions);
    }

    private static String number(double points) {
        return BigDecimal.valueOf(points).stripTrailingZeros().toPlainString();
    }
}
