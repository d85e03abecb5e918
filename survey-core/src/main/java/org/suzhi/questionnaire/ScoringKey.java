package org.suzhi.questionnaire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How answers become points: the {@code scoring} sheet of a workbook. */
public record ScoringKey(List<ScoredItem> items) {
    /**
     * One scored item.
     *
     * @param item its name
     * @param key the right answer; of a select multiple all right choices with spaces between, in any order
     * @param points what the right answer gives; every other answer gives nothing
     * @param dimension the part of the score it counts to
     */
    public record ScoredItem(String item, String key, double points, String dimension) {}

    /**
     * Points reached.
     *
     * @param total over all dimensions
     * @param byDimension in the order of the sheet
     */
    public record Score(double total, Map<String, Double> byDimension) {
        public Score {
            byDimension = Collections.unmodifiableMap(new LinkedHashMap<>(byDimension));
        }
    }

    public ScoringKey {
        items = List.copyOf(items);
    }

    /** The dimensions in the order of the sheet. */
    public Set<String> dimensions() {
        var dimensions = new LinkedHashSet<String>();
        items.forEach(item -> dimensions.add(item.dimension()));
        return dimensions;
    }

    /** The points that can be reached in each dimension. */
    public Map<String, Double> pointsByDimension() {
        var points = new LinkedHashMap<String, Double>();
        items.forEach(item -> points.merge(item.dimension(), item.points(), Double::sum));
        return points;
    }

    public Score score(AnswerSource answers) {
        var byDimension = new LinkedHashMap<String, Double>();
        double total = 0;
        for (ScoredItem item : items) {
            double points = isRight(answers.valueOf(item.item()), item.key()) ? item.points() : 0;
            byDimension.merge(item.dimension(), points, Double::sum);
            total += points;
        }
        return new Score(total, byDimension);
    }

    private static boolean isRight(String answer, String key) {
        return answer.equals(key) || (key.indexOf(' ') > 0 && words(answer).equals(words(key)));
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.strip().split("\\s+", -1)));
    }
}
