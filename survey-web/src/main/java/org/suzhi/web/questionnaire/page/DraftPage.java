package org.suzhi.web.questionnaire.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.suzhi.questionnaire.FormProblem;
import org.suzhi.questionnaire.ScoringKey;
import org.suzhi.response.Control;
import org.suzhi.response.FormDraft;
import org.suzhi.response.Item;
import org.suzhi.response.PublishedForm;
import org.suzhi.response.Wording;

/** What the page of a draft shows, in the reader's language. */
record DraftPage(
        String fileName,
        List<ProblemRow> problems,
        String title,
        String formId,
        String version,
        List<String> languages,
        List<String> files,
        List<DimensionRow> dimensions,
        int scoredItems,
        List<QuestionRow> questions) {

    record ProblemRow(String sheet, String row, String column, String got, String message, String remedy) {
        static ProblemRow of(FormProblem problem, Locale locale) {
            return new ProblemRow(
                    problem.sheet(),
                    problem.row() > 0 ? Integer.toString(problem.row()) : "",
                    problem.column(),
                    problem.got(),
                    problem.message(locale),
                    problem.remedy(locale));
        }
    }

    record DimensionRow(String name, long items, String points) {}

    /**
     * A question as it is asked.
     *
     * @param kind the end of a message key
     */
    record QuestionRow(String name, String label, String kind, List<String> choices) {}

    static DraftPage of(String fileName, List<FormProblem> problems, Locale locale) {
        return new DraftPage(
                fileName, rows(problems, locale), "", "", "", List.of(), List.of(), List.of(), 0, List.of());
    }

    static DraftPage of(
            String fileName, List<FormProblem> problems, FormDraft draft, PublishedForm form, Locale locale) {
        ScoringKey scoring = draft.workbook().scoring();
        return new DraftPage(
                fileName,
                rows(problems, locale),
                form.title(),
                form.formId(),
                form.version(),
                form.languages(),
                List.copyOf(form.files()),
                dimensions(scoring),
                scoring.items().size(),
                form.items().stream()
                        .filter(item -> item.control() != Control.NONE)
                        .map(item -> question(item, locale))
                        .toList());
    }

    private static List<ProblemRow> rows(List<FormProblem> problems, Locale locale) {
        return problems.stream().map(problem -> ProblemRow.of(problem, locale)).toList();
    }

    private static List<DimensionRow> dimensions(ScoringKey scoring) {
        return scoring.pointsByDimension().entrySet().stream()
                .map(entry -> new DimensionRow(
                        entry.getKey(),
                        scoring.items().stream()
                                .filter(item -> item.dimension().equals(entry.getKey()))
                                .count(),
                        BigDecimal.valueOf(entry.getValue())
                                .stripTrailingZeros()
                                .toPlainString()))
                .toList();
    }

    private static QuestionRow question(Item item, Locale locale) {
        return new QuestionRow(
                item.name(),
                item.label().in(locale),
                item.control() == Control.INPUT
                        ? item.type().name().toLowerCase(Locale.ROOT)
                        : item.control().name().toLowerCase(Locale.ROOT),
                item.choices().entrySet().stream()
                        .map(choice -> choice(choice, locale))
                        .toList());
    }

    private static String choice(Map.Entry<String, Wording> choice, Locale locale) {
        String label = choice.getValue().in(locale);
        return label.isEmpty() ? choice.getKey() : label;
    }
}
