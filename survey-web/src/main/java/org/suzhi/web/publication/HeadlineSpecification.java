package org.suzhi.web.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.analysis.specification.SpecificationBuilder;
import org.suzhi.analysis.weighting.Margin;
import org.suzhi.web.fieldwork.MarginCell;

/**
 * The analysis of one wave as a specification that {@code ./suzhi analyse} runs as well: design weights raked to the
 * wave's margins, then the rate by every dimension and group, and the mean score.
 */
final class HeadlineSpecification {
    static final String RATE = "rate";
    static final String RATE_BETA = "rate_beta";
    static final String SCORE = "score";
    static final String TARGET = "target";
    private static final Map<String, Object> LOGIT = ordered("method", "logit", "df", "domain");

    private HeadlineSpecification() {}

    static Specification of(
            int year, HeadlineSettings settings, List<MarginCell> cells, List<String> groups, double target) {
        SpecificationBuilder specification = Specification.builder("literacy-" + year);
        levels(cells).forEach((variable, levels) -> specification.factor(variable, List.copyOf(levels)));
        specification
                .derive("literate", "score >= " + settings.literateFrom())
                .weights("weight")
                .strata("stratum")
                .clusters("psu")
                .rake(margins(cells))
                .estimate(RATE, rate(ordered("ci", LOGIT)))
                .estimate(RATE_BETA, rate(ordered("ci", ordered("method", "beta"))))
                .estimate(SCORE, ordered("statistic", "mean", "variable", "score", "deff", true));
        for (HeadlineSettings.Dimension dimension : settings.dimensions()) {
            specification.estimate(dimension.name(), rate(ordered("by", List.of(dimension.column()), "ci", LOGIT)));
        }
        for (String group : groups) {
            specification.estimate(groupId(group), rate(ordered("subset", group + " == 1", "ci", LOGIT)));
        }
        return specification
                .test(
                        TARGET,
                        ordered(
                                "kind",
                                "contrast",
                                "of",
                                RATE,
                                "weights",
                                List.of(1),
                                "null",
                                target,
                                "alternative",
                                "greater"))
                .build();
    }

    static String groupId(String group) {
        return "group_" + group;
    }

    private static Map<String, Object> rate(Map<String, Object> more) {
        Map<String, Object> request =
                ordered("statistic", "proportion", "variable", "literate", "level", 1, "deff", true);
        request.putAll(more);
        return request;
    }

    /** Keys in the order given, so that the same analysis is always written the same way. */
    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** The levels of every margin variable, in the order in which the margins name them. */
    private static Map<String, Set<String>> levels(List<MarginCell> cells) {
        Map<String, Set<String>> levels = new LinkedHashMap<>();
        for (MarginCell cell : cells) {
            for (int v = 0; v < cell.variables().size(); v++) {
                levels.computeIfAbsent(cell.variables().get(v), name -> new LinkedHashSet<>())
                        .add(cell.levels().get(v));
            }
        }
        return levels;
    }

    private static List<Margin> margins(List<MarginCell> cells) {
        Map<List<String>, Map<List<String>, Double>> totals = new LinkedHashMap<>();
        for (MarginCell cell : cells) {
            totals.computeIfAbsent(cell.variables(), v -> new LinkedHashMap<>()).put(cell.levels(), cell.total());
        }
        List<Margin> margins = new ArrayList<>();
        totals.forEach((variables, byLevel) -> margins.add(new Margin(variables, byLevel)));
        return margins;
    }
}
