package org.suzhi.web.sampling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suzhi.sampling.ListMember;

/**
 * The members of a list in one of its strata.
 *
 * @param inAreas how many of them the frame of areas covers too
 */
public record ListSummary(String list, String stratum, int members, int inAreas) {
    /** The strata in the order in which they first come. */
    public static List<ListSummary> of(List<ListMember> members) {
        Map<String, ListSummary> byStratum = new LinkedHashMap<>();
        for (ListMember member : members) {
            byStratum.merge(
                    member.stratum(),
                    new ListSummary(member.list(), member.stratum(), 1, member.inAreas() ? 1 : 0),
                    ListSummary::plus);
        }
        return List.copyOf(byStratum.values());
    }

    private ListSummary plus(ListSummary other) {
        return new ListSummary(list, stratum, members + other.members, inAreas + other.inAreas);
    }
}
