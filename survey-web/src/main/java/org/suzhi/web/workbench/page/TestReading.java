package org.suzhi.web.workbench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suzhi.web.workbench.page.ResultView.Section;
import tools.jackson.databind.JsonNode;

/** Reads tests: what they say, then the estimates that they are about. */
final class TestReading {
    private final Asked asked;
    private final JsonNode result;
    private final Set<String> withheld;

    TestReading(Asked asked, JsonNode result, Set<String> withheld) {
        this.asked = asked;
        this.result = result;
        this.withheld = withheld;
    }

    ResultView view(String mark, String source) {
        ResultView table = new TableReading(asked, result, withheld).view(mark, source);
        JsonNode tests = result.path("tests");
        List<String> ids = new ArrayList<>();
        for (Object one : asked.specification().get("tests") instanceof List<?> list ? list : List.of()) {
            if (one instanceof Map<?, ?> test) {
                ids.add(String.valueOf(test.get("id")));
            }
        }
        boolean ofMeans = !tests.has("rao_scott");
        String verdict = ids.isEmpty() ? "" : Outcomes.verdict(asked.words(), tests.path(ids.get(0)));
        List<String> notes = new ArrayList<>(verdict.isEmpty() ? List.of() : List.of(verdict));
        if (ofMeans) {
            notes.add(asked.words().of("workbench.test.ranks-note"));
        }
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                asked.words().of("workbench.tests"),
                null,
                new Outcomes(asked.words(), false, ofMeans)
                        .grid(tests, ids, id -> asked.words().of("workbench.test." + id)),
                notes));
        sections.addAll(table.sections());
        return new ResultView(table.title(), table.population(), table.refused(), sections);
    }
}
