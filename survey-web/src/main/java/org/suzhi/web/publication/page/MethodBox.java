package org.suzhi.web.publication.page;

import java.util.List;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedWave;

/** How a wave's number came about, in words. */
public record MethodBox(Texts texts) {
    /** Why the weights matter: the rate without them beside the rate. */
    public String weighting(PublishedWave wave) {
        double weighted = wave.overall().estimate();
        double points = 100 * (wave.unweightedRate() - weighted);
        String direction = points > 0.005 ? "higher" : points < -0.005 ? "lower" : "same";
        return texts.of(
                "weighting." + direction,
                Integer.toString(wave.year()),
                Texts.percent(wave.unweightedRate()),
                Texts.percent(weighted),
                Texts.number("0.00", Math.abs(points)));
    }

    /** Population, criterion, weights, error, design effect, responses, mean score; each a label with its text. */
    public List<Fact> facts(PublishedWave wave) {
        Figure overall = wave.overall();
        return List.of(
                fact("population"),
                fact("criterion"),
                fact("weights"),
                fact("interval", Texts.number("0.00", 100 * overall.se()), Texts.number("0", overall.df())),
                fact("deff", Texts.number("0.00", overall.deff()), Texts.number("#,##0", overall.effectiveN())),
                fact("responses", Texts.count(wave.responses()), Texts.count(wave.usedResponses())),
                fact("incomplete", Texts.count(wave.incomplete())),
                fact(
                        "score",
                        Texts.number("0.0", wave.meanScore().estimate()),
                        Texts.number("0.0", wave.meanScore().lower()),
                        Texts.number("0.0", wave.meanScore().upper())));
    }

    private Fact fact(String name, Object... parameters) {
        return new Fact(texts.of("method." + name + ".label"), texts.of("method." + name + ".text", parameters));
    }
}
