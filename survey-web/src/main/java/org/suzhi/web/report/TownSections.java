package org.suzhi.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.VerdictSentence;
import org.suzhi.web.publication.WaveChange;
import org.suzhi.web.publication.page.Leads;
import org.suzhi.web.publication.page.SeriesCharts;
import org.suzhi.web.publication.page.SeriesReading;
import org.suzhi.web.publication.page.Table;
import org.suzhi.web.publication.page.Texts;
import org.suzhi.web.publication.page.Topic;
import org.suzhi.web.report.Report.Block;
import org.suzhi.web.report.Report.Drawing;
import org.suzhi.web.report.Report.Grid;
import org.suzhi.web.report.Report.Paragraph;
import org.suzhi.web.report.Report.Section;

/** What a report on one town says: its own rate with the warning where the sample cannot tell, and the whole beside it. */
record TownSections(SeriesReading reading, Texts texts, String town) {
    List<Section> all() {
        return List.of(
                new Section(texts.of("report.section.town", name()), own()),
                new Section(
                        texts.of("report.section.whole"),
                        List.of(
                                new Paragraph(VerdictSentence.of(reading.series(), texts.messages(), texts.locale())),
                                new Drawing(new SeriesCharts(reading, texts).chart(Topic.TREND)))),
                new Section(
                        texts.of("topic.towns.title"),
                        List.of(
                                new Paragraph(texts.of("topic.towns.reading")),
                                new Drawing(new SeriesCharts(reading, texts).chart(Topic.TOWNS)))));
    }

    private String name() {
        return texts.level("town", town);
    }

    private List<Block> own() {
        List<Block> blocks = new ArrayList<>();
        Optional<Figure> newest = figure(reading.newest());
        if (newest.isEmpty()) {
            blocks.add(new Paragraph(texts.of("report.town.suppressed", year(), name())));
        } else {
            blocks.add(new Paragraph(rate(newest.get())));
            PublishedWave previous = reading.previous();
            figure(previous)
                    .filter(f -> !reading.oneWave())
                    .map(f -> WaveChange.between(
                            previous.year(), f, reading.newest().year(), newest.get()))
                    .ifPresent(change -> blocks.add(new Paragraph(Leads.change(change, texts))));
        }
        blocks.add(new Grid(texts.of("report.town.table", name()), table(), ""));
        return blocks;
    }

    private String rate(Figure figure) {
        double target = reading.series().target().value();
        String place = figure.lower() > target ? "above" : figure.upper() < target ? "below" : "open";
        return texts.of(
                        "report.town.rate",
                        year(),
                        name(),
                        Texts.percent(figure.estimate()),
                        texts.interval(figure.lower(), figure.upper()),
                        Texts.count(figure.n()))
                + texts.of("sentence.separator")
                + texts.of("report.town." + place, Texts.shortPercent(target));
    }

    private Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (PublishedWave wave : reading.series().waves()) {
            Optional<Figure> own = figure(wave);
            rows.add(List.of(
                    Integer.toString(wave.year()),
                    own.map(f -> Texts.count(f.n())).orElse("–"),
                    own.map(f -> Texts.percent(f.estimate())).orElse(texts.of("table.suppressed")),
                    own.map(f -> texts.interval(f.lower(), f.upper())).orElse("–"),
                    Texts.percent(wave.overall().estimate())));
        }
        return new Table(
                List.of(
                        texts.of("table.year"),
                        texts.of("table.n"),
                        texts.of("table.rate"),
                        texts.of("table.interval"),
                        texts.of("chart.whole")),
                rows);
    }

    private Optional<Figure> figure(PublishedWave wave) {
        return wave.figures().stream()
                .filter(f -> f.dimension().equals("town") && f.level().equals(town) && f.publishable())
                .findFirst();
    }

    private String year() {
        return Integer.toString(reading.newest().year());
    }
}
