package org.suzhi.web.publication;

import java.util.List;
import org.suzhi.analysis.indicator.Progress;
import org.suzhi.analysis.indicator.RateSeries;
import org.suzhi.analysis.indicator.Verdict.Thresholds;
import org.suzhi.analysis.indicator.WaveRate;

/** The published series against its target: trend, deadline, outlook. Waves are drawn independently. */
public final class SeriesProgress {
    /** Years that the national plan looks ahead to. */
    public static final List<Integer> LATER = List.of(2030, 2035);

    private SeriesProgress() {}

    public static Progress of(PublishedSeries series) {
        Target target = series.target();
        List<WaveRate> waves = series.waves().stream()
                .filter(wave -> wave.overall().publishable())
                .map(SeriesProgress::rate)
                .toList();
        return Progress.of(RateSeries.of(waves), target.toIndicator(), Thresholds.DEFAULT, LATER);
    }

    /** The rate of a wave as a series takes it. */
    static WaveRate rate(PublishedWave wave) {
        Figure rate = wave.overall();
        return new WaveRate(wave.year(), rate.estimate(), rate.se(), rate.df(), rate.n(), wave.criterion());
    }
}
