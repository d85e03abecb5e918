package org.suzhi.web.publication.page;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.suzhi.web.publication.Contributions;
import org.suzhi.web.publication.PartsOfWaves;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;

/** All that the public pages say of a series, for tests. */
public final class PageWords {
    private PageWords() {}

    /** The dashboard with its charts drawn. */
    public static String dashboard(PublishedSeries series, Texts texts) {
        return new Dashboards(new SeriesReading(series), texts, series, new RenderedCharts())
                .page()
                .toString();
    }

    /** The page of contributions with its charts drawn, the newest wave against the one before, and a rate supposed. */
    public static String contributions(PublishedSeries series, PartsOfWaves parts, Texts texts, long seed) {
        PublishedWave newest = series.waves().get(series.waves().size() - 1);
        Optional<PublishedWave> since = series.waves().size() < 2
                ? Optional.empty()
                : Optional.of(series.waves().get(series.waves().size() - 2));
        Contributions contributions = Contributions.of(since, newest, parts).orElseThrow();
        ContributionView view = new ContributionView(contributions, series, texts);
        String supposed = contributions.groups().stream()
                .map(split -> new ContributionQuestion(
                        newest, since, split.levels().get(0), Optional.of(new Random(seed).nextInt(101) / 100.0)))
                .map(question -> view.whatIf(question).orElseThrow().toString())
                .collect(Collectors.joining("\n"));
        return String.join(
                "\n",
                view.change(),
                view.lags().toString(),
                view.untold(),
                view.sections().toString(),
                supposed);
    }
}
