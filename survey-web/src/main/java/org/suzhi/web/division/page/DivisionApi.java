package org.suzhi.web.division.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.suzhi.web.division.Action;
import org.suzhi.web.division.Division;
import org.suzhi.web.division.Phase;
import org.suzhi.web.division.PlanTarget;
import org.suzhi.web.division.Standing;
import org.suzhi.web.division.TargetValue;
import org.suzhi.web.division.Unit;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedSeries;

/** The division of work for machines. Rates are proportions, 0 to 1; values of targets are in the target's own unit. */
@RestController
class DivisionApi {
    private final Fieldwork fieldwork;
    private final PlanDesk desk;

    DivisionApi(Fieldwork fieldwork, PlanDesk desk) {
        this.fieldwork = fieldwork;
        this.desk = desk;
    }

    /** A rate; without numbers where its cell is too small to publish. */
    record RateJson(
            String dimension,
            String level,
            @Nullable Integer n,
            @Nullable Double estimate,
            @Nullable Double ciLower,
            @Nullable Double ciUpper,
            String standing) {}

    record UnitJson(
            String code, String nameZh, String nameEn, String town, List<Integer> leads, List<Integer> shares) {}

    record ActionJson(
            int number,
            String category,
            String nameZh,
            String nameEn,
            List<String> leadUnits,
            List<String> responsibleUnits,
            List<String> groups,
            List<RateJson> rates,
            List<String> targets,
            String note,
            String source) {}

    record ValueJson(String town, double value, LocalDate asOf, String note, String evidenceSha256) {}

    /** A target; its standing and values only where values are entered for it. */
    record TargetJson(
            String id,
            String key,
            String nameZh,
            String nameEn,
            @Nullable String operator,
            @Nullable Double value,
            String unit,
            @Nullable Integer deadline,
            String aspirational,
            @Nullable Integer action,
            String measuredBy,
            @Nullable String standing,
            List<ValueJson> values,
            String quote) {}

    record TownJson(
            String code,
            String nameZh,
            String nameEn,
            @Nullable RateJson rate) {}

    record DivisionJson(
            boolean synthetic,
            @Nullable Integer wave,
            boolean provisional,
            List<ActionJson> actions,
            List<UnitJson> units,
            List<TargetJson> targets,
            List<Phase> phases,
            List<TownJson> towns) {}

    /** Actions with units, rates and targets; units; targets with values; phases; towns with their rates. */
    @GetMapping("/api/v1/division")
    DivisionJson division() {
        Survey survey = fieldwork.survey().orElseThrow(DivisionApi::nothing);
        PlanReading reading = desk.view(survey, Locale.ENGLISH)
                .orElseThrow(DivisionApi::nothing)
                .reading();
        Division division = reading.division();
        return new DivisionJson(
                survey.synthetic(),
                reading.newestWave().map(wave -> wave.year()).orElse(null),
                reading.newestWave().map(wave -> wave.isProvisional()).orElse(false),
                division.actions().stream().map(a -> action(a, reading)).toList(),
                division.units().stream().map(u -> unit(u, division)).toList(),
                division.targets().stream().map(t -> target(t, reading)).toList(),
                division.phases(),
                reading.towns().stream().map(t -> town(t, reading)).toList());
    }

    private static Problem nothing() {
        return Problem.of(ProblemCode.NOT_FOUND, "division");
    }

    private static ActionJson action(Action action, PlanReading reading) {
        return new ActionJson(
                action.number(),
                action.category().zh(),
                action.name().zh(),
                action.name().en(),
                action.lead(),
                action.responsible(),
                action.groups(),
                action.groups().stream()
                        .flatMap(group -> rate("group", group, reading).stream())
                        .toList(),
                reading.division().targetsOf(action).stream()
                        .map(PlanTarget::key)
                        .toList(),
                action.note(),
                action.source());
    }

    private static Optional<RateJson> rate(String dimension, String level, PlanReading reading) {
        PublishedSeries series = reading.series().orElse(null);
        return series == null
                ? Optional.empty()
                : reading.figure(dimension, level).map(figure -> rate(figure, series));
    }

    private static RateJson rate(Figure figure, PublishedSeries series) {
        String standing = RateView.Stands.of(figure, series).key();
        return figure.publishable()
                ? new RateJson(
                        figure.dimension(),
                        figure.level(),
                        figure.n(),
                        figure.estimate(),
                        figure.lower(),
                        figure.upper(),
                        standing)
                : new RateJson(figure.dimension(), figure.level(), null, null, null, null, standing);
    }

    private static UnitJson unit(Unit unit, Division division) {
        return new UnitJson(
                unit.code(),
                unit.name().zh(),
                unit.name().en(),
                unit.town(),
                division.ledBy(unit).stream().map(Action::number).toList(),
                division.sharedBy(unit).stream().map(Action::number).toList());
    }

    private static TargetJson target(PlanTarget target, PlanReading reading) {
        Standing standing = reading.standing(target);
        return new TargetJson(
                target.id(),
                target.key(),
                target.name().zh(),
                target.name().en(),
                target.comparison() == null ? null : target.comparison().symbol(),
                target.value(),
                target.measure().name().toLowerCase(Locale.ROOT),
                target.deadline(),
                target.aspiration().name().toLowerCase(Locale.ROOT),
                target.action(),
                target.measuredBy(),
                target.isOfSurvey() ? null : standing.state().key(),
                reading.values().stream()
                        .filter(value -> value.targetKey().equals(target.key()) && !value.isWithdrawn())
                        .map(DivisionApi::value)
                        .toList(),
                target.quote());
    }

    private static ValueJson value(TargetValue value) {
        return new ValueJson(value.town(), value.value(), value.asOf(), value.note(), value.evidenceSha256());
    }

    private static TownJson town(NamedCode town, PlanReading reading) {
        return new TownJson(
                town.code(),
                town.nameZh(),
                town.nameEn(),
                rate("town", town.code(), reading).orElse(null));
    }
}
