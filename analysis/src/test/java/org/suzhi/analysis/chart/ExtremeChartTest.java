package org.suzhi.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Charts of data that no ordinary county has. */
class ExtremeChartTest {
    private static final Pattern TEXT = Pattern.compile("<text[^>]* x=\"(-?[\\d.]+)\"[^>]* y=\"(-?[\\d.]+)\"");

    static Stream<Arguments> extremes() {
        TrendChart usual = Charts.trend();
        TrendChart.Series context = usual.context().get(0);
        return Stream.of(
                Arguments.of("one-wave", trend(2025, context, new TrendChart.Point(2025, 0.1336, 0.1172, 0.1519))),
                Arguments.of("no-one", trend(2025, context, TrendChart.Point.exact(2025, 0))),
                Arguments.of("everyone", trend(2025, context, TrendChart.Point.exact(2025, 1))),
                Arguments.of("among-others", Charts.amongOthers()),
                Arguments.of(
                        "above-nation",
                        trend(
                                2025,
                                context,
                                new TrendChart.Point(2022, 0.151, 0.128, 0.174),
                                new TrendChart.Point(2023, 0.162, 0.141, 0.185),
                                new TrendChart.Point(2024, 0.171, 0.149, 0.194))),
                Arguments.of(
                        "long-before-deadline",
                        trend(
                                2035,
                                context,
                                new TrendChart.Point(2022, 0.101, 0.088, 0.118),
                                new TrendChart.Point(2024, 0.123, 0.107, 0.141))),
                Arguments.of("plan", timeline("深入实施", 2022, 4, 3, 2024.3)),
                Arguments.of("one-year-plan", timeline("深入实施", 2025, 1, 4, 2030.0)),
                Arguments.of("long-plan", timeline("粤北山区连绵起伏之东江上游水源林保护示范镇", 2000, 35, 6, 2000.0)),
                Arguments.of("forty-towns", towns(40, "元善镇")),
                Arguments.of("long-names", towns(5, "粤北山区连绵起伏之东江上游水源林保护示范镇")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("extremes")
    void everyTextStartsOnTheSheet(String name, Chart chart) throws IOException {
        for (int width : new int[] {Sheet.MIN_WIDTH, 350, 820}) {
            Sheet sheet = new Sheet(chart, width, false);
            List<MatchResult> texts =
                    TEXT.matcher(ChartSvg.inline(chart, width, "a")).results().toList();
            assertThat(texts).hasSizeGreaterThan(5).allSatisfy(text -> {
                assertThat(Double.parseDouble(text.group(1))).isBetween(0.0, (double) width);
                assertThat(Double.parseDouble(text.group(2))).isBetween(0.0, (double) sheet.height());
            });
        }
        Path folder = Files.createDirectories(Path.of("target", "charts"));
        Files.write(folder.resolve(name + ".png"), ChartPng.of(chart, 820, 1));
        Files.write(folder.resolve(name + "-phone.png"), ChartPng.of(chart, 360, 1));
    }

    private static TimelineChart timeline(String name, int first, int years, int phases, double now) {
        return new TimelineChart(
                Charts.trend().text(),
                IntStream.range(0, phases)
                        .mapToObj(i ->
                                new TimelineChart.Phase(name + i, first + "–" + (first + years), first, first + years))
                        .toList(),
                List.of(new TimelineChart.Date("2025年底到期：9项目标", first + years)),
                new TimelineChart.Date("今天 2024-04-20", now));
    }

    @Test
    void aPhaseEndsAfterItsStart() {
        assertThatThrownBy(() -> new TimelineChart.Phase("x", "", 2025, 2025))
                .hasMessageContaining("expected an end after the start");
    }

    @Test
    void anyIntervalsCanBeDrawn() {
        Random random = new Random(20250713);
        for (int i = 0; i < 50; i++) {
            double scale = Math.pow(10, -3 * random.nextDouble());
            List<IntervalChart.Row> rows = new ArrayList<>();
            for (int row = 0; row <= random.nextInt(20); row++) {
                double estimate = random.nextDouble() * scale;
                rows.add(new IntervalChart.Rate(
                        "镇" + row, estimate, estimate * random.nextDouble(), Math.min(1, estimate * 2), "n=1"));
            }
            IntervalChart chart = new IntervalChart(
                    Charts.trend().text(),
                    rows,
                    new ReferenceLine("总体", random.nextDouble() * scale),
                    new ReferenceLine("目标", random.nextDouble()));
            assertThat(ChartSvg.inline(chart, 350, "a")).as("draw " + i).endsWith("</svg\n>\n");
        }
    }

    /** Means, changes on both sides of zero and odds ratios, far apart or close together. */
    @ParameterizedTest
    @EnumSource(Scale.class)
    void anyScaleCanBeDrawn(Scale scale) {
        Random random = new Random(20250714);
        for (int i = 0; i < 40; i++) {
            double spread = Math.pow(10, 2 - 3 * random.nextDouble());
            List<IntervalChart.Row> rows = new ArrayList<>();
            for (int row = 0; row <= random.nextInt(12); row++) {
                double z = random.nextGaussian() * spread;
                double estimate = switch (scale) {
                    case RATE -> 1 / (1 + Math.exp(-z));
                    case NUMBER -> z;
                    case CHANGE -> Math.tanh(z);
                    case RATIO -> Math.exp(Math.max(-200, Math.min(200, z)));
                };
                double lower = scale == Scale.NUMBER || scale == Scale.CHANGE ? estimate - 0.3 : estimate * 0.7;
                double upper = scale == Scale.RATE ? (1 + estimate) / 2 : estimate + 0.3;
                rows.add(new IntervalChart.Rate("镇" + row, estimate, lower, upper, "n=1"));
            }
            ReferenceLine whole = new ReferenceLine("总体", scale.origin());
            ChartText text = Charts.trend().text();
            for (int width : new int[] {350, 820}) {
                IntervalChart chart = new IntervalChart(text, scale, rows, i % 2 == 0 ? whole : null, null);
                assertThat(ChartSvg.inline(chart, width, "a"))
                        .as("draw " + i)
                        .endsWith("</svg\n>\n")
                        .doesNotContain("NaN");
            }
        }
    }

    private static TrendChart trend(int deadline, TrendChart.Series context, TrendChart.Point... points) {
        return new TrendChart(
                Charts.trend().text(),
                new TrendChart.Series("总体", List.of(points)),
                Charts.TARGET,
                deadline,
                List.of(context));
    }

    private static IntervalChart towns(int count, String name) {
        List<IntervalChart.Row> rows = IntStream.range(0, count)
                .<IntervalChart.Row>mapToObj(i -> {
                    double rate = 0.22 - 0.15 * i / count;
                    return new IntervalChart.Rate(name + i, rate, rate - 0.05, rate + 0.07, "n=100");
                })
                .toList();
        return new IntervalChart(Charts.intervals().text(), rows, new ReferenceLine("总体 13.40%", 0.134), Charts.TARGET);
    }
}
