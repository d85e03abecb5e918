package org.suzhi.sampling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a plan fits a frame; found before anything is drawn, and the same whatever the seed. */
final class PlanCheck {
    private final DrawPlan plan;
    private final List<SamplingProblem> problems = new ArrayList<>();

    private PlanCheck(DrawPlan plan) {
        this.plan = plan;
    }

    static List<SamplingProblem> of(DrawPlan plan, Frame frame) {
        if (!frame.problems().isEmpty()) {
            return frame.problems();
        }
        PlanCheck check = new PlanCheck(plan);
        check.negative("reserve.psus", plan.reservePsus());
        check.negative("reserve.units", plan.reserveUnits());
        Set<String> planned = new HashSet<>();
        for (StratumPlan stratum : plan.strata()) {
            if (!planned.add(stratum.stratum())) {
                check.add(stratum, "stratum", stratum.stratum(), "stratum-twice");
            } else if (frame.units(stratum.stratum()).isEmpty()) {
                check.add(stratum, "stratum", stratum.stratum(), "no-such-stratum", String.join(", ", frame.strata()));
            } else {
                check.stratum(stratum, frame);
            }
        }
        for (String stratum : frame.strata()) {
            if (!planned.contains(stratum)) {
                check.problems.add(SamplingProblem.inPlan("strata", stratum, "stratum-without-plan"));
            }
        }
        return List.copyOf(check.problems);
    }

    private void stratum(StratumPlan stratum, Frame frame) {
        List<Unit> units = frame.units(stratum.stratum());
        if (stratum.psus() < 1) {
            add(stratum, "psus", stratum.psus(), "too-few");
        } else if (stratum.psus() > units.size()) {
            add(stratum, "psus", stratum.psus(), "more-units-than-stratum", units.size());
        } else if ((long) stratum.psus() + plan.reservePsus() > units.size()) {
            add(stratum, "psus", stratum.psus(), "reserve-units-above-stratum", plan.reservePsus(), units.size());
        } else if (!stratum.certaintyAllowed()) {
            certainty(stratum, StratumDesign.of(stratum.method(), units, stratum.psus()));
        }
        if (takeIsPossible(stratum)) {
            units.forEach(unit -> take(stratum, unit));
        }
    }

    private void certainty(StratumPlan stratum, StratumDesign design) {
        if (!design.method().proportionalToSize()) {
            return;
        }
        long total = design.units().stream().mapToLong(Unit::size).sum();
        for (int i = 0; i < design.units().size(); i++) {
            if (design.certain(i)) {
                Unit unit = design.units().get(i);
                add(stratum, "certainty", unit.code(), "unit-too-large", unit.size(), total, stratum.psus());
            }
        }
    }

    private boolean takeIsPossible(StratumPlan stratum) {
        if (stratum.take() instanceof Take.Fixed fixed && fixed.number() < 1) {
            add(stratum, "take", fixed.number(), "too-few");
            return false;
        }
        if (stratum.take() instanceof Take.Proportional share && !(share.rate() > 0 && share.rate() <= 1)) {
            add(stratum, "take", share.rate(), "rate");
            return false;
        }
        return true;
    }

    private void take(StratumPlan stratum, Unit unit) {
        int population = plan.secondStage().population(unit);
        if (population == 0) {
            add(stratum, "take", unit.code(), "no-households");
            return;
        }
        int take = stratum.take().of(population);
        if (take > population) {
            add(stratum, "take", take, "take-above-unit", unit.code(), population);
        } else if ((long) take + plan.reserveUnits() > population) {
            add(stratum, "take", take, "reserve-above-unit", unit.code(), population, plan.reserveUnits());
        }
    }

    private void negative(String key, int number) {
        if (number < 0) {
            problems.add(SamplingProblem.inPlan(key, number, "negative"));
        }
    }

    private void add(StratumPlan stratum, String key, Object got, String code, Object... arguments) {
        problems.add(SamplingProblem.inPlan("strata." + stratum.stratum() + "." + key, got, code, arguments));
    }
}
