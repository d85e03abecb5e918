package org.suzhi.web.division;

import java.util.List;
import java.util.Optional;

/** A plan's division of work, whole: every unit of an action is among the units, every action of a target among the actions. */
public record Division(
        List<Unit> units,
        List<Action> actions,
        List<PlanTarget> targets,
        List<Phase> phases,
        List<Obligation> obligations) {
    public Division {
        units = List.copyOf(units);
        actions = List.copyOf(actions);
        targets = List.copyOf(targets);
        phases = List.copyOf(phases);
        obligations = List.copyOf(obligations);
    }

    public Optional<Unit> unit(String code) {
        return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    /** The unit that is printed so. */
    public Optional<Unit> named(String printed) {
        return units.stream().filter(unit -> unit.name().zh().equals(printed)).findFirst();
    }

    public Optional<PlanTarget> target(String key) {
        return targets.stream().filter(target -> target.key().equals(key)).findFirst();
    }

    public List<Action> ledBy(Unit unit) {
        return actions.stream().filter(action -> action.isLedBy(unit)).toList();
    }

    /** What a unit shares without leading it. */
    public List<Action> sharedBy(Unit unit) {
        return actions.stream()
                .filter(action -> action.isSharedBy(unit) && !action.isLedBy(unit))
                .toList();
    }

    /** The units through which the plan names a town. */
    public List<Unit> unitsOf(String town) {
        return units.stream().filter(unit -> unit.isOf(town)).toList();
    }

    public List<PlanTarget> targetsOf(Action action) {
        return targets.stream()
                .filter(target -> target.action() != null && target.action() == action.number())
                .toList();
    }

    /** How many actions a category has. */
    public long count(String category) {
        return actions.stream()
                .filter(action -> action.category().zh().equals(category))
                .count();
    }
}
