package org.suzhi.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.Numbers;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.indicator.Parts;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.EstimateRow;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.analysis.specification.SpecificationBuilder;
import org.suzhi.microdata.Extract;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.Target;
import org.suzhi.web.publication.WaveParts;
import org.suzhi.web.publication.WaveParts.Cut;
import org.suzhi.web.publication.page.RandomSeries;
import org.suzhi.web.publication.page.SeriesReading;
import org.suzhi.web.publication.page.Texts;
import org.suzhi.web.report.Report.Grid;

/** The steps that an evaluation tells, by the engine's decomposition of one file of all waves. */
class WaveStepsTest {
    private static final int WAVES = 3;
    private static final int ROWS = 720;
    private static final List<String> LEVELS = List.of("primary", "junior", "senior");
    private final double[][] columns = new double[6][WAVES * ROWS];

    WaveStepsTest() {
        Random random = new Random(20251209);
        for (int i = 0; i < WAVES * ROWS; i++) {
            int wave = 1 + i / ROWS;
            double level = random.nextDouble() < 0.2 + 0.1 * wave ? 3 : random.nextDouble() < 0.5 ? 1 : 2;
            double rate = 0.05 * level + 0.03 * wave + 0.02 * (i / 12 % 3);
            double[] row = {
                Math.floorDiv(i, 144),
                Math.floorDiv(i, 12),
                wave,
                level,
                random.nextDouble() < rate ? 1 : 0,
                20 + 10 * random.nextDouble()
            };
            for (int c = 0; c < row.length; c++) {
                columns[c][i] = row[c];
            }
        }
    }

    private Extract rows(int from, int to) {
        List<String> names = List.of("stratum", "psu", "wave", "level", "y", "w");
        var extract = Extract.builder();
        for (int c = 0; c < names.size(); c++) {
            extract.numeric(names.get(c), Arrays.copyOfRange(columns[c], from, to));
        }
        return extract.build();
    }

    private static SpecificationBuilder specification() {
        return Specification.builder("steps").weights("w").strata("stratum").clusters("psu");
    }

    @Test
    void stepsAreThoseOfTheStackedWaves() {
        Map<Integer, WaveParts> parts = new LinkedHashMap<>();
        List<PublishedWave> waves = new ArrayList<>();
        for (int wave = 1; wave <= WAVES; wave++) {
            waves.add(wave(2020 + wave, rows((wave - 1) * ROWS, wave * ROWS), parts));
        }
        PublishedSeries series = new RandomSeries(0, 3, new Target("literacy_rate", ">", 0.13, 2025), 30).series(waves);
        Texts texts = ReportFilesTest.texts("en", RandomSeries.publishing(series));
        List<Report.Block> blocks = new WaveSteps(
                        new SeriesReading(series), wave -> Optional.ofNullable(parts.get(wave.year())), texts)
                .blocks();
        List<List<String>> told = ((Grid) blocks.get(1)).table().rows();
        assertThat(told).hasSize(WAVES);
        double steps = 0;
        for (int i = 0; i < WAVES; i++) {
            int from = i < 2 ? i + 1 : 1;
            int to = i < 2 ? i + 2 : WAVES;
            List<EstimateRow> rows = Analysis.run(
                            specification()
                                    .decomposition(
                                            "change",
                                            Map.of(
                                                    "over",
                                                    "wave",
                                                    "from",
                                                    Integer.toString(from),
                                                    "to",
                                                    Integer.toString(to),
                                                    "by",
                                                    List.of("level"),
                                                    "variable",
                                                    "y"))
                                    .build(),
                            rows(0, WAVES * ROWS))
                    .decomposition("change")
                    .rows();
            assertThat(told.get(i))
                    .containsExactly(
                            (2020 + from) + "–" + (2020 + to),
                            starred(rows.get(0)),
                            Texts.points(rows.get(0).ciLower()) + " to "
                                    + Texts.points(rows.get(0).ciUpper()),
                            starred(rows.get(1)));
            steps += i < 2 ? rows.get(0).estimate() : -rows.get(0).estimate();
        }
        assertThat(Math.abs(steps)).isLessThan(1e-12);
    }

    private static String starred(EstimateRow row) {
        return Texts.points(row.estimate()) + (row.ciLower() > 0 || row.ciUpper() < 0 ? " *" : "");
    }

    private static PublishedWave wave(int year, Extract rows, Map<Integer, WaveParts> parts) {
        SurveyDesign design = Analysis.prepare(specification().build(), rows).design();
        int[] level = Arrays.stream(Numbers.of(rows, "level"))
                .mapToInt(l -> (int) l - 1)
                .toArray();
        Parts taken = Parts.of(design, Domains.of(level, LEVELS.size()), Numbers.of(rows, "y"));
        parts.put(
                year,
                new WaveParts(
                        30,
                        List.of(new Cut(
                                "education",
                                LEVELS,
                                IntStream.range(0, LEVELS.size())
                                        .map(c -> (int) Arrays.stream(level)
                                                .filter(l -> l == c)
                                                .count())
                                        .boxed()
                                        .toList(),
                                taken))));
        EstimateRow mean = Analysis.run(
                        specification()
                                .estimate("rate", Map.of("statistic", "mean", "variable", "y"))
                                .build(),
                        rows)
                .estimate("rate")
                .rows()
                .get(0);
        PublishedWave other = new RandomSeries(0, 1, new Target("literacy_rate", ">", 0.13, 2025), 30)
                .wave(new Random(year), year, ROWS, 0.1);
        return new PublishedWave(
                year,
                ROWS,
                ROWS,
                0,
                mean.estimate(),
                figure("all", "", mean, taken.df()),
                other.meanScore(),
                LEVELS.stream()
                        .map(l -> figure("education", l, mean, taken.df()))
                        .toList(),
                other.computedAt(),
                other.weighted(),
                other.publication());
    }

    private static Figure figure(String dimension, String level, EstimateRow row, double df) {
        return new Figure(
                dimension, level, ROWS, row.estimate(), row.se(), row.ciLower(), row.ciUpper(), df, 1, ROWS, true);
    }
}
