package org.suzhi.web.publication;

import static org.suzhi.web.publication.WaveSections.ordered;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.analysis.specification.SpecificationBuilder;

/**
 * The analysis of one wave as a specification that {@code ./suzhi analyse} runs as well: the wave's weights, then the rate by
 * every dimension and group, the mean score, and what else is told of the whole population.
 */
final class HeadlineSpecification {
    static final String LITERATE = "literate";
    static final String RATE = "rate";
    static final String RATE_BETA = "rate_beta";
    static final String SCORE = "score";
    static final String TARGET = "target";
    private static final String GROUP = "group_";

    private HeadlineSpecification() {}

    static Specification of(
            int year,
            HeadlineSettings settings,
            Map<String, Object> sections,
            List<String> groups,
            double target,
            Measures measures) {
        SpecificationBuilder specification = Specification.builder("literacy-" + year)
                .sections(sections)
                .derive(LITERATE, "score >= " + settings.literateFrom())
                .estimate(RATE, rate(ordered("ci", logit())))
                .estimate(RATE_BETA, rate(ordered("ci", ordered("method", "beta"))))
                .estimate(SCORE, ordered("statistic", "mean", "variable", "score", "deff", true));
        for (HeadlineSettings.Dimension dimension : settings.dimensions()) {
            specification.estimate(dimension.name(), rate(ordered("by", List.of(dimension.column()), "ci", logit())));
        }
        for (String group : groups) {
            specification.estimate(groupId(group), rate(ordered("subset", group + " == 1", "ci", logit())));
        }
        measures.addTo(specification);
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

    /** Each request has its own: what is shared is written as a reference, and a reader takes few of them. */
    private static Map<String, Object> logit() {
        return ordered("method", "logit", "df", "domain");
    }

    static String groupId(String group) {
        return GROUP + group;
    }

    /** The group that a request is about. */
    static Optional<String> groupOf(String request) {
        return request.startsWith(GROUP) ? Optional.of(request.substring(GROUP.length())) : Optional.empty();
    }

    /** By what a run counts somebody as literate, such as "score >= 70". */
    static String criterion(String specification) {
        return Specification.parse(specification).derivation(LITERATE).orElse("");
    }

    private static Map<String, Object> rate(Map<String, Object> more) {
        return proportion(LITERATE, more);
    }

    /** The share of ones in a column. */
    static Map<String, Object> share(String column) {
        return proportion(column, ordered("ci", logit()));
    }

    private static Map<String, Object> proportion(String column, Map<String, Object> more) {
        Map<String, Object> request = ordered("statistic", "proportion", "variable", column, "level", 1, "deff", true);
        request.putAll(more);
        return request;
    }
}
