package org.suzhi.web.publication;

import java.util.Locale;
import org.suzhi.analysis.indicator.Verdict.Thresholds;

/** The verdict on a published wave. */
final class Verdicts {
    private Verdicts() {}

    static Verdict of(PublishedWave wave, Target target) {
        Figure rate = wave.overall();
        var verdict = SeriesProgress.rate(wave).verdict(target.toIndicator(), Thresholds.DEFAULT);
        return new Verdict(
                verdict.code().name().toLowerCase(Locale.ROOT),
                verdict.probability(),
                wave.year(),
                rate.estimate(),
                rate.lower(),
                rate.upper(),
                verdict.bound());
    }
}
