package org.suzhi.web.sampling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.suzhi.sampling.Unit;

/**
 * Units of a frame counted by stratum or town.
 *
 * @param persons sum of the units' sizes
 * @param smallest size of a unit
 * @param largest size of a unit
 */
public record FrameSummary(String code, int units, long persons, int smallest, int largest) {
    /** The summaries in the order in which their codes first come. */
    public static List<FrameSummary> by(Function<Unit, String> code, List<Unit> units) {
        Map<String, FrameSummary> byCode = new LinkedHashMap<>();
        for (Unit unit : units) {
            String key = code.apply(unit);
            byCode.merge(key, new FrameSummary(key, 1, unit.size(), unit.size(), unit.size()), FrameSummary::plus);
        }
        return List.copyOf(byCode.values());
    }

    private FrameSummary plus(FrameSummary other) {
        return new FrameSummary(
                code,
                units + other.units,
                persons + other.persons,
                Math.min(smallest, other.smallest),
                Math.max(largest, other.largest));
    }

    public long mean() {
        return Math.round((double) persons / units);
    }
}
