package org.suzhi.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.suzhi.web.fieldwork.Outcome;
import org.suzhi.web.fieldwork.OutcomeRates;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.page.Fact;
import org.suzhi.web.publication.page.MethodBox;
import org.suzhi.web.publication.page.Table;
import org.suzhi.web.publication.page.Texts;
import org.suzhi.web.report.Report.Grid;
import org.suzhi.web.report.Report.Paragraph;
import org.suzhi.web.report.Report.Section;

/** How the numbers came about: population, criterion, weights, error, response rates. */
record MethodSection(Texts texts, PublishedWave wave) {
    Section section(Map<Outcome.Kind, Integer> outcomes) {
        MethodBox box = new MethodBox(texts);
        List<Fact> facts = new ArrayList<>(box.facts(wave));
        facts.addAll(responseRates(outcomes));
        Table table = new Table(
                List.of(texts.of("report.method.item"), texts.of("report.method.text")),
                facts.stream().map(fact -> List.of(fact.label(), fact.value())).toList());
        return new Section(
                texts.of("report.section.method"),
                List.of(new Paragraph(box.weighting(wave)), new Grid(texts.of("method.title"), table, "")));
    }

    /** A wave without cases, such as one of open links alone, has no response rate. */
    private List<Fact> responseRates(Map<Outcome.Kind, Integer> outcomes) {
        if (outcomes.values().stream().mapToInt(Integer::intValue).sum() == 0) {
            return List.of(new Fact(texts.of("report.response-rate"), texts.of("report.response-rate.none")));
        }
        OutcomeRates rates = OutcomeRates.of(outcomes, OutcomeRates.proportionalE(outcomes));
        return List.of(
                new Fact(
                        texts.of("report.response-rate"),
                        texts.of(
                                "report.response-rate.text",
                                Texts.number("0.0%", rates.responseRate(1)),
                                Texts.number("0.0%", rates.responseRate(3)),
                                Texts.count(rates.cases()))),
                new Fact(
                        texts.of("report.cooperation"),
                        texts.of(
                                "report.cooperation.text",
                                Texts.number("0.0%", rates.cooperationRate(1)),
                                Texts.number("0.0%", rates.refusalRate(1)))));
    }
}
