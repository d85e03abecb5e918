package org.suzhi.web.publication.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.suzhi.analysis.indicator.Progress;
import org.suzhi.web.publication.ContextLine;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.ItemReference;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.SeriesProgress;

/** The tables of a series: those under the charts, and the same numbers of all waves unrounded as CSV. */
public record SeriesTables(SeriesReading reading, Texts texts) {
    private static final List<String> CSV_HEAD = List.of(
            "year",
            "dimension",
            "level",
            "label",
            "n",
            "estimate",
            "se",
            "ci_lower",
            "ci_upper",
            "df",
            "deff",
            "effective_n",
            "unweighted",
            "status",
            "note");

    public Table table(Topic topic) {
        return switch (topic) {
            case OUTLOOK -> outlook();
            case RESPONSE -> response();
            case ITEMS -> items();
            default -> figures(topic);
        };
    }

    private Table figures(Topic topic) {
        String first = texts.of(topic == Topic.TREND ? "table.year" : "table.domain");
        List<String> head =
                new ArrayList<>(Stream.of("table.n", "table.rate", "table.interval", "table.se", "table.deff")
                        .map(texts::of)
                        .toList());
        head.add(0, first);
        if (topic == Topic.TREND) {
            head.add(texts.of(reading.group() == null ? "table.unweighted" : "chart.whole"));
            reading.context().forEach(line -> head.add(line.name(texts.locale())));
            return new Table(
                    head, years().map(this::yearRow).toList(), new ContextWords(reading.context(), texts).sources());
        }
        return new Table(head, topic.overTime() ? overTime(topic) : newest(topic));
    }

    private List<List<String>> newest(Topic topic) {
        return SeriesReading.figures(reading.newest(), topic).stream()
                .map(figure -> row(texts.level(figure.dimension(), figure.level()), figure))
                .toList();
    }

    private List<List<String>> overTime(Topic topic) {
        return SeriesReading.figures(reading.newest(), topic).stream()
                .flatMap(newest -> reading.series().waves().stream()
                        .map(wave -> row(
                                texts.level(newest.dimension(), newest.level()) + " " + wave.year(),
                                SeriesReading.shown(wave, newest.dimension(), newest.level()))))
                .toList();
    }

    /** With what was published elsewhere. */
    private Table items() {
        References references = References.of(reading.series(), texts);
        List<String> head = new ArrayList<>(List.of(
                texts.of("table.item"), texts.of("table.n"), texts.of("table.rate"), texts.of("table.interval")));
        head.addAll(references.names());
        List<List<String>> rows = new ArrayList<>();
        for (Figure figure : SeriesReading.figures(reading.newest(), Topic.ITEMS)) {
            List<String> cells = new ArrayList<>(
                    row(texts.level(figure.dimension(), figure.level()), figure).subList(0, 4));
            references.values(figure.level()).stream()
                    .map(share -> Double.isNaN(share) ? "–" : Texts.number("0%", share))
                    .forEach(cells::add);
            rows.add(cells);
        }
        return new Table(head, rows, references.sources(texts));
    }

    private Table response() {
        List<String> head =
                new ArrayList<>(List.of(texts.of("table.year"), texts.of("table.cases"), texts.of("table.interviews")));
        for (ResponseRates.Rate rate : ResponseRates.Rate.values()) {
            head.add(texts.of(rate.key()));
        }
        List<List<String>> rows = new ArrayList<>();
        for (ResponseRates rates : ResponseRates.of(reading.series())) {
            List<String> cells = new ArrayList<>(List.of(
                    Integer.toString(rates.year()), Texts.count(rates.cases()), Texts.count(rates.interviews())));
            for (ResponseRates.Rate rate : ResponseRates.Rate.values()) {
                double value = rates.value(rate);
                cells.add(Double.isNaN(value) ? "–" : Texts.number("0.0%", value));
            }
            rows.add(cells);
        }
        return new Table(head, rows);
    }

    private Table outlook() {
        List<String> head = Stream.of("table.year", "table.rate", "table.interval", "table.probability")
                .map(texts::of)
                .toList();
        return new Table(
                head,
                projected()
                        .map(year -> List.of(
                                Integer.toString(year.year()),
                                percent(year.rate().value()),
                                texts.of(
                                        "number.interval",
                                        percent(year.rate().lower()),
                                        percent(year.rate().upper())),
                                texts.probability(year.probability())))
                        .toList());
    }

    /** What the trend gives for every year after the newest wave. */
    private Stream<Progress.Outlook> projected() {
        Progress progress = reading.progress();
        return progress.logit().stream()
                .flatMap(trend -> IntStream.rangeClosed(
                                reading.newest().year() + 1, Collections.max(SeriesProgress.LATER))
                        .mapToObj(year -> new Progress.Outlook(
                                year, trend.at(year), trend.probability(progress.target(), year))));
    }

    String csv(Topic topic) {
        Csv csv = new Csv();
        if (topic == Topic.OUTLOOK) {
            csv.line(List.of("year", "projected", "ci_lower", "ci_upper", "probability", "note"));
            projected()
                    .forEach(year -> csv.line(List.of(
                            Integer.toString(year.year()),
                            Double.toString(year.rate().value()),
                            Double.toString(year.rate().lower()),
                            Double.toString(year.rate().upper()),
                            Double.toString(year.probability()),
                            note())));
            return csv.text();
        }
        if (topic == Topic.RESPONSE) {
            csv.line(List.of("year", "cases", "interviews", "e", "rr1", "rr3", "coop1", "ref1", "note"));
            for (ResponseRates rates : ResponseRates.of(reading.series())) {
                List<String> cells = new ArrayList<>(List.of(
                        Integer.toString(rates.year()),
                        Integer.toString(rates.cases()),
                        Integer.toString(rates.interviews()),
                        Double.toString(rates.outcomes().e())));
                for (ResponseRates.Rate rate : ResponseRates.Rate.values()) {
                    double value = rates.value(rate);
                    cells.add(Double.isNaN(value) ? "" : Double.toString(value));
                }
                cells.add(note());
                csv.line(cells);
            }
            return csv.text();
        }
        csv.line(CSV_HEAD);
        for (PublishedWave wave : reading.series().waves()) {
            if (topic == Topic.TREND) {
                csv.line(csvRow(wave, wave.overall(), texts.of("chart.whole")));
                if (reading.group() != null) {
                    csv.line(csvRow(wave, reading.headline(wave), texts.level("group", reading.group())));
                }
            }
            for (Figure figure : SeriesReading.figures(wave, topic)) {
                csv.line(csvRow(wave, figure, texts.level(figure.dimension(), figure.level())));
            }
        }
        if (topic == Topic.TREND) {
            reading.context().forEach(line -> line.points().forEach(point -> csv.line(csvRow(line, point))));
        }
        if (topic == Topic.ITEMS) {
            References.of(reading.series(), texts).figures().forEach(reference -> csv.line(csvRow(reference)));
        }
        return csv.text();
    }

    /** A figure published elsewhere: no error, its kind as status, its source as note. */
    private List<String> csvRow(ContextLine line, ContextLine.Point point) {
        String criterion = point.criterion().isEmpty() ? "" : " (" + point.criterion() + ")";
        return elsewhere(
                Integer.toString(point.year()),
                "context",
                line.nameEn(),
                line.name(texts.locale()),
                "",
                point.percent(),
                point.status().code(),
                point.source() + criterion);
    }

    private List<String> csvRow(ItemReference reference) {
        return elsewhere(
                reference.year(),
                "item-elsewhere",
                reference.item(),
                reference.survey(texts.messages(), texts.locale()),
                reference.n() == null ? "" : Integer.toString(reference.n()),
                reference.percent(),
                "published",
                reference.source());
    }

    private static List<String> elsewhere(
            String year,
            String dimension,
            String level,
            String label,
            String n,
            double percent,
            String status,
            String source) {
        List<String> cells = new ArrayList<>(List.of(year, dimension, level, label, n, share(percent)));
        cells.addAll(Collections.nCopies(CSV_HEAD.size() - cells.size() - 2, ""));
        cells.add(status);
        cells.add(source);
        return cells;
    }

    /** A percentage as a proportion, without the binary noise of a division. */
    private static String share(double percent) {
        return BigDecimal.valueOf(percent).movePointLeft(2).stripTrailingZeros().toPlainString();
    }

    /** The years of the waves and of the lines beside them. */
    private Stream<Integer> years() {
        return Stream.concat(
                        reading.series().waves().stream().map(PublishedWave::year),
                        reading.context().stream()
                                .flatMap(line -> line.points().stream())
                                .map(ContextLine.Point::year))
                .distinct()
                .sorted();
    }

    private List<String> yearRow(int year) {
        List<String> cells = new ArrayList<>(reading.series().waves().stream()
                .filter(wave -> wave.year() == year)
                .findFirst()
                .map(this::waveRow)
                .orElse(List.of(Integer.toString(year), "–", "–", "–", "–", "–", "–")));
        ContextWords words = new ContextWords(reading.context(), texts);
        for (ContextLine line : reading.context()) {
            cells.add(line.points().stream()
                    .filter(point -> point.year() == year)
                    .map(words::value)
                    .findFirst()
                    .orElse("–"));
        }
        return cells;
    }

    private List<String> waveRow(PublishedWave wave) {
        List<String> cells = new ArrayList<>(row(Integer.toString(wave.year()), reading.headline(wave)));
        cells.add(
                reading.group() == null
                        ? percent(wave.unweightedRate())
                        : percent(wave.overall().estimate()));
        return cells;
    }

    private List<String> row(String name, Figure figure) {
        if (!figure.publishable()) {
            return List.of(name, "–", texts.of("table.suppressed"), "–", "–", "–");
        }
        return List.of(
                name,
                Texts.count(figure.n()),
                percent(figure.estimate()),
                Double.isNaN(figure.lower())
                        ? "–"
                        : texts.of("number.interval", percent(figure.lower()), percent(figure.upper())),
                number(100 * figure.se()),
                number(figure.deff()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : Texts.number("0.00", value);
    }

    private static String percent(double proportion) {
        return Texts.number("0.00%", proportion);
    }

    private List<String> csvRow(PublishedWave wave, Figure figure, String label) {
        List<String> cells =
                new ArrayList<>(List.of(Integer.toString(wave.year()), figure.dimension(), figure.level(), label));
        if (figure.publishable()) {
            cells.add(Integer.toString(figure.n()));
            Stream.of(figure.estimate(), figure.se(), figure.lower(), figure.upper(), figure.df())
                    .forEach(value -> cells.add(Csv.number(value)));
            cells.add(Csv.number(figure.deff()));
            cells.add(Csv.number(figure.effectiveN()));
        } else {
            cells.addAll(List.of("", "", "", "", "", "", "", ""));
        }
        cells.add(figure.dimension().equals("all") ? Csv.number(wave.unweightedRate()) : "");
        cells.add(figure.publishable() ? "published" : "suppressed");
        cells.add(note());
        return cells;
    }

    private String note() {
        return reading.series().synthetic() ? texts.of("synthetic.mark") : "";
    }
}
