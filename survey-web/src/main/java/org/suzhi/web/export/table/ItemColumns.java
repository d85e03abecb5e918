package org.suzhi.web.export.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.suzhi.microdata.MissingReason;
import org.suzhi.response.Control;
import org.suzhi.response.DataType;
import org.suzhi.response.Item;
import org.suzhi.web.export.table.Variable.Kind;

/** The columns of a questionnaire's items, in its order. */
final class ItemColumns {
    private static final Set<DataType> PLACES = Set.of(DataType.GEOPOINT, DataType.GEOTRACE, DataType.GEOSHAPE);
    private static final String BETWEEN_REPEATS = " | ";
    private final List<Item> items;
    private final FormDetails details;
    private final Surroundings surroundings;
    private final VariableNames names;
    private final Set<String> personal;
    private final boolean withText;
    private final List<Column> columns = new ArrayList<>();

    ItemColumns(
            List<Item> items, FormDetails details, Surroundings surroundings, VariableNames names, boolean withText) {
        this.items = items;
        this.details = details;
        this.surroundings = surroundings;
        this.names = names;
        this.withText = withText;
        this.personal = details.withThoseThatShow(
                items.stream().filter(ItemColumns::canTellWho).map(Item::path).collect(Collectors.toSet()));
    }

    List<Column> columns() {
        Set<String> users = details.withThoseThatShow(
                items.stream().map(Item::path).filter(details::isUser).collect(Collectors.toSet()));
        for (Item item : items) {
            boolean never = item.type() == DataType.BINARY
                    || item.path().matches("/[^/]+/meta/.*")
                    || users.contains(item.path())
                    || details.isNote(item.path());
            if (!never && (withText || !personal.contains(item.path()))) {
                add(item);
            }
        }
        return columns;
    }

    /** What a respondent typed, where he is, which device it was. */
    private static boolean canTellWho(Item item) {
        boolean typed = item.type() == DataType.STRING && item.control() == Control.INPUT;
        boolean hidden = item.type() == DataType.STRING && item.control() == Control.NONE && !item.calculated();
        return typed || hidden || PLACES.contains(item.type());
    }

    private void add(Item item) {
        boolean only = Columns.isOnly(item, items);
        String name = names.next(
                only ? item.name() : item.path().substring(item.path().indexOf('/', 1) + 1));
        Map<String, Label> choices = choices(item);
        if (details.isRepeated(item.path())) {
            column(name, Kind.TEXT, item, List.of(), r -> repeated(r, item));
            return;
        }
        Function<StoredResponse, Object> answer = r -> answer(r, item, only);
        boolean several = item.control() == Control.SELECT_MULTIPLE || item.control() == Control.RANK;
        if (several) {
            column(name, Kind.TEXT, item, List.of(), r -> given(r, item, answer, a -> new Cell.Text(joined(a))));
            if (item.control() == Control.SELECT_MULTIPLE) {
                choices.forEach((code, label) -> columns.add(new Column(
                        new Variable(
                                names.next(name + "_" + code), Kind.FLAG, item.path(), flag(item, label), List.of()),
                        r -> given(r, item, answer, a -> new Cell.Real(words(a).contains(code) ? 1 : 0)))));
            }
        } else if (!choices.isEmpty()) {
            List<Category> categories = Category.numbered(choices);
            Map<String, Cell> cells = Columns.choices(categories);
            column(
                    name,
                    Kind.CATEGORY,
                    item,
                    categories,
                    r -> given(r, item, answer, a -> Columns.choice(cells, a.toString(), name)));
        } else {
            Kind kind = kind(item);
            column(name, kind, item, List.of(), r -> given(r, item, answer, a -> cell(kind, a)));
        }
    }

    private void column(
            String name, Kind kind, Item item, List<Category> categories, Function<StoredResponse, Cell> cell) {
        Label label = item.label().isEmpty() ? Label.of(item.name()) : Label.of(item.label());
        columns.add(new Column(new Variable(name, kind, item.path(), label, categories), cell));
    }

    private static Label flag(Item item, Label choice) {
        Label question = Label.of(item.label());
        return new Label(choice.zh() + "：" + question.zh(), choice.en() + ": " + question.en());
    }

    /** The choices of a select, or the levels that the margins give a calculated item. */
    private Map<String, Label> choices(Item item) {
        Map<String, Label> choices = new LinkedHashMap<>();
        item.choices()
                .forEach((code, wording) -> choices.put(code, wording.isEmpty() ? Label.of(code) : Label.of(wording)));
        if (item.calculated() && choices.isEmpty()) {
            surroundings.levels().getOrDefault(item.name(), List.of()).forEach(l -> choices.put(l, Label.of(l)));
        }
        return choices;
    }

    private Kind kind(Item item) {
        return switch (item.type()) {
            case INT -> Kind.WHOLE;
            case DECIMAL -> Kind.REAL;
            case BOOLEAN -> Kind.FLAG;
            case DATE -> Kind.DAY;
            case DATE_TIME -> Kind.MOMENT;
            default -> item.calculated() && surroundings.groups().containsKey(item.name()) ? Kind.FLAG : Kind.TEXT;
        };
    }

    private static Object answer(StoredResponse response, Item item, boolean only) {
        Object answer = response.answers().get(only ? item.name() : item.path());
        return answer != null || only
                ? Objects.requireNonNullElse(answer, "")
                : String.join(" ", response.given().getOrDefault(item.path(), List.of()));
    }

    private Cell given(
            StoredResponse response, Item item, Function<StoredResponse, Object> answer, Function<Object, Cell> cell) {
        Object value = answer.apply(response);
        return value.equals("") ? missing(response, item) : cell.apply(value);
    }

    private Cell missing(StoredResponse response, Item item) {
        if (response.given().containsKey(item.path())) {
            return new Cell.Missing(MissingReason.NOT_ANSWERED);
        }
        return new Cell.Missing(surroundings.isRefusal(response) ? MissingReason.REFUSED : MissingReason.NOT_ASKED);
    }

    private Cell repeated(StoredResponse response, Item item) {
        List<String> texts = response.given().getOrDefault(item.path(), List.of());
        return texts.stream().allMatch(String::isEmpty)
                ? missing(response, item)
                : new Cell.Text(String.join(BETWEEN_REPEATS, texts));
    }

    private static String joined(Object answer) {
        return String.join(" ", words(answer));
    }

    private static List<String> words(Object answer) {
        return answer instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of(answer.toString().strip().split("\\s+", -1));
    }

    private static Cell cell(Kind kind, Object answer) {
        String text = answer.toString();
        return switch (kind) {
            case WHOLE, REAL -> new Cell.Real(Double.parseDouble(text));
            case FLAG -> new Cell.Real(text.equals("true") || text.equals("1") ? 1 : 0);
            case DAY -> new Cell.Day(LocalDate.parse(text));
            case MOMENT ->
                Times.moment(text).map(m -> (Cell) new Cell.Moment(m)).orElse(Cell.NONE);
            case TEXT, CATEGORY -> new Cell.Text(text);
        };
    }
}
