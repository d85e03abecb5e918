package org.suzhi.web.export.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.suzhi.microdata.MissingReason;
import org.suzhi.response.Item;
import org.suzhi.web.export.table.Variable.Kind;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;

/** The columns of an export: what the server knows, the questionnaire in its order, scores and groups. */
public final class Columns {
    private final VariableNames names = new VariableNames();
    private final List<Column> columns = new ArrayList<>();
    private final PublishedQuestionnaire questionnaire;
    private final Surroundings surroundings;
    private final FormDetails details;

    private Columns(PublishedQuestionnaire questionnaire, Surroundings surroundings) {
        this.questionnaire = questionnaire;
        this.surroundings = surroundings;
        this.details = FormDetails.of(questionnaire.xform());
    }

    /**
     * All columns of a questionnaire's responses.
     *
     * @param withText whether free texts, places and device numbers are among them: they can tell who a person is
     */
    public static List<Column> of(PublishedQuestionnaire questionnaire, Surroundings surroundings, boolean withText) {
        Columns all = new Columns(questionnaire, surroundings);
        all.interview();
        all.design();
        all.columns.addAll(new ItemColumns(questionnaire.form().items(), all.details, surroundings, all.names, withText)
                .columns());
        all.scores();
        return List.copyOf(all.columns);
    }

    private void interview() {
        number("response", Kind.WHOLE, r -> (double) r.number());
        number("wave", Kind.WHOLE, r -> surroundings.study().wave().year());
        number("synthetic", Kind.FLAG, r -> surroundings.study().survey().synthetic() ? 1 : 0);
        category("mode", surroundings.modes(), StoredResponse::mode);
        add(
                "interviewer",
                Kind.WHOLE,
                r -> r.interviewer().isPresent()
                        ? new Cell.Real((double) r.interviewer().getAsLong())
                        : Cell.NONE);
        number("revision", Kind.WHOLE, StoredResponse::revision);
        add("received_at", Kind.MOMENT, r -> new Cell.Moment(r.receivedAt()));
        if (details.start().isPresent() && details.end().isPresent()) {
            String start = details.start().get();
            String end = details.end().get();
            add("duration_minutes", Kind.REAL, r -> Times.minutes(r, start, end));
        }
    }

    private void design() {
        Surroundings.Sample sample = surroundings.sample();
        sampled("stratum", sample.strata(), StoredResponse.Sampled::stratum);
        sampled("psu", sample.psus(), StoredResponse.Sampled::psu);
        sampled("psu_town", sample.towns(), StoredResponse.Sampled::town);
        sampled("psu_residence", sample.residences(), StoredResponse.Sampled::residence);
        weight("psu_probability", StoredResponse.Sampled::probability);
        weight("inclusion_probability", s -> 1 / s.designWeight());
        weight("base_weight", StoredResponse.Sampled::designWeight);
        number("in_estimates", Kind.FLAG, r -> surroundings.weights().isUsed(r) ? 1 : 0);
        add("calibrated_weight", Kind.REAL, r -> cell(surroundings.weights().calibrated(r)));
    }

    private void scores() {
        add(
                "score",
                Kind.REAL,
                r -> r.score().isPresent()
                        ? new Cell.Real(r.score().getAsDouble())
                        : new Cell.Missing(
                                surroundings.isRefusal(r) ? MissingReason.REFUSED : MissingReason.NOT_ASKED));
        add(
                "unanswered",
                Kind.WHOLE,
                r -> r.score().isPresent()
                        ? new Cell.Real(unanswered(r))
                        : new Cell.Missing(
                                surroundings.isRefusal(r) ? MissingReason.REFUSED : MissingReason.NOT_ASKED));
        for (String dimension : questionnaire.scoring().dimensions()) {
            add("score_" + dimension, Kind.REAL, surroundings.label("score.dimension", dimension), r -> {
                Double points = r.dimensions().get(dimension);
                return points == null
                        ? new Cell.Missing(surroundings.isRefusal(r) ? MissingReason.REFUSED : MissingReason.NOT_ASKED)
                        : new Cell.Real(points);
            });
        }
        surroundings
                .groups()
                .forEach((code, label) -> add(
                        "group_" + code,
                        Kind.FLAG,
                        label,
                        r -> new Cell.Real(r.groups().contains(code) ? 1 : 0)));
    }

    private static Cell cell(OptionalDouble value) {
        return value.isPresent() ? new Cell.Real(value.getAsDouble()) : Cell.NONE;
    }

    /** How many scored items were refused or left open. */
    private long unanswered(StoredResponse response) {
        return questionnaire.scoring().items().stream()
                .filter(item -> surroundings
                        .codes()
                        .isNone(String.valueOf(response.answers().getOrDefault(item.item(), ""))))
                .count();
    }

    private void number(String name, Kind kind, ToDoubleFunction<StoredResponse> value) {
        add(name, kind, r -> new Cell.Real(value.applyAsDouble(r)));
    }

    private void weight(String name, ToDoubleFunction<StoredResponse.Sampled> value) {
        add(
                name,
                Kind.REAL,
                r -> r.sampled()
                        .map(s -> (Cell) new Cell.Real(value.applyAsDouble(s)))
                        .orElse(Cell.NONE));
    }

    private void sampled(String name, Map<String, Label> labels, Function<StoredResponse.Sampled, String> code) {
        category(name, labels, r -> r.sampled().map(code).orElse(""));
    }

    /** A column of codes, of which "" is none. */
    private void category(String name, Map<String, Label> labels, Function<StoredResponse, String> code) {
        List<Category> categories = Category.numbered(labels);
        Map<String, Cell> cells = choices(categories);
        cells.put("", Cell.NONE);
        Variable variable = new Variable(names.next(name), Kind.CATEGORY, "", surroundings.label(name), categories);
        columns.add(new Column(variable, r -> choice(cells, code.apply(r), name)));
    }

    static Map<String, Cell> choices(List<Category> categories) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (int i = 0; i < categories.size(); i++) {
            cells.put(categories.get(i).code(), new Cell.Choice(i));
        }
        return cells;
    }

    static Cell choice(Map<String, Cell> cells, String code, String name) {
        Cell cell = cells.get(code);
        if (cell == null) {
            throw new IllegalStateException("variable " + name + ": a stored code is none of its choices");
        }
        return cell;
    }

    private void add(String name, Kind kind, Function<StoredResponse, Cell> cell) {
        add(name, kind, surroundings.label(name), cell);
    }

    private void add(String name, Kind kind, Label label, Function<StoredResponse, Cell> cell) {
        columns.add(new Column(new Variable(names.next(name), kind, "", label, List.of()), cell));
    }

    /** The items of a form whose name is used once. */
    static boolean isOnly(Item item, List<Item> items) {
        return items.stream().filter(other -> other.name().equals(item.name())).count() == 1;
    }
}
