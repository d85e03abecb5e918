package org.suzhi.web.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.suzhi.analysis.chart.TrendChart;
import org.suzhi.web.publication.ContextLine;
import org.suzhi.web.publication.ContextLine.Point;
import org.suzhi.web.publication.ContextLine.Status;
import org.suzhi.web.publication.PublishedSeries;

/** National and provincial lines beside the trend: in the chart, in words, in the table and as CSV. */
class ContextWordsTest {
    private static final ContextLine PROVINCE = new ContextLine(
            "广东省",
            "Guangdong",
            List.of(
                    new Point(2015, 6.91, Status.PUBLISHED, "OLD", "old report", ""),
                    new Point(2022, 14.8, Status.PUBLISHED, "OLD", "paper", ""),
                    new Point(2024, 15.1, Status.PRELIMINARY, "NEW", "office", ""),
                    new Point(2025, 16, Status.TARGET, "", "plan", ""),
                    new Point(2030, 20, Status.TARGET, "", "plan", "")));

    private static SeriesReading reading(ContextLine... lines) {
        PublishedSeries county = MadeUpSeries.fiveWaves();
        return new SeriesReading(new PublishedSeries(
                county.survey(), county.target(), county.waves(), county.verdict(), List.of(lines), true));
    }

    private static Texts texts(Locale locale) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Texts(messages, locale, MadeUpSeries.publishing(MadeUpSeries.fiveWaves()));
    }

    private static final ContextLine NATION = MadeUpSeries.nation(2020, 10.56, 2022, 12.93, 2023, 14.14, 2024, 15.37);

    @Test
    void bothLinesAreDrawnInTheYearsOfTheTrendAndBrokenWhereTheyMustBe() {
        TrendChart chart =
                (TrendChart) new SeriesCharts(reading(NATION, PROVINCE), texts(Locale.ENGLISH)).chart(Topic.TREND);
        assertThat(chart.context()).extracting(TrendChart.Series::label).containsExactly("China", "Guangdong");
        TrendChart.Series province = chart.context().get(1);
        assertThat(province.points()).extracting(TrendChart.Point::year).containsExactly(2022, 2024, 2025);
        assertThat(province.breaks()).extracting(TrendChart.Break::year).containsExactly(2024, 2025);
        assertThat(province.notes()).containsOnlyKeys(2024, 2025);
        assertThat(chart.text().subtitle())
                .endsWith("named on the line. Hollow marks are preliminary figures or targets.");
        assertThat(chart.text().description())
                .endsWith(" China: 2022 12.93%; 2023 14.14%; 2024 15.37%. Guangdong: 2022 14.80%;"
                        + " 2024 (criterion changed, not comparable with earlier years) preliminary 15.10%;"
                        + " 2025 target 16.00%.");
    }

    @Test
    void theTableHasAColumnForEachLineAndAllSources() {
        Table table = new SeriesTables(reading(NATION, PROVINCE), texts(Locale.SIMPLIFIED_CHINESE)).table(Topic.TREND);
        assertThat(table.head()).endsWith("全国", "广东省");
        assertThat(table.rows())
                .extracting(row -> row.get(0) + " " + row.get(7) + " " + row.get(8))
                .containsExactly(
                        "2021 – –", "2022 12.93% 14.80%", "2023 14.14% –", "2024 15.37% 初步 15.10%", "2025 – 目标 16.00%");
        assertThat(table.sources())
                .containsExactly(
                        "全国（2022、2023、2024）：news of China", "广东省（2022）：paper", "广东省（2024）：office", "广东省（2025）：plan");
    }

    @Test
    void theFileHasEveryFigureWithItsKindAndSource() {
        String csv = new SeriesTables(reading(NATION, PROVINCE), texts(Locale.ENGLISH)).csv(Topic.TREND);
        assertThat(csv.lines())
                .contains(
                        "2022,context,China,China,,0.1293,,,,,,,,published,news of China",
                        "2024,context,Guangdong,Guangdong,,0.151,,,,,,,,preliminary,office (NEW)",
                        "2025,context,Guangdong,Guangdong,,0.16,,,,,,,,target,plan")
                .noneMatch(line -> line.startsWith("2030"));
    }

    @Test
    void aYearWithoutWaveIsARowOfItsOwn() {
        PublishedSeries three = MadeUpSeries.waves(3, "likely_met", 0.7);
        PublishedSeries gap = new PublishedSeries(
                three.survey(),
                three.target(),
                List.of(three.waves().get(0), three.waves().get(2)),
                three.verdict(),
                List.of(NATION),
                true);
        Table table = new SeriesTables(new SeriesReading(gap), texts(Locale.ENGLISH)).table(Topic.TREND);
        assertThat(table.rows()).extracting(row -> row.get(0)).containsExactly("2023", "2024", "2025");
        assertThat(table.rows().get(1)).containsExactly("2024", "–", "–", "–", "–", "–", "–", "15.37%");
    }

    @Test
    void nothingIsSaidOfLinesThatAreNotThere() {
        for (SeriesReading reading : List.of(reading(), new SeriesReading(MadeUpSeries.fiveWaves(), "farmers"))) {
            Texts texts = texts(Locale.ENGLISH);
            TrendChart chart = (TrendChart) new SeriesCharts(reading, texts).chart(Topic.TREND);
            assertThat(chart.text().description()).doesNotContain("China");
            assertThat(chart.text().source()).doesNotContain("other surveys");
            assertThat(chart.text().subtitle()).doesNotContain("other lines");
            Table table = new SeriesTables(reading, texts).table(Topic.TREND);
            assertThat(table.head()).hasSize(7);
            assertThat(table.sources()).isEmpty();
        }
    }

    @Test
    void itemsElsewhereStandInTableAndFileWithTheirSource() {
        SeriesTables tables = new SeriesTables(new SeriesReading(MadeUpSeries.fiveWaves()), texts(Locale.ENGLISH));
        assertThat(tables.table(Topic.ITEMS).sources()).containsExactly("USA 2010: table", "China 2007: table");
        assertThat(tables.csv(Topic.ITEMS).lines())
                .contains("2007,item-elsewhere,K01,China 2007,10059,0.49,,,,,,,,published,table");
    }
}
