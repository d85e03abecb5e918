package org.suzhi.web.publication;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suzhi.web.fieldwork.Outcome;

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
 * @param criterion by what somebody counts as literate; waves of different criteria are not compared
 * @param measures what else is told of the whole population: shares who reach a "level", answer an "item" right or make a choice
 *     ("choice.QUESTION"), and shares of the points of each "part" of the score; none of a run that did not ask for them
 * @param outcomes cases by kind of outcome, of published figures on the day of the publication; empty where there are no cases
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
        @Nullable Long publication,
        String criterion,
        List<Figure> measures,
        Map<Outcome.Kind, Integer> outcomes) {
    /** A wave of the only criterion there is, of which nothing else is told. */
    public PublishedWave(
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
        this(
                year,
                responses,
                usedResponses,
                incomplete,
                unweightedRate,
                overall,
                meanScore,
                figures,
                computedAt,
                weighted,
                publication,
                "",
                List.of(),
                Map.of());
    }

    public PublishedWave {
        figures = List.copyOf(figures);
        measures = List.copyOf(measures);
        outcomes = Map.copyOf(outcomes);
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
                publication,
                whole.criterion,
                whole.measures,
                outcomes);
    }

    /** The same with the outcomes of its cases. */
    PublishedWave with(Map<Outcome.Kind, Integer> cases) {
        return new PublishedWave(
                year,
                responses,
                usedResponses,
                incomplete,
                unweightedRate,
                overall,
                meanScore,
                figures,
                computedAt,
                weighted,
                publication,
                criterion,
                measures,
                cases);
    }

    /** Whether they come from the newest automatic run and may still change. */
    public boolean isProvisional() {
        return publication == null;
    }
}
