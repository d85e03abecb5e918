package org.suzhi.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.suzhi.web.fieldwork.StatutoryLabels;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.NationalPoint;
import org.suzhi.web.publication.page.SeriesReading;
import org.suzhi.web.publication.page.Table;
import org.suzhi.web.publication.page.Texts;
import org.suzhi.web.report.Report.Block;
import org.suzhi.web.report.Report.Grid;
import org.suzhi.web.report.Report.Paragraph;
import org.suzhi.web.report.Report.Section;

/** The labels that the law asks of a statistical questionnaire, and where the numbers of others are from. */
record Appendix(Texts texts, SeriesReading reading) {
    Section section(Wave wave) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Grid(texts.of("report.labels"), labels(wave), ""));
        List<NationalPoint> national = reading.series().national().stream()
                .filter(point -> point.year() >= reading.first().year())
                .toList();
        if (!national.isEmpty()) {
            blocks.add(new Paragraph(texts.of("report.national")));
        }
        if (reading.newest().isProvisional()) {
            blocks.add(new Paragraph(texts.of("report.provisional")));
        }
        return new Section(texts.of("report.section.appendix"), blocks);
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
