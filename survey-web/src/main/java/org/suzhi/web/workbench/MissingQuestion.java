package org.suzhi.web.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.analysis.specification.SpecificationBuilder;
import org.suzhi.web.publication.AnalysisRun;

/**
 * How many left items without an answer and why, and what the literacy rate is where they do not count.
 *
 * @param scoredOnly whether only the scored items are told
 */
public record MissingQuestion(boolean scoredOnly, Population population, IntervalOptions interval) implements Question {
    public static final String ITEMS = "items";
    public static final String COLLECTED = "collected";
    public static final String COMPLETE = "complete";

    @Override
    public AnalysisRun.Kind kind() {
        return AnalysisRun.Kind.MISSING;
    }

    @Override
    public Specification specification(
            String name, Map<String, Object> sections, Codebook codebook, double literateFrom) {
        SpecificationBuilder specification = Specification.builder(name).sections(sections);
        Scored scored = codebook.scored();
        List<String> items = items(codebook);
        Treated.noAnswer(specification, scored, items);
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("items", items);
        request.put("doNotKnow", List.of(scored.codes().dontKnow()));
        request.put("notReached", true);
        population.condition().ifPresent(condition -> request.put("subset", condition));
        request.put("ci", Map.of("level", interval.level()));
        specification.itemNonresponse(ITEMS, request);
        if (!scored.columns().isEmpty()) {
            Measure rate = new Measure(Measure.LITERATE, null, Measure.Kind.LITERACY);
            rate.declare(specification, new Declared(sections, codebook), literateFrom);
            Optional<String> everybody = new Treated(rate, false, false).subset(population);
            Optional<String> complete = new Treated(rate, true, false).subset(population);
            specification.estimate(COLLECTED, rate.request(List.of(), everybody, interval));
            specification.estimate(COMPLETE, rate.request(List.of(), complete, interval));
        }
        return specification.build();
    }

    private List<String> items(Codebook codebook) {
        List<String> scored = codebook.scored().columns();
        return scoredOnly && !scored.isEmpty()
                ? scored
                : codebook.variables().stream()
                        .filter(v -> v.topic() == Variable.Topic.ANSWER)
                        .map(Variable::name)
                        .toList();
    }
}
