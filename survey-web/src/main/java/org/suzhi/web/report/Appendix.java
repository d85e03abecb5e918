package org.suzhi.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suzhi.web.fieldwork.StatutoryLabels;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.page.SeriesReading;
import org.suzhi.web.publication.page.SeriesTables;
import org.suzhi.web.publication.page.Table;
import org.suzhi.web.publication.page.Texts;
import org.suzhi.web.publication.page.Topic;
import org.suzhi.web.report.Report.Block;
import org.suzhi.web.report.Report.Grid;
import org.suzhi.web.report.Report.Paragraph;
import org.suzhi.web.report.Report.Section;

/** The labels that the law asks of a statistical questionnaire, and where the numbers of others are from. */
record Appendix(Texts texts, SeriesReading reading) {
    /** @param told the sections before it, whose tables may hold figures of others */
    Section section(Wave wave, List<Section> told) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Grid(texts.of("report.labels"), labels(wave), ""));
        if (!reading.context().isEmpty()) {
            blocks.add(new Paragraph(texts.of(
                    "report.context",
                    reading.context().stream()
                            .map(line -> line.name(texts.locale()))
                            .collect(Collectors.joining(texts.of("list.comma"))))));
        }
        List<List<String>> sources = Stream.concat(
                        new SeriesTables(reading, texts).table(Topic.TREND).sources().stream(),
                        told.stream()
                                .flatMap(section -> section.blocks().stream())
                                .flatMap(Appendix::sources))
                .distinct()
                .map(List::of)
                .toList();
        if (!sources.isEmpty()) {
            Table table = new Table(List.of(texts.of("report.sources")), sources);
            blocks.add(new Grid(texts.of("table.sources"), table, "", true));
        }
        if (reading.newest().isProvisional()) {
            blocks.add(new Paragraph(texts.of("report.provisional")));
        }
        return new Section(texts.of("report.section.appendix"), blocks);
    }

    private static Stream<String> sources(Block block) {
        return block instanceof Grid grid ? grid.table().sources().stream() : Stream.of();
    }

    private Table labels(Wave wave) {
        StatutoryLabels labels = wave.labels();
        return new Table(
                List.of(texts.of("report.method.item"), texts.of("report.method.text")),
                List.of(
                        row("report.label.form", labels.formNumber()),
                        row("report.label.body", labels.issuingBody()),
                        row("report.label.approval", labels.approvalNumber()),
                        row("report.label.valid", labels.validUntil()),
                        row("report.label.opens", wave.opensOn()),
                        row("report.label.closes", wave.closesOn()),
                        row("report.label.publication", reading.newest().publication())));
    }

    private List<String> row(String key, @org.jspecify.annotations.Nullable Object value) {
        return List.of(texts.of(key), value == null ? texts.of("report.none") : Objects.toString(value));
    }
}
