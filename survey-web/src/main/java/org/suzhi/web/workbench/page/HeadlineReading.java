package org.suzhi.web.workbench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suzhi.web.workbench.Measure;
import org.suzhi.web.workbench.page.ResultView.Section;
import tools.jackson.databind.JsonNode;

/** Reads a wave's headline figures: every request for estimates with its figures. */
final class HeadlineReading {
    private static final String FIRST = "rate";
    private final Asked asked;
    private final JsonNode estimates;
    private final Set<String> withheld;

    HeadlineReading(Asked asked, JsonNode result, Set<String> withheld) {
        this.asked = asked;
        this.estimates = result.path("estimates");
        this.withheld = withheld;
    }

    ResultView view() {
        List<Section> sections = new ArrayList<>();
        for (Object one : asked.specification().get("estimates") instanceof List<?> list ? list : List.of()) {
            if (one instanceof Map<?, ?> request) {
                section(String.valueOf(request.get("id")), request, sections);
            }
        }
        Map<?, ?> first = asked.request("estimates", FIRST).orElse(Map.of());
        return new ResultView(asked.words().of("workbench.measure.literate"), asked.population(first), "", sections);
    }

    private void section(String id, Map<?, ?> request, List<Section> sections) {
        Measure measure = asked.measure(request);
        List<String> by = asked.by(request);
        List<Estimated> rows = Estimated.rows(estimates, id, withheld);
        if (rows.isEmpty()) {
            return;
        }
        String title = by.isEmpty() ? asked.name(measure) : asked.labels().label(by.get(0));
        if (request.containsKey("subset")) {
            title = asked.population(request);
        }
        String interval = request.get("ci") instanceof Map<?, ?> ci ? " · " + ci.get("method") : "";
        sections.add(new Section(
                by.isEmpty() && !request.containsKey("subset") ? title + interval : title,
                null,
                new Figures(asked, measure, by).grid(rows),
                List.of()));
    }
}
