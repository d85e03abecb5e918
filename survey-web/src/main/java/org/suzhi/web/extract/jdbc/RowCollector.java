package org.suzhi.web.extract.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suzhi.microdata.Extract;
import org.suzhi.web.extract.Variables;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Collects the rows of a wave column by column. */
final class RowCollector {
    static final String RESPONDENT = "R";
    private static final JsonFactory JSON = new JsonFactory();
    private final Map<String, SampledUnit> sample;
    private final Variables variables;

    /** The place of each answer that is read, by item name; those of PSU and age last unless they are columns. */
    private final Map<String, Integer> places = new HashMap<>();

    private final @Nullable String[] texts;
    private final NumberColumn weight = new NumberColumn();
    private final AnswerColumn stratum = new AnswerColumn();
    private final AnswerColumn psu = new AnswerColumn();
    private final AnswerColumn town = new AnswerColumn();
    private final AnswerColumn status = new AnswerColumn();
    private final List<String> lists;
    private final AnswerColumn frame = new AnswerColumn();
    private final NumberColumn frames = new NumberColumn();
    private final List<String> answerNames;
    private final List<AnswerColumn> answers = new ArrayList<>();
    private final Map<String, NumberColumn> groups = new LinkedHashMap<>();
    private final Map<String, Map<String, NumberColumn>> choices = new LinkedHashMap<>();
    private final NumberColumn score = new NumberColumn();
    private final NumberColumn unanswered = new NumberColumn();
    private final List<String> scored;
    private final List<String> refused;
    private final Map<String, NumberColumn> dimensions = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();
    /** The number of the response of each respondent, in the order in which they were read. */
    private final List<Long> numbers = new ArrayList<>();

    /**
     * A drawn PSU, or a person drawn from a list.
     *
     * @param list empty for a PSU of the areas
     * @param frames from which the person could have been drawn; 0 of a PSU, whose persons' own answers tell it
     */
    record SampledUnit(String code, String town, String stratum, double weight, String list, int frames) {}

    RowCollector(Layout layout, Variables variables, Map<String, SampledUnit> sample) {
        this.sample = sample;
        this.variables = variables;
        this.answerNames = layout.answers();
        this.lists = layout.lists();
        this.scored = layout.scored();
        this.refused = layout.refused();
        answerNames.forEach(name -> {
            places.put(name, places.size());
            answers.add(new AnswerColumn());
        });
        places.putIfAbsent(variables.psu(), places.size());
        places.putIfAbsent(variables.age(), places.size());
        this.texts = new @Nullable String[places.size()];
        layout.groups().forEach(name -> groups.put(name, new NumberColumn()));
        layout.choices().forEach((item, codes) -> {
            Map<String, NumberColumn> columns = new LinkedHashMap<>();
            codes.forEach(code -> columns.put(code, new NumberColumn()));
            choices.put(item, columns);
        });
        layout.dimensions().forEach(name -> dimensions.put(name, new NumberColumn()));
    }

    /**
     * Adds a response of the target population, unless its PSU was not drawn: such a respondent has no inclusion
     * probability and so no weight.
     *
     * @param number of the response
     * @param answerJson all answers, an object
     * @param memberOf codes of groups with blanks between
     * @param caseUnit the unit of the response's case, empty where it has none: a person drawn from a list counts as such,
     *     wherever the person lives
     */
    void respondent(
            long number,
            String id,
            String answerJson,
            String memberOf,
            double points,
            String dimensionJson,
            String caseUnit) {
        Arrays.fill(texts, null);
        Map<String, Set<String>> chosen = new HashMap<>();
        read(
                answerJson,
                (name, text) -> {
                    Integer place = places.get(name);
                    if (place != null) {
                        texts[place] = text;
                    }
                },
                chosen::put);
        SampledUnit ofCase = sample.get(caseUnit);
        SampledUnit unit = ofCase != null && !ofCase.list().isEmpty() ? ofCase : sample.get(text(variables.psu()));
        String age = text(variables.age());
        if (unit == null || age.isEmpty() || !variables.covers(Double.parseDouble(age))) {
            return;
        }
        int row = place(id, unit, RESPONDENT);
        numbers.add(number);
        for (int a = 0; a < answers.size(); a++) {
            answers.get(a).set(row, Objects.requireNonNullElse(texts[a], ""));
        }
        List<String> flags = List.of(memberOf.split(" "));
        groups.forEach((group, column) -> column.set(row, flags.contains(group) ? 1 : 0));
        if (unit.frames() == 0) {
            frames.set(row, 1 + (int) lists.stream().filter(flags::contains).count());
        }
        chosen.forEach((item, several) -> choices.getOrDefault(item, Map.of())
                .forEach((choice, column) -> column.set(row, several.contains(choice) ? 1 : 0)));
        score.set(row, points);
        unanswered.set(row, unanswered());
        read(
                dimensionJson,
                (name, text) -> {
                    NumberColumn column = dimensions.get(name);
                    if (column != null) {
                        column.set(row, Double.parseDouble(text));
                    }
                },
                (name, several) -> {});
    }

    /** How many scored items were refused or left open. */
    private int unanswered() {
        int count = 0;
        for (String item : scored) {
            String answer = text(item);
            count += answer.isEmpty() || refused.contains(answer) ? 1 : 0;
        }
        return count;
    }

    private String text(String item) {
        return Objects.requireNonNullElse(texts[Objects.requireNonNull(places.get(item))], "");
    }

    /** Adds a case that ended without an interview. */
    void other(String code, String psuCode, String outcome) {
        SampledUnit unit = sample.get(psuCode);
        if (unit != null) {
            place(code, unit, outcome);
        }
    }

    private int place(String id, SampledUnit unit, String state) {
        int row = ids.size();
        ids.add(id);
        weight.set(row, unit.weight());
        stratum.set(row, unit.stratum());
        psu.set(row, unit.code());
        town.set(row, unit.town());
        status.set(row, state);
        frame.set(row, unit.list().isEmpty() ? Layout.AREAS : unit.list());
        if (unit.frames() > 0) {
            frames.set(row, unit.frames());
        }
        return row;
    }

    /** Reads the fields of an object: those of one value, and those of several such as the choices of a select multiple. */
    private static void read(String object, BiConsumer<String, String> one, BiConsumer<String, Set<String>> several) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), object)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.START_ARRAY) {
                    several.accept(name, several(json));
                } else if (value.isStructStart()) {
                    json.skipChildren();
                } else if (value != JsonToken.VALUE_NULL) {
                    one.accept(name, json.getString());
                }
            }
        }
    }

    /** The plain values of a list. */
    private static Set<String> several(JsonParser json) {
        Set<String> several = new HashSet<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token.isStructStart()) {
                json.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                several.add(json.getString());
            }
        }
        return several;
    }

    int rows() {
        return ids.size();
    }

    int respondents() {
        return numbers.size();
    }

    /** All rows, respondents by their ids, then the others by theirs. */
    Extract all() {
        int[] order = IntStream.concat(sorted(0, respondents()), sorted(respondents(), ids.size()))
                .toArray();
        return table(order);
    }

    /** The respondents alone, in the same order. */
    Extract respondentsOnly() {
        return table(sorted(0, respondents()).toArray());
    }

    /** The numbers of the respondents' responses, in the order of their rows in a table; no table holds them. */
    List<Long> responses() {
        return sorted(0, respondents()).mapToObj(numbers::get).toList();
    }

    private IntStream sorted(int from, int to) {
        return IntStream.range(from, to)
                .boxed()
                .sorted(Comparator.comparing(ids::get))
                .mapToInt(Integer::intValue);
    }

    private Extract table(int[] order) {
        Extract.Builder table = Extract.builder();
        table.column("weight", weight.column(order));
        table.column("stratum", stratum.column(order));
        table.column("psu", psu.column(order));
        table.column("town", town.column(order));
        table.column("status", status.column(order));
        if (!lists.isEmpty()) {
            table.column("frame", frame.column(order));
            table.column("frames", frames.column(order));
        }
        for (int a = 0; a < answers.size(); a++) {
            table.column(answerNames.get(a), answers.get(a).column(order));
        }
        groups.forEach((name, column) -> table.column(name, column.column(order)));
        choices.forEach((item, codes) ->
                codes.forEach((code, column) -> table.column(Layout.column(item, code), column.column(order))));
        table.column("score", score.column(order));
        table.column("unanswered", unanswered.column(order));
        dimensions.forEach((name, column) -> table.column(name, column.column(order)));
        return table.build();
    }
}
