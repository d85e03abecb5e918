package org.suzhi.web.sampling.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suzhi.sampling.Unit;

/**
 * A stratum of a frame.
 *
 * @param town of its first unit
 * @param people in it
 * @param smallest size of a unit
 */
record StratumFrame(String code, String town, int units, long people, int smallest) {
    /** The strata in the order of the frame. */
    static List<StratumFrame> of(List<Unit> units) {
        Map<String, StratumFrame> strata = new LinkedHashMap<>();
        for (Unit unit : units) {
            strata.merge(
                    unit.stratum(),
                    new StratumFrame(unit.stratum(), unit.town(), 1, unit.size(), unit.size()),
                    (a, b) -> new StratumFrame(
                            a.code(),
                            a.town(),
                            a.units() + 1,
                            a.people() + b.people(),
                            Math.min(a.smallest(), b.smallest())));
        }
        return List.copyOf(strata.values());
    }
}
