package org.suzhi.web.workbench.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.publication.AnalysisRun;
import org.suzhi.web.workbench.Codebook;
import org.suzhi.web.workbench.Words;
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

    Words words(Locale locale) {
        return new Words(messages, locale);
    }

    /**
     * A result in a reader's words.
     *
     * @param years of the waves that it is about
     * @param rows that it was made of
     */
    ResultView view(
            AnalysisRun.Kind kind,
            Specification specification,
            String result,
            Survey survey,
            List<Integer> years,
            int rows,
            Codebook codebook,
            Locale locale) {
        Words words = words(locale);
        Asked asked = new Asked(specification.source(), codebook, words);
        String mark = survey.synthetic() ? words.of("synthetic.mark") : "";
        String source = words.of(
                "workbench.source",
                survey.name(locale),
                years.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                Numbers.count(rows));
        return switch (kind) {
            case TABLE -> new TableReading(asked, json.readTree(result)).view(mark, source);
            default -> throw new IllegalArgumentException(kind.name());
        };
    }
}
