package org.suzhi.web.publication;

import java.util.List;

/**
 * A survey's published waves, in order of the years, with the target and the newest wave's verdict.
 *
 * @param survey title of the survey
 * @param synthetic whether the responses are made up; every page and chart then says so
 */
public record PublishedSeries(
        String survey,
        Target target,
        List<PublishedWave> waves,
        Verdict verdict,
        List<NationalPoint> national,
        boolean synthetic) {
    public PublishedSeries {
        waves = List.copyOf(waves);
        national = List.copyOf(national);
    }
}
