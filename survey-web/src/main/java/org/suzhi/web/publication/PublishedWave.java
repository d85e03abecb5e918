package org.suzhi.web.publication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one wave as the public is shown them.
 *
 * @param responses responses received
 * @param usedResponses responses that enter the estimates by now; those shown of a wave that is not published yet may be of fewer
 * @param incomplete of those used, how many left a scored item without an answer, which earns nothing
 * @param unweightedRate share of literate respondents without weights, for comparison only
 * @param overall rate of the whole population
 * @param meanScore mean score of the whole population, 0 to 100 points
 * @param figures rates by domain, in the natural order of their levels
 * @param weighted how; empty steps and calibrations where that is not known
 * @param publication id of the publication that they are from; null while they are provisional
 */
public record PublishedWave(
        int year,
        int responses,
        int usedResponses,
        int incomplete,
        double unweightedRate,
        Figure overall,
        Figure meanScore,
        List<Figure> figures,
        Instant computedAt,
        HowWeighted weighted,
        @Nullable Long publication) {
    public PublishedWave {
        figures = List.copyOf(figures);
    }

    /** The same with the whole population's figures and the counts of others. */
    PublishedWave with(PublishedWave whole, int received, int used) {
        return new PublishedWave(
                year,
                received,
                used,
                whole.incomplete,
                whole.unweightedRate,
                whole.overall,
                whole.meanScore,
                figures,
                whole.computedAt,
                whole.weighted,
                publication);
    }

    /** Whether they come from the newest automatic run and may still change. */
    public boolean isProvisional() {
        return publication == null;
    }
}
