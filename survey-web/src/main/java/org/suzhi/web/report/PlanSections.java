package org.suzhi.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suzhi.web.division.Action;
import org.suzhi.web.division.Division;
import org.suzhi.web.division.PlanTarget;
import org.suzhi.web.division.Unit;
import org.suzhi.web.division.page.ActionView;
import org.suzhi.web.division.page.PlanCharts;
import org.suzhi.web.division.page.PlanReading;
import org.suzhi.web.division.page.RateView;
import org.suzhi.web.division.page.TargetView;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.publication.page.Table;
import org.suzhi.web.publication.page.Texts;
import org.suzhi.web.report.Report.Block;
import org.suzhi.web.report.Report.Drawing;
import org.suzhi.web.report.Report.Grid;
import org.suzhi.web.report.Report.Paragraph;
import org.suzhi.web.report.Report.Section;

/** What a report says of the plan: who leads and shares what, and where its rates and counted targets stand. */
record PlanSections(PlanReading plan, Texts texts) {
    /** What a unit leads and shares. */
    List<Section> unit(Unit unit) {
        Division division = plan.division();
        List<Action> led = division.ledBy(unit);
        List<Action> shared = division.sharedBy(unit);
        List<Action> both = Stream.concat(led.stream(), shared.stream()).toList();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(texts.of("division.we-lead"), actions(led, "report.unit.leads-none")));
        sections.add(new Section(texts.of("division.we-share"), actions(shared, "report.unit.shares-none")));
        PlanCharts charts = new PlanCharts(plan, plan.words());
        if (charts.hasGroups(both)) {
            sections.add(new Section(
                    texts.of("division.rates"),
                    List.of(
                            new Paragraph(texts.of("division.rates.lead", goal())),
                            new Drawing(charts.groupsOf(both)))));
        }
        List<PlanTarget> targets = both.stream()
                .flatMap(action -> division.targetsOf(action).stream())
                .toList();
        if (!targets.isEmpty()) {
            sections.add(targets(targets));
        }
        return sections;
    }

    /** All tasks and all targets. */
    List<Section> all() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                texts.of("division.actions"), actions(plan.division().actions(), "report.unit.leads-none")));
        if (!plan.division().targets().isEmpty()) {
            sections.add(targets(plan.division().targets()));
        }
        return sections;
    }

    /** What a town has come to; empty where nothing is entered of it. */
    List<Section> town(NamedCode town) {
        List<PlanReading.Share> shares = plan.shares(town);
        if (shares.isEmpty()) {
            return List.of();
        }
        Table table = new Table(
                List.of(texts.of("report.target"), texts.of("report.target.value"), texts.of("report.target.as-of")),
                shares.stream()
                        .map(share -> List.of(share.name(), share.value(), share.asOf()))
                        .toList());
        String title = texts.of("division.town.values");
        return List.of(new Section(title, List.of(new Grid(title, table, "", true))));
    }

    private List<Block> actions(List<Action> actions, String noneKey) {
        if (actions.isEmpty()) {
            return List.of(new Paragraph(texts.of(noneKey)));
        }
        List<ActionView> views = plan.actions(actions);
        boolean rated = views.stream().anyMatch(action -> !action.rates().isEmpty());
        Table table = new Table(
                Stream.of("division.action", "division.lead-units", "division.rate")
                        .limit(rated ? 3 : 2)
                        .map(texts::of)
                        .toList(),
                views.stream().map(action -> row(action, rated)).toList());
        String note = texts.of("report.tasks.note")
                + (rated ? texts.of("sentence.separator") + texts.of("report.rates.note", goal()) : "");
        return List.of(new Grid(texts.of("report.tasks.table"), table, note, true));
    }

    private List<String> row(ActionView action, boolean rated) {
        String lead = action.lead().stream()
                .map(unit -> read(unit.printed(), unit.translation()))
                .collect(Collectors.joining(texts.of("list.separator")));
        String rates = action.rates().stream().map(this::rate).collect(Collectors.joining(texts.of("list.separator")));
        return Stream.of(
                        action.number() + " " + read(action.name(), action.translation()),
                        lead,
                        rates.isEmpty() ? "–" : rates)
                .limit(rated ? 3 : 2)
                .toList();
    }

    private static String read(String printed, String translation) {
        return translation.isEmpty() ? printed : translation;
    }

    private String rate(RateView rate) {
        String stands = texts.of("division.rate." + rate.stands().key(), goal());
        return rate.rate().isEmpty()
                ? texts.of("report.rate.suppressed", rate.name(), stands)
                : texts.of("report.rate", rate.name(), rate.rate(), rate.interval(), stands);
    }

    private Section targets(List<PlanTarget> targets) {
        Table table = new Table(
                Stream.of("report.target", "report.target.goal", "report.target.value", "report.target.state")
                        .map(texts::of)
                        .toList(),
                targets.stream().map(plan::target).map(this::row).toList());
        return new Section(
                texts.of("division.targets"),
                List.of(new Grid(texts.of("report.targets.table"), table, texts.of("report.targets.note"), true)));
    }

    private List<String> row(TargetView target) {
        String mark = target.aspiration().equals("no")
                ? ""
                : texts.of("report.mark", texts.of("division.aspiration." + target.aspiration()));
        String until = target.deadline().isEmpty()
                ? ""
                : texts.of("list.separator") + texts.of("division.by", target.deadline());
        String value = target.value().isEmpty()
                ? "–"
                : target.asOf().isEmpty()
                        ? target.value()
                        : texts.of("report.target.dated", target.value(), target.asOf());
        return List.of(target.name() + mark, target.goal() + until, value, target.label());
    }

    /** The target of the whole, such as ">13%"; "–" while nothing is published. */
    private String goal() {
        return plan.series().map(series -> series.target().brief()).orElse("–");
    }
}
