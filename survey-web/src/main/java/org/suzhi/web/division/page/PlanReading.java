package org.suzhi.web.division.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.suzhi.web.division.Action;
import org.suzhi.web.division.Division;
import org.suzhi.web.division.Name;
import org.suzhi.web.division.Phase;
import org.suzhi.web.division.PlanTarget;
import org.suzhi.web.division.PlanTarget.Comparison;
import org.suzhi.web.division.PlanTarget.Measure;
import org.suzhi.web.division.Standing;
import org.suzhi.web.division.TargetValue;
import org.suzhi.web.division.Unit;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.publication.Decimals;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.Verdict;

/**
 * A division of work read together with what has been published and entered, in one reader's language.
 *
 * @param series empty while nothing is published
 * @param values entered values, the newest first
 */
public record PlanReading(
        Division division,
        Optional<PublishedSeries> series,
        List<TargetValue> values,
        List<NamedCode> groups,
        List<NamedCode> towns,
        LocalDate today,
        Words words) {
    Optional<PublishedWave> newestWave() {
        return series.map(s -> s.waves().get(s.waves().size() - 1));
    }

    /** The same as it stood with the wave of a year as the newest published. */
    public PlanReading upTo(int year) {
        return new PlanReading(division, series.map(s -> s.upTo(year)), values, groups, towns, today, words);
    }

    /** The newest wave's figure of a group or town. */
    Optional<Figure> figure(String dimension, String level) {
        return newestWave().flatMap(wave -> figure(wave, dimension, level));
    }

    static Optional<Figure> figure(PublishedWave wave, String dimension, String level) {
        return wave.figures().stream()
                .filter(figure ->
                        figure.dimension().equals(dimension) && figure.level().equals(level))
                .findFirst();
    }

    Standing standing(PlanTarget target) {
        return target.isEntered() || target.isOfSurvey()
                ? Standing.of(target, values, today)
                : Standing.ofActions(target, division);
    }

    public List<ActionView> actions(List<Action> actions) {
        return actions.stream().map(this::action).toList();
    }

    ActionView action(Action action) {
        return new ActionView(
                action.number(),
                action.category().in(words.locale()),
                action.name().zh(),
                translation(action.name()),
                links(action.lead()),
                links(action.responsible()),
                repeated(action.responsible()),
                action.note(),
                rates(action),
                division.targetsOf(action).stream().map(this::target).toList());
    }

    private List<ActionView.UnitLink> links(List<String> printed) {
        List<ActionView.UnitLink> links = new ArrayList<>();
        for (String name : printed) {
            Unit unit = division.named(name).orElseThrow();
            links.add(new ActionView.UnitLink(unit.code(), name, translation(unit.name())));
        }
        return links;
    }

    private static List<String> repeated(List<String> printed) {
        Set<String> seen = new HashSet<>();
        return printed.stream().filter(name -> !seen.add(name)).distinct().toList();
    }

    private String translation(Name name) {
        String in = name.in(words.locale());
        return in.equals(name.zh()) ? "" : in;
    }

    List<RateView> rates(Action action) {
        List<RateView> rates = new ArrayList<>();
        for (String group : action.groups()) {
            figure("group", group)
                    .ifPresent(figure -> rates.add(RateView.of(groupName(group), figure, series.orElseThrow(), words)));
        }
        return rates;
    }

    String groupName(String code) {
        return name(groups, code);
    }

    String townName(String code) {
        return name(towns, code);
    }

    private String name(List<NamedCode> names, String code) {
        return names.stream()
                .filter(name -> name.code().equals(code))
                .findFirst()
                .map(name -> name.name(words.locale()))
                .orElse(code);
    }

    Optional<RateView> townRate(NamedCode town) {
        return figure("town", town.code())
                .map(figure -> RateView.of(town.name(words.locale()), figure, series.orElseThrow(), words));
    }

    /** A town's own share of a target's value. */
    public record Share(String key, String name, String value, String asOf) {}

    /** The newest share of each target that one is entered of for a town. */
    public List<Share> shares(NamedCode town) {
        List<Share> shares = new ArrayList<>();
        for (PlanTarget target : division.targets()) {
            values.stream()
                    .filter(value -> value.targetKey().equals(target.key())
                            && value.town().equals(town.code())
                            && !value.isWithdrawn())
                    .findFirst()
                    .ifPresent(value -> shares.add(new Share(
                            target.key(),
                            target.name().in(words.locale()),
                            words.value(target.measure(), value.value()),
                            value.asOf().toString())));
        }
        return shares;
    }

    public TargetView target(PlanTarget target) {
        Standing standing = standing(target);
        TargetValue newest = standing.newest();
        String value = newest == null ? "" : words.value(target.measure(), newest.value());
        String asOf = newest == null ? "" : newest.asOf().toString();
        String state = standing.state().key();
        String label = words.of("division.state." + state);
        if (target.isOfSurvey()) {
            Optional<Verdict> verdict = verdict(target);
            value = verdict.map(v -> Decimals.percent(v.estimate())).orElse("");
            asOf = verdict.map(v -> String.valueOf(v.year())).orElse("");
            state = verdict.map(v -> "verdict-" + v.code()).orElse("unpublished");
            label = words.of(verdict.map(v -> "verdict." + v.code() + ".label").orElse("division.state.unpublished"));
        } else if (!target.isEntered()) {
            value = words.value(Measure.COUNT, (double) division.count(target.measuredBy()));
        }
        return new TargetView(
                target.key(),
                target.name().in(words.locale()),
                translation(target.name()).isEmpty() ? "" : target.name().zh(),
                words.goal(target),
                target.deadline() == null ? "" : String.valueOf(target.deadline()),
                target.aspiration().name().toLowerCase(Locale.ROOT),
                value,
                asOf,
                state,
                label,
                target.isEntered(),
                target.isOfSurvey());
    }

    /**
     * What the newest published wave says of a target of the plan, whose number need not be the survey's. A rate that is to
     * equal a number has reached it from there on; where the plan gives none, the survey's own counts.
     */
    private Optional<Verdict> verdict(PlanTarget target) {
        Comparison comparison = target.comparison() == Comparison.EQUAL ? Comparison.AT_LEAST : target.comparison();
        Double value = target.value();
        return series.filter(s -> s.target().indicator().equals(target.key()))
                .map(s -> comparison == null || value == null
                        ? s.verdict()
                        : s.verdictOn(comparison.symbol(), value / 100));
    }

    /** Which phases run today, in words. */
    String phasesNow() {
        if (division.phases().isEmpty()) {
            return "";
        }
        List<String> running = division.phases().stream()
                .filter(phase -> phase.startYear() <= today.getYear() && today.getYear() <= phase.endYear())
                .map(phase -> phase.name().in(words.locale()))
                .toList();
        if (!running.isEmpty()) {
            return words.of("division.phase.running", String.join(words.of("list.comma"), running));
        }
        int last = division.phases().stream().mapToInt(Phase::endYear).max().orElseThrow();
        int first = division.phases().stream().mapToInt(Phase::startYear).min().orElseThrow();
        return today.getYear() > last
                ? words.of("division.phase.over", String.valueOf(last))
                : today.getYear() < first
                        ? words.of("division.phase.ahead", String.valueOf(first))
                        : words.of("division.phase.between");
    }
}
