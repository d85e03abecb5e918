package org.suzhi.web.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.suzhi.analysis.specification.SpecificationBuilder;
import org.suzhi.questionnaire.ScoringKey.ScoredItem;
import org.suzhi.web.workbench.MissingAnswers.Way;

/**
 * A measure as it is estimated once something is done about missing answers.
 *
 * @param measure in place of the one that was asked
 * @param onlyComplete whether only responses count that answered all scored items
 * @param imputed whether answers are imputed
 */
record Treated(Measure measure, boolean onlyComplete, boolean imputed) {
    private static final List<String> BACKGROUND = List.of("sex", "age_band", "education", "residence", "stratum");
    private static final List<String> CLASSES = List.of("sex", "education");

    /** The points of the items that everybody answered. */
    private static final String KNOWN = "known_points";

    /**
     * Declares the measure with what is done about its missing answers.
     *
     * @param used other columns that the question is about
     */
    static Treated declare(
            SpecificationBuilder specification,
            Declared declared,
            Measure measure,
            MissingAnswers missing,
            List<String> used,
            double literateFrom) {
        Scored scored = declared.codebook().scored();
        boolean literacy = measure.kind() == Measure.Kind.LITERACY;
        String score = literacy ? "score" : measure.variable();
        boolean ofItems = scored.isScore(score);
        List<ScoredItem> items = ofItems ? scored.of(score) : List.of();
        List<String> columns = ofItems ? items.stream().map(ScoredItem::item).toList() : List.of(measure.variable());
        Set<String> open = missing.way() == Way.COLLECTED ? Set.of() : scored.open(columns);
        if (open.isEmpty() || (ofItems && missing.way() == Way.COMPLETE)) {
            measure.declare(specification, declared, literateFrom);
            return new Treated(measure, ofItems && !open.isEmpty(), false);
        }
        noAnswer(specification, scored, open);
        if (missing.way().isImputation()) {
            if (ofItems) {
                declared.ordered(specification, items);
            }
            impute(specification, declared, missing, open, used);
        }
        if (!ofItems) {
            declared.answered(specification, measure.variable());
            measure.declare(specification, declared, literateFrom);
            return new Treated(measure, false, missing.way().isImputation());
        }
        String complete = score + Scored.COMPLETE;
        specification.derive(complete, Scored.points(items));
        if (literacy) {
            specification.derive(Measure.LITERATE, complete + " >= " + literateFrom);
        }
        return new Treated(literacy ? measure : new Measure(complete, null, Measure.Kind.MEAN), false, true);
    }

    /** Says which choices of columns are no answer. */
    static void noAnswer(SpecificationBuilder specification, Scored scored, Iterable<String> columns) {
        if (!scored.codes().refused().isEmpty()) {
            Map<String, Object> missing = new LinkedHashMap<>();
            List<String> names = new ArrayList<>();
            columns.forEach(names::add);
            missing.put("columns", names);
            missing.put("refused", scored.codes().refused().stream().sorted().toList());
            specification.sections(Map.of("missing", List.of(missing)));
        }
    }

    private static void impute(
            SpecificationBuilder specification,
            Declared declared,
            MissingAnswers missing,
            Set<String> open,
            List<String> used) {
        Codebook codebook = declared.codebook();
        Scored scored = codebook.scored();
        Map<String, Object> impute = new LinkedHashMap<>();
        impute.put("variables", List.copyOf(open));
        impute.put("method", missing.way() == Way.PMM ? "pmm" : "hotdeck");
        impute.put("sets", missing.sets());
        impute.put("seed", missing.seed());
        List<String> background = missing.way() == Way.PMM
                ? Stream.concat(BACKGROUND.stream(), used.stream()).distinct().toList()
                : CLASSES;
        Set<String> withGaps = scored.open(background);
        List<String> predictors = new ArrayList<>(background.stream()
                .filter(name -> codebook.find(name).isPresent() && !withGaps.contains(name))
                .filter(name -> !open.contains(name))
                .toList());
        if (missing.way() == Way.HOTDECK) {
            impute.put("classes", predictors);
        } else {
            Set<String> openItems = scored.open(scored.columns());
            List<ScoredItem> known = scored.key().items().stream()
                    .filter(item -> scored.columns().contains(item.item()) && !openItems.contains(item.item()))
                    .toList();
            if (!known.isEmpty()) {
                declared.ordered(specification, known);
                specification.derive(KNOWN, Scored.points(known));
                predictors.add(KNOWN);
            }
            if (open.size() > 1) {
                predictors.addAll(open);
                impute.put("iterations", MissingAnswers.ITERATIONS);
            }
            impute.put("predictors", predictors);
        }
        specification.sections(Map.of("impute", impute));
    }

    /** The population, without those whose scored items are not all answered where they do not count. */
    Optional<String> subset(Population population) {
        if (!onlyComplete) {
            return population.condition();
        }
        String where = population.where();
        return new Population(
                        population.of(),
                        where.isEmpty() ? Population.COMPLETE : "(" + where + ") & " + Population.COMPLETE)
                .condition();
    }

    /** The keys of a request for estimates. */
    Map<String, Object> request(List<String> by, Optional<String> subset, IntervalOptions interval) {
        Map<String, Object> request = measure.request(by, subset, interval);
        if (imputed) {
            request.put("naRm", true);
        }
        return request;
    }
}
