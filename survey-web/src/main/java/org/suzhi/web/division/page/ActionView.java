package org.suzhi.web.division.page;

import java.util.List;

/**
 * An action with those who do it and where it stands, in the reader's language.
 *
 * @param name as printed
 * @param translation its name in the reader's language, "" where that is the name as printed
 * @param repeated units that the plan prints more than once among those responsible
 */
public record ActionView(
        int number,
        String category,
        String name,
        String translation,
        List<UnitLink> lead,
        List<UnitLink> responsible,
        List<String> repeated,
        String note,
        List<RateView> rates,
        List<TargetView> targets) {
    /**
     * A unit of an action.
     *
     * @param printed exactly as the plan prints it
     */
    public record UnitLink(String code, String printed, String translation) {}
}
