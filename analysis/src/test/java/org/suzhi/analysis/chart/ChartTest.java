package org.suzhi.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {
    static Stream<Chart> charts() {
        return Stream.of(
                Charts.trend(),
                Charts.intervals(),
                Charts.fan(),
                Charts.panels(),
                Charts.items(),
                Charts.contributions());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void inlineSvgKeepsTextAsText(Chart chart) {
        String svg = ChartSvg.inline(chart, 360, "a");
        assertThat(svg)
                .startsWith("<svg")
                .contains(chart instanceof ContributionChart ? "人口构成的变化" : "目标 &gt;13%", "合成数据 · Synthetic data")
                .contains("viewBox=\"0 0 360 ")
                .doesNotContain(" style=", "<!--", "<?xml")
                .containsPattern("font-family=\"'?Noto Sans SC'?\"");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everyColourOnAPageHasANameSoThatThePageCanDarkenIt(Chart chart) {
        assertThat(ChartSvg.inline(chart, 820, "a"))
                .doesNotContainPattern("(fill|stroke)=\"(rgb|#|white)")
                .contains("var(--chart-muted,rgb(86,99,112))", "var(--chart-paper,rgb(255,255,255))");
        assertThat(ChartSvg.standalone(chart, 820)).doesNotContain("var(");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void placesTellTheirNumbersWhenPointedAt(Chart chart) {
        assertThat(ChartSvg.inline(chart, 820, "a"))
                .containsPattern("pointer-events=\"all\"[^>]*>\\s*<title\\s*>[^<]*\\d(%| \\()[^<]*</title");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void idsOfTwoChartsOnAPageDiffer(Chart chart) {
        String svg = ChartSvg.inline(chart, 360, "first");
        assertThat(svg.lines().filter(line -> line.contains(" id=\"") && !line.contains("id=\"first-")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void standaloneSvgNeedsNoFont(Chart chart) {
        assertThat(ChartSvg.standalone(chart, 880))
                .contains("<path", "<title", "<desc")
                .doesNotContain("<text");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void pngHasTwiceTheWidth(Chart chart) throws IOException {
        byte[] png = ChartPng.of(chart, 880, 2);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(1760);
        Path folder = Files.createDirectories(Path.of("target", "charts"));
        String name = chart.getClass().getSimpleName() + "-" + charts().toList().indexOf(chart);
        Files.write(folder.resolve(name + ".png"), png);
        Files.write(folder.resolve(name + "-phone.png"), ChartPng.of(chart, 360, 2));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void sameChartGivesSameBytesWhateverTheLocale(Chart chart) {
        Locale before = Locale.getDefault();
        String svg = ChartSvg.inline(chart, 880, "a");
        byte[] png = ChartPng.of(chart, 880, 2);
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(ChartSvg.inline(chart, 880, "a")).isEqualTo(svg);
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertThat(ChartSvg.inline(chart, 880, "a")).isEqualTo(svg);
            assertThat(ChartPng.of(chart, 880, 2)).isEqualTo(png);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void bothWeightsHoldTheCharactersOfTheTowns() {
        String towns = "元善上坪内莞陂头溪山隆街田源油溪忠信高莞大湖三角绣缎";
        assertThat(Theme.regular(12).canDisplayUpTo(towns)).isEqualTo(-1);
        assertThat(Theme.bold(12).canDisplayUpTo(towns)).isEqualTo(-1);
    }

    @Test
    void estimateOutsideItsIntervalIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrendChart.Point(2025, 0.2, 0.1, 0.15))
                .withMessageContaining("2025")
                .withMessageContaining("expected lower <= estimate <= upper");
    }

    @Test
    void percentInPlaceOfProportionIsRefused() {
        TrendChart trend = Charts.trend();
        IntervalChart intervals = Charts.intervals();
        ReferenceLine percent = new ReferenceLine("目标", 13);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrendChart(trend.text(), trend.waves(), percent, 2025, List.of()))
                .withMessageContaining("got 13.0")
                .withMessageContaining("proportion");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntervalChart(intervals.text(), intervals.rows(), percent, null))
                .withMessageContaining("got 13.0")
                .withMessageContaining("proportion");
    }

    @Test
    void eachLineBesideHasItsColourAndItsName() {
        String svg = ChartSvg.inline(Charts.amongOthers(), 820, "a");
        assertThat(svg)
                .contains("全国 15.37%", "广东省 目标 16.00%", "河源市 12.10%", "A neighbouring county 11.90%")
                .contains("--chart-context,", "--chart-context-2,", "--chart-context-3,", "--chart-context-4,")
                .contains("广东省 2025 目标");
        TrendChart one = Charts.trend();
        assertThat(ChartSvg.inline(one, 820, "a")).doesNotContain("--chart-context-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrendChart(
                        one.text(),
                        one.waves(),
                        Charts.TARGET,
                        2025,
                        java.util.Collections.nCopies(5, one.context().get(0))))
                .withMessageContaining("at most 4");
    }

    @Test
    void aLineIsBrokenWhereItIsSaidTo() {
        TrendChart chart = Charts.amongOthers();
        assertThat(chart.context().get(1).lines())
                .extracting(line -> line.stream().map(TrendChart.Point::year).toList())
                .containsExactly(List.of(2020, 2022), List.of(2023), List.of(2025));
    }

    @Test
    void waveMustBeThere() {
        TrendChart.Series none = new TrendChart.Series("全县", List.of());
        ChartText text = Charts.trend().text();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrendChart(text, none, Charts.TARGET, 2025, List.of()))
                .withMessageContaining("at least one wave");
    }

    @Test
    void manyRowsComeInPiecesOfOneScale() {
        List<IntervalChart.Row> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(new IntervalChart.Rate("乡镇" + i, 0.3 - 0.005 * i, 0.28 - 0.005 * i, 0.33 - 0.005 * i, "n=90"));
        }
        IntervalChart many =
                new IntervalChart(Charts.intervals().text(), rows, new ReferenceLine("全县", 0.1336), Charts.TARGET);
        List<Chart> pieces = many.pieces(700, 780);
        assertThat(pieces)
                .hasSize(2)
                .allSatisfy(piece -> assertThat(piece.plotHeight(700)).isLessThanOrEqualTo(780));
        assertThat(pieces.get(1).text().title()).endsWith("(2/2)");
        assertThat(ChartSvg.inline(pieces.get(1), 700, "a"))
                .contains("乡镇39", ">30%<")
                .doesNotContain("乡镇19<");
        assertThat(Charts.intervals().pieces(700, 780)).containsExactly(Charts.intervals());
        assertThat(Charts.contributions().pieces(700, 120)).hasSize(2);
    }

    @Test
    void pieceBeginsWithABlockWhereOneIsNear() {
        List<IntervalChart.Row> rows = new ArrayList<>();
        for (int block : new int[] {9, 7}) {
            rows.add(new IntervalChart.Heading("类" + block));
            for (int i = 0; i < block; i++) {
                rows.add(new IntervalChart.Rate("项" + block + i, 0.3, 0.28, 0.33, ""));
            }
        }
        IntervalChart two = new IntervalChart(Charts.intervals().text(), Scale.RATE, rows, null, null);
        List<Chart> pieces = two.pieces(820, 520);
        assertThat(pieces)
                .extracting(piece -> ((IntervalChart) piece).rows().get(0))
                .containsExactly(new IntervalChart.Heading("类9"), new IntervalChart.Heading("类7"));
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.plotHeight(820)).isLessThanOrEqualTo(520));
    }
}
