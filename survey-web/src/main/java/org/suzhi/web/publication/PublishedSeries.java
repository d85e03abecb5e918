package org.suzhi.web.publication;

import java.util.List;
import org.suzhi.web.fieldwork.Survey;

/**
 * A survey's published waves, in order of the years, with the target and the newest wave's verdict.
 *
 * @param survey the survey with its names
 * @param synthetic whether the responses are made up; every page and chart then says so
 */
public record PublishedSeries(
        Survey survey,
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
