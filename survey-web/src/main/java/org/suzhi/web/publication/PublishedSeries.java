package org.suzhi.web.publication;

import java.util.List;
import org.suzhi.web.fieldwork.Survey;

/**
 * A survey's published waves, in order of the years, with the target and the newest wave's verdict.
 *
 * @param survey the survey with its names
 * @param context rates published elsewhere, drawn beside the survey's own
 * @param synthetic whether the responses are made up; every page and chart then says so
 * @param references what was published elsewhere of the same items
 */
public record PublishedSeries(
        Survey survey,
        Target target,
        List<PublishedWave> waves,
        Verdict verdict,
        List<ContextLine> context,
        boolean synthetic,
        List<ItemReference> references) {
    /** A series whose items are compared with nothing. */
    public PublishedSeries(
            Survey survey,
            Target target,
            List<PublishedWave> waves,
            Verdict verdict,
            List<ContextLine> context,
            boolean synthetic) {
        this(survey, target, waves, verdict, context, synthetic, List.of());
    }

    public PublishedSeries {
        references = List.copyOf(references);
        waves = List.copyOf(waves);
        context = List.copyOf(context);
    }

    /** What the newest wave says of another number than the survey's target, a proportion from 0 to 1. */
    public Verdict verdictOn(String operator, double value) {
        return Verdicts.of(
                waves.get(waves.size() - 1), new Target(target.indicator(), operator, value, target.deadline()));
    }

    /**
     * The series as it stood with the wave of a year as its newest.
     *
     * @throws IllegalArgumentException when nothing is published of that year
     */
    public PublishedSeries upTo(int year) {
        List<PublishedWave> earlier =
                waves.stream().filter(wave -> wave.year() <= year).toList();
        if (earlier.isEmpty() || earlier.get(earlier.size() - 1).year() != year) {
            throw new IllegalArgumentException("wave: got " + year + ", expected one of "
                    + waves.stream().map(PublishedWave::year).toList());
        }
        return new PublishedSeries(
                survey,
                target,
                earlier,
                Verdicts.of(earlier.get(earlier.size() - 1), target),
                context,
                synthetic,
                references);
    }
}
