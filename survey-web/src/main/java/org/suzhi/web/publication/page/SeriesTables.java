package org.suzhi.web.publication.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.NationalPoint;
import org.suzhi.web.publication.PublishedWave;

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
        String first = texts.of(topic == Topic.TREND ? "table.year" : "table.domain");
        List<String> head =
                new ArrayList<>(Stream.of("table.n", "table.rate", "table.interval", "table.se", "table.deff")
                        .map(texts::of)
                        .toList());
        head.add(0, first);
        if (topic == Topic.TREND) {
            head.add(texts.of("table.unweighted"));
            head.add(texts.of("table.national"));
            return new Table(
                    head, reading.series().waves().stream().map(this::waveRow).toList());
        }
        return new Table(
                head,
                SeriesReading.figures(reading.newest(), topic).stream()
                        .map(figure -> row(texts.level(figure.dimension(), figure.level()), figure))
                        .toList());
    }

    String csv(Topic topic) {
        Csv csv = new Csv();
        csv.line(CSV_HEAD);
        for (PublishedWave wave : reading.series().waves()) {
            if (topic == Topic.TREND) {
                csv.line(csvRow(wave, wave.overall(), texts.of("chart.whole")));
            }
            for (Figure figure : SeriesReading.figures(wave, topic)) {
                csv.line(csvRow(wave, figure, texts.level(figure.dimension(), figure.level())));
            }
        }
        return csv.text();
    }

    private List<String> waveRow(PublishedWave wave) {
        List<String> cells = new ArrayList<>(row(Integer.toString(wave.year()), wave.overall()));
        cells.add(percent(wave.unweightedRate()));
        cells.add(reading.series().national().stream()
                .filter(point -> point.year() == wave.year())
                .map(NationalPoint::percent)
                .map(percent -> percent(percent / 100))
                .findFirst()
                .orElse("–"));
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
                texts.of("number.interval", percent(figure.lower()), percent(figure.upper())),
                Texts.number("0.00", 100 * figure.se()),
                Texts.number("0.00", figure.deff()));
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
        cells.add(reading.series().synthetic() ? texts.of("synthetic.mark") : "");
        return cells;
    }
}
