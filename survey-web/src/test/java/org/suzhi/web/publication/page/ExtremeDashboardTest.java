package org.suzhi.web.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.Missing;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;

/** Series at the edge of what can be published. */
class ExtremeDashboardTest {
    private static final String LONG_TOWN = "一二三四五六七八九十一二三四五六七八九十";

    @Test
    void fortyTownsWithLongNamesAreDrawnInBothLanguages() {
        List<Figure> towns = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> rate("town", "t" + i, 60, 0.02 + 0.005 * i))
                .toList();
        PublishedSeries series = MadeUpSeries.with(MadeUpSeries.fiveWaves(), wave -> figures(wave, towns));
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            DashboardPage page = page(series, null, language);
            assertThat(table(page, "towns").rows()).hasSize(40);
            assertThat(drawing(page, "towns").narrow()).contains(LONG_TOWN).doesNotContain("NaN");
        }
    }

    @Test
    void ratesOfNobodyAndEverybodyHaveNoIntervalAndNoError() {
        PublishedSeries series = MadeUpSeries.with(
                MadeUpSeries.fiveWaves(),
                wave -> figures(wave, List.of(exact("group", "elderly", 0), exact("group", "cadres", 1))));
        DashboardPage page = page(series, null, Locale.ENGLISH);
        assertThat(table(page, "groups").rows())
                .anySatisfy(row -> assertThat(row).contains("0.00%", "–"))
                .anySatisfy(row -> assertThat(row).contains("100.00%"));
        assertThat(page.sections())
                .allSatisfy(section -> section.chart().ifPresent(drawing -> {
                    assertThat(drawing.wide()).doesNotContain("NaN");
                    assertThat(drawing.narrow()).doesNotContain("NaN");
                }));
        DashboardPage group = page(series, "elderly", Locale.ENGLISH);
        assertThat(group.headline().rate()).isEqualTo("0.00%");
        assertThat(group.headline().interval()).isEqualTo("–");
    }

    @Test
    void groupOfThreePeopleShowsNoNumberAnywhere() {
        PublishedSeries series = MadeUpSeries.with(
                MadeUpSeries.fiveWaves(),
                wave -> figures(wave, List.of(hidden("group", "cadres"), rate("group", "farmers", 800, 0.061))));
        DashboardPage all = page(series, null, Locale.ENGLISH);
        assertThat(drawing(all, "group-trends").wide())
                .doesNotContain("Leading cadres and civil servants 2025:", "66.6", "n=3<");
        assertThat(table(all, "group-trends").rows().stream()
                        .filter(row -> row.get(0).startsWith("Leading")))
                .hasSize(5)
                .allMatch(row -> row.subList(1, row.size()).stream().noneMatch(cell -> cell.matches(".*\\d.*")));
        DashboardPage cadres = page(series, "cadres", Locale.ENGLISH);
        assertThat(cadres.headline().sentence()).contains("too few responses");
        assertThat(cadres.headline().rate()).isEqualTo("–");
        assertThat(cadres.responseCount()).isZero();
        assertThat(cadres.sections()).extracting(DashboardPage.Section::slug).doesNotContain("trend", "outlook");
    }

    @Test
    void wavesOfAnotherCriterionAreNeitherJoinedNorCompared() {
        PublishedSeries series = MadeUpSeries.with(
                MadeUpSeries.fiveWaves(), wave -> wave.year() < 2023 ? criterion(wave, "score >= 60") : wave);
        DashboardPage page = page(series, null, Locale.ENGLISH);
        assertThat(section(page, "trend").lead())
                .contains("3 waves, from 11.47% in 2023")
                .doesNotContain("2021");
        assertThat(drawing(page, "trend").wide()).contains("criterion changed");
        assertThat(section(page, "outlook").sentences().toString()).contains("2023");
        assertThat(new SeriesReading(series).first().year()).isEqualTo(2023);
    }

    @Test
    void waveWithoutMeasuresStillShows() {
        PublishedSeries series = MadeUpSeries.with(
                MadeUpSeries.fiveWaves(),
                wave -> new PublishedWave(
                        wave.year(),
                        wave.responses(),
                        wave.usedResponses(),
                        wave.incomplete(),
                        wave.unweightedRate(),
                        wave.overall(),
                        wave.meanScore(),
                        wave.figures(),
                        wave.computedAt(),
                        wave.weighted(),
                        wave.publication()));
        assertThat(page(series, null, Locale.ENGLISH).sections())
                .extracting(DashboardPage.Section::slug)
                .containsExactly("trend", "outlook", "group-trends", "groups", "towns", "breakdown");
    }

    @Test
    void itemsAreComparedWithTheNewestSurveyOfEachCountry() {
        DashboardPage page = page(MadeUpSeries.fiveWaves(), null, Locale.ENGLISH);
        assertThat(table(page, "items").head())
                .contains("USA 2010", "China 2007")
                .doesNotContain("China 2001");
        assertThat(table(page, "items").rows())
                .anySatisfy(row -> assertThat(row).contains("51.00%", "84%", "49%"));
    }

    /** The wave with other figures of the dimension that these are of. */
    private static PublishedWave figures(PublishedWave wave, List<Figure> figures) {
        List<Figure> all = new ArrayList<>(wave.figures());
        all.removeIf(f -> f.dimension().equals(figures.get(0).dimension()));
        all.addAll(figures);
        return MadeUpSeries.copy(wave, all, wave.measures(), wave.criterion());
    }

    private static PublishedWave criterion(PublishedWave wave, String criterion) {
        return MadeUpSeries.copy(wave, wave.figures(), wave.measures(), criterion);
    }

    private static Figure rate(String dimension, String level, int n, double p) {
        return new Figure(dimension, level, n, p, 0.02, p * 0.7, Math.min(1, p * 1.3), 50, 1.5, n / 1.5, true);
    }

    private static Figure exact(String dimension, String level, double p) {
        double none = Double.NaN;
        return new Figure(dimension, level, 80, p, 0, none, none, 50, none, none, true);
    }

    private static Figure hidden(String dimension, String level) {
        return new Figure(dimension, level, 3, 0.666, 0.3, 0.1, 0.9, 50, 1, 3, false);
    }

    private static DashboardPage.Section section(DashboardPage page, String slug) {
        return page.sections().stream()
                .filter(section -> section.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static DashboardPage.Drawing drawing(DashboardPage page, String slug) {
        return section(page, slug).chart().orElseThrow();
    }

    private static Table table(DashboardPage page, String slug) {
        return drawing(page, slug).table();
    }

    private static DashboardPage page(PublishedSeries series, String group, Locale language) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        Publications names = MadeUpSeries.publishing(series);
        Publications publications = new Publications() {
            @Override
            public Optional<PublishedSeries> current() {
                return names.current();
            }

            @Override
            public Missing missing() {
                return Missing.PUBLICATION;
            }

            @Override
            public Optional<PublishedSeries> live() {
                return names.live();
            }

            @Override
            public Optional<PublishedSeries> published(long publication) {
                return names.published(publication);
            }

            @Override
            public Optional<String> levelName(String dimension, String code, Locale locale) {
                return dimension.equals("town") ? Optional.of(LONG_TOWN) : names.levelName(dimension, code, locale);
            }
        };
        return new Dashboards(
                        new SeriesReading(series, group),
                        new Texts(messages, language, publications),
                        series,
                        new RenderedCharts())
                .page();
    }
}
