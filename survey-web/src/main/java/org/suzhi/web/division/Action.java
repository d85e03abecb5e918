package org.suzhi.web.division;

import java.util.List;

/**
 * A row of the division of work.
 *
 * @param number as the plan numbers it
 * @param category what kind of work it is, as the plan's annex heads it
 * @param lead names of the units that lead it, exactly as printed, in the order printed
 * @param responsible names of the units that share it, likewise; a unit printed twice stands twice
 * @param groups codes of the priority groups whose rate it is to raise
 * @param note what must be known of the row
 * @param source where it is printed
 */
public record Action(
        int number,
        Name category,
        Name name,
        List<String> lead,
        List<String> responsible,
        List<String> groups,
        String note,
        String source) {
    public Action {
        lead = List.copyOf(lead);
        responsible = List.copyOf(responsible);
        groups = List.copyOf(groups);
    }

    boolean isLedBy(Unit unit) {
        return lead.contains(unit.name().zh());
    }

    boolean isSharedBy(Unit unit) {
        return responsible.contains(unit.name().zh());
    }

    Action ofGroups(List<String> codes) {
        return new Action(number, category, name, lead, responsible, codes, note, source);
    }
}
