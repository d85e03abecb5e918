package org.suzhi.web.sampling.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suzhi.sampling.DrawnMember;
import org.suzhi.sampling.ListDraw;

/**
 * What a draw comes to in a stratum of a list.
 *
 * @param list name of the group that the list holds
 * @param inAreas how many of those drawn the areas could bring too
 */
record ListReading(String list, String stratum, int drawn, int inAreas, double probability) {
    static List<ListReading> of(ListDraw draw, Map<String, String> groups) {
        Map<List<String>, ListReading> strata = new LinkedHashMap<>();
        for (DrawnMember drawn : draw.sample()) {
            String list = drawn.member().list();
            strata.merge(
                    List.of(list, drawn.member().stratum()),
                    new ListReading(
                            groups.getOrDefault(list, list),
                            drawn.member().stratum(),
                            1,
                            drawn.member().inAreas() ? 1 : 0,
                            drawn.inclusionProbability()),
                    ListReading::plus);
        }
        return List.copyOf(strata.values());
    }

    private ListReading plus(ListReading other) {
        return new ListReading(list, stratum, drawn + other.drawn, inAreas + other.inAreas, probability);
    }

    /** Members of the stratum of whom one that was drawn stands for so many. */
    public double weight() {
        return 1 / probability;
    }
}
