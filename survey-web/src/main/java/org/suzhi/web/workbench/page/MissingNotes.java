package org.suzhi.web.workbench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.suzhi.web.workbench.Population;
import org.suzhi.web.workbench.TableQuestion;
import org.suzhi.web.workbench.Words;
import org.suzhi.web.workbench.page.ResultView.Section;
import tools.jackson.databind.JsonNode;

/** Reads a table with what was done about missing answers; imputed figures come first, those of complete cases after them. */
record MissingNotes(Asked asked, JsonNode result, Readings.Made made) {
    ResultView told(String mark, String source) {
        JsonNode imputed = result.path("imputed");
        ResultView collected = new TableReading(asked, result, made.withheld()).view(mark, source);
        ResultView first = imputed.isMissingNode()
                ? collected
                : new TableReading(asked, imputed, made.withheld()).view(mark, source);
        List<Section> sections = new ArrayList<>(first.sections());
        Words words = asked.words();
        if (!imputed.isMissingNode()) {
            sections.add(new Section(words.of("workbench.missing.imputed"), null, null, List.of(imputation(imputed))));
            if (!collected.sections().isEmpty()) {
                Section figures = collected.sections().get(collected.sections().size() - 1);
                sections.add(new Section(
                        words.of("workbench.missing.complete-cases"), null, figures.grid(), figures.notes()));
            }
        } else if (ofScores() && made.incomplete() > 0) {
            String key = String.valueOf(whole().get("subset")).contains(Population.COMPLETE)
                    ? "workbench.missing.note.complete"
                    : "workbench.missing.note.collected";
            sections.add(new Section(
                    "",
                    null,
                    null,
                    List.of(words.of(key, Numbers.count(made.incomplete()), Numbers.count(made.responses())))));
        }
        return new ResultView(first.title(), first.population(), first.refused(), sections);
    }

    private Map<?, ?> whole() {
        return asked.request("estimates", TableQuestion.WHOLE).orElseThrow();
    }

    private boolean ofScores() {
        return List.of("literate", "score").contains(String.valueOf(whole().get("variable")));
    }

    private String imputation(JsonNode imputed) {
        int filled = 0;
        for (JsonNode variable : imputed.path("variables")) {
            filled += variable.path("filled").asInt();
        }
        JsonNode whole =
                imputed.path("estimates").path(TableQuestion.WHOLE).path("rows").path(0);
        return asked.words()
                .of(
                        "workbench.missing.imputation",
                        asked.words()
                                .of("workbench.missing."
                                        + imputed.path("method").asString("")),
                        imputed.path("sets").asInt(),
                        String.valueOf(imputed.path("seed").asInt()),
                        Numbers.count(filled),
                        imputed.path("variables").size(),
                        Numbers.plain("0.0", 100 * Estimated.number(whole, "fractionMissingInfo")));
    }
}
