package org.suzhi.web.publication;

import static org.suzhi.web.publication.WaveSections.ordered;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.analysis.specification.SpecificationBuilder;

/**
 * The analysis of one wave as a specification that {@code ./suzhi analyse} runs as well: the wave's weights, then the rate by
 * every dimension and group, and the mean score.
 */
final class HeadlineSpecification {
    static final String LITERATE = "literate";
    static final String RATE = "rate";
    static final String RATE_BETA = "rate_beta";
    static final String SCORE = "score";
    static final String TARGET = "target";
    private static final String GROUP = "group_";
    private static final Map<String, Object> LOGIT = ordered("method", "logit", "df", "domain");

    private HeadlineSpecification() {}

    static Specification of(
            int year, HeadlineSettings settings, Map<String, Object> sections, List<String> groups, double target) {
        SpecificationBuilder specification = Specification.builder("literacy-" + year)
                .sections(sections)
                .derive(LITERATE, "score >= " + settings.literateFrom())
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
        return GROUP + group;
    }

    /** The group that a request is about. */
    static Optional<String> groupOf(String request) {
        return request.startsWith(GROUP) ? Optional.of(request.substring(GROUP.length())) : Optional.empty();
    }

    private static Map<String, Object> rate(Map<String, Object> more) {
        Map<String, Object> request =
                ordered("statistic", "proportion", "variable", LITERATE, "level", 1, "deff", true);
        request.putAll(more);
        return request;
    }
}
