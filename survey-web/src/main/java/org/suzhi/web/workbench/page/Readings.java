package org.suzhi.web.workbench.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.publication.AnalysisRun;
import org.suzhi.web.workbench.Labels;
import org.suzhi.web.workbench.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes results readable, those just made and those saved alike. */
@Component
class Readings {
    private final MessageSource messages;
    private final JsonMapper json;

    Readings(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /**
     * A result and where it is from.
     *
     * @param result JSON, the requests' part or the whole
     * @param years of the waves that it is about
     * @param responses that it was made of
     * @param incomplete of these, how many left a scored item without an answer
     * @param withheld names of figures that this reader must not see
     */
    record Made(
            AnalysisRun.Kind kind,
            Specification specification,
            String result,
            Survey survey,
            List<Integer> years,
            int responses,
            int incomplete,
            Set<String> withheld) {}

    /** Responses among the rows of a result: those that are left after the last step of its weighting. */
    static int responses(AnalysisResult result, int rows) {
        List<Map<String, Object>> steps = result.weighting();
        return steps.isEmpty() || !(steps.get(steps.size() - 1).get("n") instanceof Number n) ? rows : n.intValue();
    }

    /** The same of a result that was kept as JSON. */
    int responses(String result, int rows) {
        JsonNode steps = json.readTree(result).path("weighting");
        return steps.isEmpty() ? rows : steps.get(steps.size() - 1).path("n").asInt(rows);
    }

    Words words(Locale locale) {
        return new Words(messages, locale);
    }

    /** A result in a reader's words. */
    ResultView view(Made made, Labels labels, Locale locale) {
        Words words = words(locale);
        Asked asked = new Asked(made.specification().source(), labels, words);
        JsonNode result = json.readTree(made.result());
        String mark = made.survey().synthetic() ? words.of("synthetic.mark") : "";
        String source = words.of(
                "workbench.source",
                made.survey().name(locale),
                made.years().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                Numbers.count(made.responses()));
        return switch (made.kind()) {
            case HEADLINE -> new HeadlineReading(asked, result, made.withheld()).view();
            case TABLE -> new MissingNotes(asked, result, made).told(mark, source);
            case COMPARISON -> new ComparisonReading(asked, result, made.withheld()).view(mark, source);
            case TEST -> new TestReading(asked, result, made.withheld()).view(mark, source);
            case MISSING -> new MissingReading(asked, result, made.incomplete()).view(mark, source);
            case MODEL -> new ModelReading(asked, result).view(mark, source);
        };
    }
}
