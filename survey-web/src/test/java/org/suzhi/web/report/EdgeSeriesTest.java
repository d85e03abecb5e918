package org.suzhi.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** Every page, and every report in all its files. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("series")
    void everyPageAndReportIsWhole(String name, PublishedSeries series, String told) {
        List.of("zh-CN", "en").parallelStream().forEach(language -> {
            Texts texts = ReportFilesTest.texts(language, RandomSeries.publishing(series));
            assertThat(PageWords.dashboard(series, texts)).contains(told).doesNotContainPattern(BROKEN);
            assertThat(PageWords.contributions(series, MadeUpParts.of(series), texts, 1))
                    .doesNotContainPattern(BROKEN);
            int year = series.waves().get(series.waves().size() - 1).year();
            for (String on : List.of("", "evaluation", "town:t01", "unit:science")) {
                boolean evaluation = on.equals("evaluation");
                Report report = ReportFilesTest.report(
                        series,
                        texts,
                        evaluation ? ReportRequest.Kind.EVALUATION : ReportRequest.Kind.CIRCULAR,
                        year,
                        Subject.of(evaluation ? "" : on).orElseThrow());
                String file = name + "-" + (on.isEmpty() ? "circular" : on.replace(':', '-')) + "-" + language;
                try {
                    OnPaper.check(OUT, file, report);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }
}
