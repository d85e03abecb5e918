package org.suzhi.web.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.Target;
import org.suzhi.web.publication.Verdict;
import org.suzhi.web.publication.WaveChange;

class DashboardsTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "met, 0.97, 已达标, Target met",
        "likely_met, 0.8, 很可能达标, Likely met",
        "not_settled, 0.5, 尚难断定, Not settled",
        "likely_short, 0.2, 很可能未达标, Likely short",
        "short, 0.02, 未达标, Short of target"
    })
    void everyVerdictIsWordedInBothLanguages(String code, double probability, String chinese, String english) {
        PublishedSeries series = MadeUpSeries.waves(5, code, probability);
        DashboardPage zh = page(series, Locale.SIMPLIFIED_CHINESE);
        DashboardPage en = page(series, Locale.ENGLISH);
        assertThat(zh.headline().label()).isEqualTo(chinese);
        assertThat(en.headline().label()).isEqualTo(english);
        assertThat(zh.headline().sentence())
                .contains("2025", "13.36%", "13%的目标")
                .doesNotContain("{");
        assertThat(en.headline().sentence())
                .contains("2025", "13.36%", "target of 13%")
                .doesNotContain("{");
    }

    @ParameterizedTest
    @CsvSource({
        "'>', 尚未超过13%的目标, not above the target of 13%",
        "'>=', 尚未达到13%的目标, not at or above the target of 13%",
        "'<', 尚未低于13%的目标, not below the target of 13%",
        "'<=', 尚未不高于13%的目标, not at or below the target of 13%"
    })
    void everyOperatorHasItsWords(String operator, String chinese, String english) {
        PublishedSeries above = MadeUpSeries.waves(5, "short", 0.01);
        PublishedSeries series = new PublishedSeries(
                above.survey(),
                new Target("literacy_rate", operator, 0.13, 2025),
                above.waves(),
                above.verdict(),
                above.context(),
                true);
        assertThat(page(series, Locale.SIMPLIFIED_CHINESE).headline().sentence())
                .contains(chinese);
        assertThat(page(series, Locale.ENGLISH).headline().sentence()).contains(english);
    }

    @Test
    void theWeightsAreToldAsTheRunHasThem() {
        assertThat(page(MadeUpSeries.fiveWaves(), Locale.ENGLISH).method())
                .filteredOn(fact -> fact.label().equals("Weights"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.value())
                        .endsWith("adjusted for cases of unknown eligibility, adjusted for nonresponse,"
                                + " raked to the population totals of sex × age, occupation."));
    }

    @Test
    void groundOfTheVerdictAgreesWithItsInterval() {
        Random random = new Random(20250713);
        PublishedSeries series = MadeUpSeries.fiveWaves();
        for (int i = 0; i < 1000; i++) {
            double lower = random.nextDouble() * 0.25;
            double upper = lower + random.nextDouble() * 0.1;
            Verdict verdict = new Verdict("not_settled", 0.5, 2025, (lower + upper) / 2, lower, upper, lower);
            String ground = new VerdictWords(series.target(), verdict, texts(series, Locale.ENGLISH)).ground();
            String expected = lower > 0.13 ? "wholly above 13%" : upper < 0.13 ? "wholly below 13%" : "includes 13%";
            assertThat(ground).as("interval %s to %s", lower, upper).contains(expected);
        }
    }

    @Test
    void changeIsCalledARiseOrAFallOnlyWhereItsIntervalSettlesIt() {
        Random random = new Random(20250713);
        PublishedSeries series = MadeUpSeries.fiveWaves();
        Texts texts = texts(series, Locale.SIMPLIFIED_CHINESE);
        for (int i = 0; i < 1000; i++) {
            double difference = random.nextGaussian() * 0.02;
            double half = random.nextDouble() * 0.04;
            String words = Leads.change(
                    new WaveChange(2024, 2025, difference, half / 2, 100, difference - half, difference + half, 0.5),
                    texts);
            assertThat(words.contains("提高")).as(words).isEqualTo(difference - half > 0);
            assertThat(words.contains("下降")).as(words).isEqualTo(difference + half < 0);
            assertThat(words.contains("还不能说有变化")).as(words).isEqualTo(Math.abs(difference) <= half);
        }
    }

    @Test
    void trendIsToldSinceTheFirstWaveAndSinceThePrevious() {
        assertThat(page(MadeUpSeries.fiveWaves(), Locale.ENGLISH)
                        .sections()
                        .get(0)
                        .lead())
                .contains(
                        "5 waves, from 9.18% in 2021 to 13.36% in 2025.",
                        "Up 4.18 points on 2021", "from 2024 is +1.07");
        assertThat(page(MadeUpSeries.waves(2, "likely_met", 0.7), Locale.ENGLISH)
                        .sections()
                        .get(0)
                        .lead())
                .containsOnlyOnce("2024 is")
                .doesNotContain("2023");
    }

    @Test
    void probabilityIsNeverCertain() {
        assertThat(page(MadeUpSeries.waves(5, "met", 0.9999), Locale.ENGLISH)
                        .headline()
                        .ground())
                .contains("above 99%");
        assertThat(page(MadeUpSeries.waves(5, "short", 0.0001), Locale.SIMPLIFIED_CHINESE)
                        .headline()
                        .ground())
                .contains("低于1%");
    }

    @Test
    void oneWaveSaysNothingAboutChange() {
        DashboardPage page = page(MadeUpSeries.waves(1, "likely_met", 0.7), Locale.SIMPLIFIED_CHINESE);
        assertThat(page.sections().get(0).lead()).contains("目前只有2025年一次调查");
    }

    @Test
    void leadPlacesADomainOnlyWhereItsWholeIntervalIsOnOneSide() {
        PublishedSeries series = MadeUpSeries.fiveWaves();
        assertThat(section(page(series, Locale.SIMPLIFIED_CHINESE), "groups").lead())
                .isEqualTo("区间全部高于目标的有：领导干部和公务员、青少年。区间全部低于目标的有：农民、老年人。产业工人的区间包含目标，样本还分不出高低。");
        assertThat(section(page(series, Locale.ENGLISH), "towns").lead())
                .isEqualTo("Interval wholly above the target: Yuanshan. "
                        + "The other 11: interval includes the target, so the sample cannot tell.");
    }

    @Test
    void suppressedCellShowsNoNumberAnywhere() {
        PublishedSeries series = MadeUpSeries.fiveWaves();
        Figure hidden = series.waves().get(4).figures().stream()
                .filter(figure -> !figure.publishable())
                .findFirst()
                .orElseThrow();
        for (Locale language : LANGUAGES) {
            Texts texts = texts(series, language);
            DashboardPage.Section towns = section(page(series, language), "towns");
            List<List<String>> rows = drawing(towns).table().rows();
            List<String> row = rows.get(rows.size() - 1);
            assertThat(row.get(0)).isEqualTo(texts.level("town", hidden.level()));
            assertThat(String.join("", row.subList(1, row.size()))).doesNotContainPattern("\\d");
            assertThat(drawing(towns).wide()).doesNotContain("n=19<");
            String csv = new SeriesTables(new SeriesReading(series), texts).csv(Topic.TOWNS);
            assertThat(csv.lines().filter(line -> line.contains("," + hidden.level() + ",")))
                    .hasSize(5)
                    .allMatch(line -> line.contains(",,,,,,,,,") && line.contains("suppressed"));
        }
    }

    @Test
    void dimensionWithoutFiguresHasNoSection() {
        PublishedSeries base = MadeUpSeries.fiveWaves();
        PublishedWave newest = base.waves().get(4);
        PublishedWave bare = new PublishedWave(
                newest.year(),
                newest.responses(),
                newest.usedResponses(),
                newest.incomplete(),
                newest.unweightedRate(),
                newest.overall(),
                newest.meanScore(),
                List.of(),
                newest.computedAt(),
                newest.weighted(),
                null);
        PublishedSeries series =
                new PublishedSeries(base.survey(), base.target(), List.of(bare), base.verdict(), List.of(), false);
        DashboardPage page = page(series, Locale.ENGLISH);
        assertThat(page.sections()).extracting(DashboardPage.Section::slug).containsExactly("trend", "outlook");
        assertThat(drawing(page.sections().get(0)).wide()).doesNotContain("Synthetic");
    }

    @Test
    void everyChartIsMarkedSyntheticAndToldInWords() {
        for (Locale language : LANGUAGES) {
            DashboardPage page = page(MadeUpSeries.fiveWaves(), language);
            assertThat(page.sections()).hasSize(11).allSatisfy(section -> {
                assertThat(List.of(drawing(section).wide(), drawing(section).narrow()))
                        .allMatch(svg -> svg.contains("合成数据 · Synthetic data") && svg.contains("<desc"))
                        .allMatch(
                                svg -> svg.contains("n=2,024") || section.slug().equals("response"));
            });
            assertThat(drawing(page.sections().get(0)).wide())
                    .containsPattern("<desc[^>]*>[^<]*2021[^<]*9\\.18%[^<]*2025");
        }
    }

    @Test
    void pageWordsAreWholeInBothLanguages() {
        for (Locale language : LANGUAGES) {
            assertThat(page(MadeUpSeries.fiveWaves(), language).toString()).doesNotContainPattern("\\{\\d\\}");
        }
    }

    private static DashboardPage.Drawing drawing(DashboardPage.Section section) {
        return section.chart().orElseThrow();
    }

    @Test
    void wavesOnePointApartAreProjectedAndToldInWords() {
        DashboardPage.Section outlook = section(page(MadeUpSeries.fiveWaves(), Locale.ENGLISH), "outlook");
        assertThat(outlook.sentences()).isNotEmpty();
        assertThat(drawing(outlook).wide()).containsPattern("<desc[^>]*>[^<]*2030 \\d+[^<]*2035 \\d+");
        assertThat(drawing(outlook).table().rows())
                .hasSize(10)
                .allMatch(row -> row.get(1).endsWith("%"));
        assertThat(section(page(MadeUpSeries.waves(1, "likely_met", 0.7), Locale.ENGLISH), "outlook")
                        .chart())
                .isEmpty();
    }

    @Test
    void groupsAreDrawnOverTheWavesWithoutWhatIsWithheld() {
        DashboardPage.Section groups = section(page(MadeUpSeries.fiveWaves(), Locale.ENGLISH), "group-trends");
        assertThat(groups.lead()).contains("from 2021");
        assertThat(drawing(groups).wide())
                .contains("Farmers 2021: 4.19%", "Leading cadres and civil servants 2025: 34.70%", "n=811");
        assertThat(drawing(groups).table().rows()).hasSize(25);
    }

    private static DashboardPage.Section section(DashboardPage page, String slug) {
        return page.sections().stream()
                .filter(section -> section.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static DashboardPage page(PublishedSeries series, Locale language) {
        return new Dashboards(new SeriesReading(series), texts(series, language), series, new RenderedCharts()).page();
    }

    private static Texts texts(PublishedSeries series, Locale language) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Texts(messages, language, MadeUpSeries.publishing(series));
    }
}
