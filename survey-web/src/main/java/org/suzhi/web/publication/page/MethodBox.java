package org.suzhi.web.publication.page;

import java.util.List;
import java.util.stream.Collectors;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.HowWeighted;
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
                new Fact(texts.of("method.weights.label"), weights(wave.weighted())),
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

    private String weights(HowWeighted weighted) {
        StringBuilder told = new StringBuilder(texts.of("method.weights.base"));
        weighted.steps().stream()
                .filter(step -> !step.equals("respondents"))
                .forEach(step -> told.append(texts.of("method.weights." + step)));
        String margins = weighted.margins().stream()
                .map(variables -> variables.stream().map(texts::variable).collect(Collectors.joining(" × ")))
                .collect(Collectors.joining(texts.of("list.comma")));
        weighted.calibrations().forEach(method -> told.append(texts.of("method.weights." + method, margins)));
        return told.append(texts.of("method.weights.end")).toString();
    }

    private Fact fact(String name, Object... parameters) {
        return new Fact(texts.of("method." + name + ".label"), texts.of("method." + name + ".text", parameters));
    }
}
