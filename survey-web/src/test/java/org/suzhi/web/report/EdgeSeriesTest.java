package org.suzhi.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.Target;
import org.suzhi.web.publication.page.MadeUpParts;
import org.suzhi.web.publication.page.PageWords;
import org.suzhi.web.publication.page.RandomSeries;
import org.suzhi.web.publication.page.Texts;

/** Series at the edges: every page and report of them is whole, and says the right thing. */
class EdgeSeriesTest {
    private static final Path OUT = Path.of("target", "edges");
    /** What no reader may see: a number that is none, a sign of zero, a hole in a sentence. */
    static final Pattern BROKEN = Pattern.compile(
            "NaN|null|Infinity|∞|\\uFFFD|\\{\\d|[-−+]0\\.00(?!\\d)|。。|，，|：。|：，|（）|\\(\\)| \\.|\\.\\. |: \\.|, \\.");

    private static final Pattern UNREADABLE = Pattern.compile("NaN|null|\\uFFFD|\\{\\{|[-−+]0\\.00(?!\\d)");
    /** Reports that are set on paper as well; the others are pages only. */
    private static final Set<String> PRINTED = Set.of(
            "forty-towns-evaluation-zh-CN",
            "forty-towns-circular-en",
            "nobody-circular-zh-CN",
            "group-of-three-town-t01-zh-CN");

    private static final Target TARGET = new Target("literacy_rate", ">", 0.13, 2025);

    static Stream<Arguments> series() {
        return Stream.of(
                Arguments.of("one-wave", usual(13, TARGET).series(List.of(wave(13, 2024, 2000, 0.12))), "2024"),
                Arguments.of("forty-towns", usual(40, TARGET).series(waves(40, 4000, 0.10, 0.12, 0.14)), "2022"),
                Arguments.of("group-of-three", threeOf(usual(13, TARGET).series(waves(13, 2000, 0.11, 0.12))), "2021"),
                Arguments.of("nobody", nobody(0), "0.00%"),
                Arguments.of("everybody", nobody(1), "100.00%"),
                Arguments.of(
                        "met",
                        usual(13, new Target("literacy_rate", ">", 0.05, 2030)).series(waves(13, 2000, 0.2, 0.25)),
                        "5%"),
                Arguments.of(
                        "past",
                        usual(13, new Target("literacy_rate", ">=", 0.13, 2018)).series(waves(13, 2000, 0.1, 0.11)),
                        "2018"),
                Arguments.of(
                        "old-criterion",
                        usual(13, TARGET).series(otherwise(waves(13, 2000, 0.11, 0.12, 0.16), 2020)),
                        "2021"),
                Arguments.of(
                        "new-criterion",
                        usual(13, TARGET).series(otherwise(waves(13, 2000, 0.11, 0.12, 0.16), 2022)),
                        "2022"),
                Arguments.of("few", usual(3, TARGET).series(waves(3, 20, 0.3, 0.4)), "2021"));
    }

    private static RandomSeries usual(int towns, Target target) {
        return new RandomSeries(towns, 2, target, 30);
    }

    private static PublishedWave wave(int towns, int year, int n, double rate) {
        return usual(towns, TARGET).wave(new Random(year), year, n, rate);
    }

    private static List<PublishedWave> waves(int towns, int n, double... rates) {
        List<PublishedWave> waves = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            waves.add(wave(towns, 2020 + i, n, rates[i]));
        }
        return waves;
    }

    /** The first group has three responses. */
    private static PublishedSeries threeOf(PublishedSeries series) {
        List<PublishedWave> waves = series.waves().stream()
                .map(wave -> with(
                        wave,
                        wave.overall(),
                        wave.figures().stream()
                                .map(f -> f.level().equals("youth")
                                        ? RandomSeries.rate("group", "youth", 3, 1.0 / 3, false)
                                        : f)
                                .toList()))
                .toList();
        return usual(13, TARGET).series(waves);
    }

    /** A newest wave in which every rate is 0, or 1. */
    private static PublishedSeries nobody(double rate) {
        List<PublishedWave> waves = new ArrayList<>(waves(13, 2000, 0.11, 0.12));
        for (int i = 0; i < 2; i++) {
            PublishedWave wave = waves.get(i);
            waves.set(
                    i,
                    with(
                            wave,
                            RandomSeries.rate("all", "", 2000, rate, true),
                            wave.figures().stream()
                                    .map(f -> RandomSeries.rate(f.dimension(), f.level(), f.n(), rate, f.publishable()))
                                    .toList()));
        }
        return usual(13, TARGET).series(waves);
    }

    /** The wave of a year by another criterion than the others. */
    private static List<PublishedWave> otherwise(List<PublishedWave> waves, int year) {
        return waves.stream()
                .map(w -> w.year() == year
                        ? new PublishedWave(
                                w.year(),
                                w.responses(),
                                w.usedResponses(),
                                w.incomplete(),
                                w.unweightedRate(),
                                w.overall(),
                                w.meanScore(),
                                w.figures(),
                                w.computedAt(),
                                w.weighted(),
                                w.publication(),
                                "score >= 60",
                                w.measures(),
                                w.outcomes())
                        : w)
                .toList();
    }

    /** No change is told between waves of different criteria, in any report. */
    @Test
    void wavesOfDifferentCriteriaAreNotCompared() {
        PublishedSeries series = usual(13, TARGET).series(otherwise(waves(13, 2000, 0.05, 0.06, 0.30), 2022));
        Texts texts = ReportFilesTest.texts("en", RandomSeries.publishing(series));
        for (ReportRequest.Kind kind : ReportRequest.Kind.values()) {
            String page = new HtmlReport(ReportFilesTest.templates())
                    .write(ReportFilesTest.report(series, texts, kind, 2022, Subject.WHOLE));
            assertThat(page.replaceAll("(?s)<svg.*?</svg\\s*>|<style.*?</style>", ""))
                    .doesNotContain("+24", "Up 24", "risen beyond sampling error", "Change (points)");
        }
    }

    private static PublishedWave with(PublishedWave wave, Figure overall, List<Figure> figures) {
        return new PublishedWave(
                wave.year(),
                wave.responses(),
                wave.usedResponses(),
                wave.incomplete(),
                wave.unweightedRate(),
                overall,
                wave.meanScore(),
                figures,
                wave.computedAt(),
                wave.weighted(),
                wave.publication());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("series")
    void everyPageAndReportIsWhole(String name, PublishedSeries series, String told) throws IOException {
        Files.createDirectories(OUT);
        for (String language : List.of("zh-CN", "en")) {
            Texts texts = ReportFilesTest.texts(language, RandomSeries.publishing(series));
            assertThat(PageWords.dashboard(series, texts)).contains(told).doesNotContainPattern(BROKEN);
            assertThat(PageWords.contributions(series, MadeUpParts.of(series), texts, 1))
                    .doesNotContainPattern(BROKEN);
            int year = series.waves().get(series.waves().size() - 1).year();
            for (String on : List.of("", "evaluation", "town:t01")) {
                ReportRequest.Kind kind =
                        on.equals("evaluation") ? ReportRequest.Kind.EVALUATION : ReportRequest.Kind.CIRCULAR;
                Report report = ReportFilesTest.report(
                        series,
                        texts,
                        kind,
                        year,
                        Subject.of(on.startsWith("town") ? on : "").orElseThrow());
                String file = name + "-" + (on.isEmpty() ? "circular" : on.replace(':', '-')) + "-" + language;
                html(file, report);
                if (PRINTED.contains(file)) {
                    print(file, report);
                }
            }
        }
    }

    private static void html(String name, Report report) throws IOException {
        String page = new HtmlReport(ReportFilesTest.templates()).write(report);
        Files.writeString(OUT.resolve(name + ".html"), page);
        assertThat(page.replaceAll("(?s)<svg.*?</svg\\s*>|<style.*?</style>", ""))
                .as(name)
                .doesNotContainPattern(BROKEN);
    }

    private static void print(String name, Report report) throws IOException {
        byte[] pdf = new PdfReport(new HtmlReport(ReportFilesTest.templates())).write(report);
        byte[] word = new WordReport().write(report, WordReport.builtInTemplate(report.language()));
        Files.write(OUT.resolve(name + ".pdf"), pdf);
        Files.write(OUT.resolve(name + ".docx"), word);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\R", ""))
                    .as(name)
                    .doesNotContainPattern(UNREADABLE);
        }
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            assertThat(extractor.getText()).as(name).doesNotContainPattern(UNREADABLE);
        }
    }
}
