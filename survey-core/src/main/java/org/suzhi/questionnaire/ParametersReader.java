package org.suzhi.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the parameters column and puts each parameter where the XForm has it. */
final class ParametersReader {
    private static final Pattern PAIR = Pattern.compile("([^\\s=,;]+)\\s*=\\s*(\\$\\{[^}]*\\}|[^\\s,;]+)[\\s,;]*");
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)");
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("text", Set.of("rows")),
            Map.entry("photo", Set.of("max-pixels", "app")),
            Map.entry("audio", Set.of("quality")),
            Map.entry("background-audio", Set.of("quality")),
            Map.entry("geopoint", Set.of("allow-mock-accuracy", "capture-accuracy", "warning-accuracy", "incremental")),
            Map.entry("geoshape", Set.of("allow-mock-accuracy", "incremental")),
            Map.entry("geotrace", Set.of("allow-mock-accuracy", "incremental")),
            Map.entry("range", Set.of("start", "end", "step", "tick_interval", "placeholder", "tick_labelset")),
            Map.entry("select", Set.of("randomize", "seed", "value", "label")),
            Map.entry(
                    "audit",
                    Set.of(
                            "location-priority",
                            "location-min-interval",
                            "location-max-age",
                            "track-changes",
                            "identify-user",
                            "track-changes-reasons")));
    private static final Set<String> NUMERIC = Set.of(
            "rows",
            "max-pixels",
            "capture-accuracy",
            "warning-accuracy",
            "start",
            "end",
            "step",
            "tick_interval",
            "placeholder",
            "location-min-interval",
            "location-max-age");
    private static final Set<String> TRUTH =
            Set.of("randomize", "allow-mock-accuracy", "track-changes", "identify-user", "incremental");

    private static final Set<String> WHOLE = Set.of("rows", "max-pixels", "location-min-interval", "location-max-age");
    private static final Set<String> LOCATION =
            Set.of("location-priority", "location-min-interval", "location-max-age");
    private static final Map<String, List<String>> WORDS = Map.of(
            "audio quality", List.of("voice-only", "low", "normal", "external"),
            "background-audio quality", List.of("voice-only", "low", "normal"),
            "audit location-priority", List.of("no-power", "low-power", "balanced", "high-accuracy"),
            "audit track-changes-reasons", List.of("on-form-edit"));

    private final Columns columns;
    private final Map<String, ChoiceList> lists;
    private final Problems problems;

    ParametersReader(Columns columns, Map<String, ChoiceList> lists, Problems problems) {
        this.columns = columns;
        this.lists = lists;
        this.problems = problems;
    }

    Map<String, String> parse(SurveyElement question, Map<String, Phrase> values) {
        var parameters = new LinkedHashMap<String, String>();
        String text = QuestionReader.plain(values, "parameters").strip();
        if (text.isEmpty()) {
            return parameters;
        }
        String kind = SelectReader.SelectType.of(question.type) == null ? question.type : "select";
        Set<String> allowed = ALLOWED.get(kind);
        Matcher pairs = PAIR.matcher(text);
        int end = 0;
        while (pairs.lookingAt()) {
            end = pairs.end();
            String name = pairs.group(1).toLowerCase(Locale.ROOT);
            String value = pairs.group(2);
            pairs.region(end, text.length());
            parameters.put(name, value);
            if (allowed != null && !allowed.contains(name)) {
                problem(question, name, "parameter.unknown", String.join(", ", allowed));
            }
            check(question, name, value);
        }
        if (end < text.length()) {
            problem(question, text.substring(end), "parameter.malformed");
        }
        checkTogether(question, kind, parameters);
        return parameters;
    }

    private void check(SurveyElement question, String name, String value) {
        boolean whole = !WHOLE.contains(name) || value.matches("\\d+");
        if (NUMERIC.contains(name) && !(whole && NUMBER.matcher(value).matches())) {
            problem(question, name + "=" + value, "parameter.number");
        }
        List<String> words = WORDS.get(question.type + " " + name);
        if (words != null && !words.contains(value)) {
            problem(question, name + "=" + value, "parameter.choice", String.join(", ", words));
        }
        if (TRUTH.contains(name) && !List.of("true", "false").contains(value)) {
            problem(question, name + "=" + value, "parameter.truth");
        }
    }

    /** What makes sense only with something else. */
    private void checkTogether(SurveyElement question, String kind, Map<String, String> parameters) {
        boolean located = parameters.keySet().stream().anyMatch(LOCATION::contains);
        if (kind.equals("audit") && located && !parameters.keySet().containsAll(LOCATION)) {
            problem(question, String.join(" ", parameters.keySet()), "parameter.together", String.join(", ", LOCATION));
        }
        String seed = parameters.get("seed");
        if (kind.equals("select") && seed != null) {
            if (!parameters.containsKey("randomize")) {
                problem(question, "seed=" + seed, "parameter.seed");
            } else if (!Reference.isAll(seed) && !NUMBER.matcher(seed).matches()) {
                problem(question, "seed=" + seed, "parameter.number");
            }
        }
    }

    private void problem(SurveyElement question, String got, String code, String... arguments) {
        problems.add(SurveyReader.SHEET, question.row, columns.heading("parameters"), got, code, arguments);
    }

    void apply(SurveyElement question) {
        Map<String, String> given = question.parameters;
        switch (question.type) {
            case "text" -> move(given, "rows", question.control, "rows");
            case "photo" -> {
                bind(question, "max-pixels", "orx:max-pixels");
                String appearance = question.control.getOrDefault("appearance", "annotate");
                if (appearance.equals("annotate")) {
                    move(given, "app", question.control, "intent");
                }
            }
            case "audio" -> bind(question, "quality", "odk:quality");
            case "background-audio" -> {
                Map<String, String> quality =
                        given.containsKey("quality") ? Map.of("odk:quality", given.get("quality")) : Map.of();
                question.actions.add(new SurveyElement.Action("odk:recordaudio", "odk-instance-load", "", quality));
            }
            case "geopoint", "geoshape", "geotrace" -> {
                bind(question, "allow-mock-accuracy", "odk:allow-mock-accuracy");
                move(given, "capture-accuracy", question.control, "accuracyThreshold");
                move(given, "warning-accuracy", question.control, "unacceptableAccuracyThreshold");
                move(given, "incremental", question.control, "incremental");
            }
            case "start-geopoint" ->
                question.actions.add(
                        new SurveyElement.Action("odk:setgeopoint", "odk-instance-first-load", "", Map.of()));
            case "range" -> applyRange(question);
            default -> {
                // no parameters
            }
        }
    }

    private static void move(Map<String, String> from, String name, Map<String, String> to, String as) {
        if (from.containsKey(name)) {
            to.put(as, from.get(name));
        }
    }

    private static void bind(SurveyElement question, String name, String as) {
        if (question.parameters.containsKey(name)) {
            question.bind.put(as, Phrase.of(question.parameters.get(name)));
        }
    }

    private void applyRange(SurveyElement question) {
        Map<String, String> given = question.parameters;
        given.putIfAbsent("start", "1");
        given.putIfAbsent("end", "10");
        given.putIfAbsent("step", "1");
        for (String bound : List.of("start", "end", "step")) {
            question.control.put(bound, given.get(bound));
        }
        move(given, "tick_interval", question.control, "odk:tick-interval");
        move(given, "placeholder", question.control, "odk:placeholder");
        boolean decimal = List.of("start", "end", "step", "tick_interval", "placeholder").stream()
                .anyMatch(name -> given.getOrDefault(name, "").contains("."));
        if (decimal) {
            question.bind.put("type", Phrase.of("decimal"));
        }
        String labels = given.getOrDefault("tick_labelset", "");
        if (!labels.isEmpty()) {
            question.list = labels;
            if (!lists.containsKey(labels)) {
                problem(question, labels, "list.unknown", String.join(", ", lists.keySet()));
            }
        }
    }
}
