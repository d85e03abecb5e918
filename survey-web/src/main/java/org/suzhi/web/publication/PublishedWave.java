package org.suzhi.web.publication;

import java.time.Instant;
import java.util.List;

/**
 * The published numbers of one wave.
 *
 * @param responses responses received
 * @param usedResponses responses that entered the estimates
 * @param unweightedRate share of literate respondents without weights, for comparison only
 * @param overall rate of the whole population
 * @param meanScore mean score of the whole population, 0 to 100 points
 * @param figures rates by domain, in the natural order of their levels
 */
public record PublishedWave(
        int year,
        int responses,
        int usedResponses,
        double unweightedRate,
        Figure overall,
        Figure meanScore,
        List<Figure> figures,
        Instant computedAt) {
    public PublishedWave {
        figures = List.copyOf(figures);
    }
}
