package org.suzhi.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a person of a given ability answers the scored items.
 *
 * <p>The probability of a right answer is that of the three-parameter logistic model (Birnbaum 1968), \( P = c + (1 - c)
 * / (1 + e^{-a(\theta - b)}) \), with \(\theta\) rounded to 1/32 and cut at ±4; a wrong answer is "don't know" with a
 * probability of the item's own, else one of the wrong choices. Difficulties \(b\), discriminations \(a\) and guessing
 * \(c\) are invented (domain/item_parameters.csv).
 */
final class AnswerModel {

    private static final int STEPS = 32;
    private static final int LIMIT = 4;

    private final List<Item> items;

    private AnswerModel(List<Item> items) {
        this.items = items;
    }

    static AnswerModel ofQuestionnaire() {
        Map<String, List<String>> choices = new TreeMap<>();
        CsvTable choiceTable = CsvTable.ofResource("questionnaire/choices.csv");
        for (List<String> row : choiceTable.rows()) {
            choices.computeIfAbsent(row.get(0), list -> new ArrayList<>()).add(row.get(1));
        }
        Map<String, List<String>> choicesOfItem = new TreeMap<>();
        for (List<String> row : CsvTable.ofResource("questionnaire/survey.csv").rows()) {
            String type = row.get(0);
            if (type.startsWith("select_one ")) {
                choicesOfItem.put(row.get(1), choices.getOrDefault(type.substring("select_one ".length()), List.of()));
            }
        }
        Map<String, List<String>> parameters = new TreeMap<>();
        for (List<String> row :
                CsvTable.ofResource("domain/item_parameters.csv").rows()) {
            parameters.put(row.get(0), row);
        }
        List<Item> items = new ArrayList<>();
        for (List<String> row : CsvTable.ofResource("questionnaire/scoring.csv").rows()) {
            String name = row.get(0);
            items.add(Item.of(
                    row, choicesOfItem.getOrDefault(name, List.of()), parameters.getOrDefault(name, List.of())));
        }
        return new AnswerModel(List.copyOf(items));
    }

    List<Item> items() {
        return items;
    }

    /** The 100-point score of the answers that {@link #answers} gives for the same stream and ability. */
    int score(RandomStream random, double ability) {
        int row = row(ability);
        int score = 0;
        for (Item item : items) {
            if (random.uniform() < item.right[row]) {
                score += item.points;
            }
        }
        return score;
    }

    /** One choice name per item, in the order of {@link #items}. */
    List<String> answers(RandomStream random, double ability) {
        int row = row(ability);
        List<String> answers = new ArrayList<>(items.size());
        for (Item item : items) {
            answers.add(item.answer(random.uniform(), row));
        }
        return answers;
    }

    private static int row(double ability) {
        return (int) StrictMath.rint(STEPS * (Math.max(-LIMIT, Math.min(LIMIT, ability)) + LIMIT));
    }

    /** A scored item with its table of probabilities by ability. */
    static final class Item {

        private final String name;
        private final String dimension;
        private final int points;
        private final String key;
        private final List<String> wrong;
        private final double dontKnow;
        private final double[] right;

        private Item(List<String> scoring, List<String> wrong, double dontKnow, double[] right) {
            name = scoring.get(0);
            key = scoring.get(1);
            points = Integer.parseInt(scoring.get(2));
            dimension = scoring.get(3);
            this.wrong = wrong;
            this.dontKnow = dontKnow;
            this.right = right;
        }

        static Item of(List<String> scoring, List<String> choices, List<String> parameters) {
            if (choices.isEmpty() || parameters.isEmpty()) {
                throw new IllegalArgumentException(
                        "Item %s of scoring.csv has no choices or no row in item_parameters.csv; add them"
                                .formatted(scoring.get(0)));
            }
            List<String> wrong = choices.stream()
                    .filter(choice -> !choice.equals("dk") && !choice.equals(scoring.get(1)))
                    .toList();
            double difficulty = Double.parseDouble(parameters.get(1));
            double discrimination = Double.parseDouble(parameters.get(2));
            double guessing = Double.parseDouble(parameters.get(3));
            double[] right = new double[2 * LIMIT * STEPS + 1];
            for (int row = 0; row < right.length; row++) {
                double ability = (double) row / STEPS - LIMIT;
                right[row] = guessing + (1 - guessing) / (1 + StrictMath.exp(-discrimination * (ability - difficulty)));
            }
            return new Item(scoring, wrong, Double.parseDouble(parameters.get(4)), right);
        }

        String name() {
            return name;
        }

        String dimension() {
            return dimension;
        }

        private String answer(double u, int row) {
            if (u < right[row]) {
                return key;
            }
            double rest = (u - right[row]) / (1 - right[row]);
            if (rest < dontKnow) {
                return "dk";
            }
            return wrong.get((int) ((rest - dontKnow) / (1 - dontKnow) * wrong.size()));
        }
    }
}
