package org.suzhi.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers to the unscored items: channels, venues, attitudes and the modules of a person's groups; invented shares. */
final class Opinions {

    private static final Map<String, double[]> SHARES = Map.of(
            "agree", new double[] {24, 40, 22, 10, 4},
            "often", new double[] {34, 45, 21},
            "yesno", new double[] {45, 55});

    private static final List<Habit> CHANNELS = List.of(
            new Habit("tv", 0.45, 0.0, 0.06),
            new Habit("radio", 0.10, 0.0, 0.03),
            new Habit("short_video", 0.75, 0.0, -0.05),
            new Habit("wechat", 0.55, 0.05, -0.07),
            new Habit("web", 0.20, 0.09, -0.04),
            new Habit("print", 0.06, 0.06, 0.0),
            new Habit("people", 0.40, 0.0, 0.0),
            new Habit("training", 0.08, 0.03, 0.0));

    private static final List<Habit> VENUES = List.of(
            new Habit("science_museum", 0.04, 0.05, -0.01),
            new Habit("natural_museum", 0.02, 0.03, 0.0),
            new Habit("zoo_garden", 0.18, 0.03, -0.03),
            new Habit("library", 0.12, 0.07, -0.02),
            new Habit("science_base", 0.08, 0.03, 0.0),
            new Habit("farm_demo", 0.10, -0.01, 0.01));

    private final CsvTable survey = CsvTable.ofResource("questionnaire/survey.csv");
    private final CsvTable choices = CsvTable.ofResource("questionnaire/choices.csv");

    void answer(Person person, RandomStream random, Map<String, String> answers) {
        answers.put("channels", several(CHANNELS, person, random));
        answers.put("venues", several(VENUES, person, random));
        answerGroup("attitudes", person, random, answers);
        for (Group group : Group.values()) {
            if (group.contains(person)) {
                answerGroup("module_" + group.code(), person, random, answers);
            }
        }
    }

    private void answerGroup(String group, Person person, RandomStream random, Map<String, String> answers) {
        boolean inside = false;
        for (List<String> row : survey.rows()) {
            String type = row.get(0);
            if (type.equals("begin_group")) {
                inside = row.get(1).equals(group);
            } else if (inside && type.startsWith("select_one ")) {
                answers.put(row.get(1), one(type.substring("select_one ".length()), person, random));
            }
        }
    }

    private String one(String list, Person person, RandomStream random) {
        double[] shares = SHARES.get(list);
        List<String> names = choices.rows().stream()
                .filter(row -> row.get(0).equals(list))
                .map(row -> row.get(1))
                .toList();
        if (shares == null || shares.length != names.size()) {
            throw new IllegalArgumentException("No shares for the %d choices of list %s".formatted(names.size(), list));
        }
        double[] tilted = shares.clone();
        tilted[0] *= 1 + 0.15 * person.education().level();
        return names.get(random.index(tilted));
    }

    private static String several(List<Habit> habits, Person person, RandomStream random) {
        List<String> names = new ArrayList<>();
        for (Habit habit : habits) {
            double probability = habit.base
                    + habit.perEducation * person.education().level()
                    + habit.perAgeBand * person.ageBand().level();
            if (random.uniform() < probability) {
                names.add(habit.choice);
            }
        }
        return names.isEmpty() ? "none" : String.join(" ", names);
    }

    /** A choice of a select-multiple item with its probability: a base, and slopes by education and age band. */
    private record Habit(String choice, double base, double perEducation, double perAgeBand) {}
}
