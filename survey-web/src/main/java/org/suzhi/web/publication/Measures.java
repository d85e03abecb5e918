package org.suzhi.web.publication;

import static org.suzhi.web.publication.WaveSections.ordered;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.suzhi.analysis.specification.SpecificationBuilder;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Extract;
import org.suzhi.questionnaire.ScoringKey.ScoredItem;
import org.suzhi.response.Control;
import org.suzhi.response.Item;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;

/**
 * What a wave's headline run tells of the whole population besides rate and mean score: who reaches each level of the score,
 * the share of the points of each of its dimensions, who answers each item right, who makes each choice of several.
 *
 * <p>Requests are named {@code level.55}, {@code part.knowledge}, {@code item.K01} and {@code choice.channels.tv}; so the
 * figures of a stored run are found without its questionnaire.
 */
final class Measures {
    static final String LEVEL = "level";
    static final String PART = "part";
    static final String ITEM = "item";
    static final String CHOICE = "choice";

    /** A derived column, and the request that takes its mean. */
    private record Measure(String request, String column, String expression, boolean share) {}

    private final List<Measure> measures = new ArrayList<>();

    private Measures() {}

    /**
     * What can be told of rows.
     *
     * @param levels scores from which a level is reached
     * @param form the questionnaire that the rows are answers to
     */
    static Measures of(List<Double> levels, PublishedQuestionnaire form, Extract rows) {
        Measures all = new Measures();
        for (double level : levels) {
            String name = Decimals.format("0.##", level);
            all.add(LEVEL + "." + name, "level_" + name.replace('.', '_'), "score >= " + name, true);
        }
        form.scoring().pointsByDimension().forEach((part, points) -> {
            if (rows.has(part) && points > 0) {
                all.add(PART + "." + part, "part_" + part, quoted(part) + " / " + points, false);
            }
        });
        for (ScoredItem item : form.scoring().items()) {
            if (rows.has(item.item()) && item.key().indexOf('\'') < 0) {
                all.add(ITEM + "." + item.item(), "right_" + item.item(), right(item, rows), true);
            }
        }
        for (Item item : form.form().items()) {
            if (item.control() == Control.SELECT_MULTIPLE) {
                for (String choice : item.choices().keySet()) {
                    String column = item.name() + "_" + choice;
                    if (rows.has(column)) {
                        all.add(CHOICE + "." + item.name() + "." + choice, "chose_" + column, quoted(column), true);
                    }
                }
            }
        }
        return all;
    }

    private void add(String request, String column, String expression, boolean share) {
        measures.add(new Measure(request, column, expression, share));
    }

    /** A key that nobody chose is no level of the column: then nobody is right. */
    private static String right(ScoredItem item, Extract rows) {
        boolean nobody = rows.column(item.item()) instanceof CategoryColumn answers
                && !answers.levels().contains(item.key());
        return nobody ? "0 * score" : quoted(item.item()) + " == '" + item.key() + "'";
    }

    private static String quoted(String column) {
        return "`" + column + "`";
    }

    void addTo(SpecificationBuilder specification) {
        for (Measure measure : measures) {
            specification.derive(measure.column(), measure.expression());
            Map<String, Object> request = measure.share()
                    ? HeadlineSpecification.share(measure.column())
                    : ordered("statistic", "mean", "variable", measure.column(), "deff", true);
            specification.estimate(measure.request(), request);
        }
    }

    /** The dimension of a request's figure, such as "item" or "choice.channels"; "" where it is no measure. */
    static String dimension(String request) {
        int first = request.indexOf('.');
        if (first < 0) {
            return "";
        }
        String kind = request.substring(0, first);
        return switch (kind) {
            case LEVEL, PART, ITEM -> kind;
            case CHOICE -> request.substring(0, Math.max(first, request.indexOf('.', first + 1)));
            default -> "";
        };
    }
}
