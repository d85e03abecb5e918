package org.suzhi.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.page.RandomSeries;
import org.suzhi.web.publication.page.Texts;
import org.suzhi.web.report.Report.Block;
import org.suzhi.web.report.Report.Drawing;
import org.suzhi.web.report.Report.Grid;
import org.suzhi.web.report.Report.Paragraph;
import org.suzhi.web.report.Report.Section;
import org.suzhi.web.report.ReportRequest.Kind;

/**
 * Whole reports of many random series, charts not drawn: each of their sentences is a text of the bundles, and agrees with the
 * figures in number, direction and class; so do their tables. A sentence that there are no figures for fails.
 */
class ReportSentencesTest {
    private static final int SERIES = 1000;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void noSentenceOfAReportContradictsItsFigures(String language) {
        Told.Reader reader = new Told.Reader(Locale.forLanguageTag(language));
        AtomicLong sentences = new AtomicLong();
        LongStream.range(0, SERIES).parallel().forEach(seed -> {
            PublishedSeries series = RandomSeries.of(seed);
            Texts texts = ReportFilesTest.texts(language, RandomSeries.publishing(series));
            for (String on : List.of("", "evaluation", "town:t01", "unit:science")) {
                boolean evaluation = on.equals("evaluation");
                Kind kind = evaluation ? Kind.EVALUATION : Kind.CIRCULAR;
                Subject subject = Subject.of(evaluation ? "" : on).orElseThrow();
                int year = series.waves().get(series.waves().size() - 1).year();
                Report report = ReportFilesTest.report(series, texts, kind, year, subject);
                String where = language + ", seed " + seed + ", " + on + ": ";
                assertThat(report.title() + "\n" + ReportFilesTest.words(report))
                        .as(where)
                        .doesNotContainPattern(EdgeSeriesTest.BROKEN);
                sentences.addAndGet(
                        checked(report, reader, new Facts(where, series, texts, kind, subject), texts, where));
            }
        });
        assertThat(sentences.get()).isGreaterThan(50L * SERIES);
    }

    private static long checked(Report report, Told.Reader reader, Facts facts, Texts texts, String where) {
        long sentences = 0;
        for (Section section : report.sections()) {
            List<Figure> domains =
                    facts.domains(section.heading().contains(texts.of("topic.towns.title")) ? "town" : "group");
            for (Block block : section.blocks()) {
                if (block instanceof Paragraph paragraph) {
                    Optional<List<Told>> told = reader.read(paragraph.text());
                    assertThat(told).as(where + paragraph.text()).isPresent();
                    facts.check(paragraph.text(), told.get(), domains);
                    sentences += told.get().size();
                } else if (block instanceof Grid grid) {
                    facts.check(grid);
                } else if (block instanceof Drawing drawing) {
                    assertThat(drawing.chart().text().description())
                            .as(where)
                            .isNotEmpty()
                            .doesNotContainPattern(EdgeSeriesTest.BROKEN);
                }
            }
        }
        return sentences;
    }
}
