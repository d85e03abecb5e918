package org.suzhi.web.sampling.page;

import java.util.ArrayList;
import java.util.List;
import org.suzhi.sampling.Draw;
import org.suzhi.sampling.DrawnPsu;
import org.suzhi.sampling.StratumDesign;
import org.suzhi.sampling.StratumPlan;
import org.suzhi.sampling.Unit;

/**
 * What a draw comes to in a stratum.
 *
 * @param people of the frame
 * @param certain units always drawn
 * @param smallest inclusion probability of a unit of the frame, with the largest
 * @param invited persons or households
 * @param lightest design weight in the sample, with the heaviest
 */
record StratumReading(
        String stratum,
        String method,
        int units,
        long people,
        int drawn,
        int certain,
        double smallest,
        double largest,
        long invited,
        double lightest,
        double heaviest) {
    static List<StratumReading> of(Draw draw) {
        List<StratumReading> readings = new ArrayList<>();
        for (StratumPlan plan : draw.plan().strata()) {
            StratumDesign design = draw.designs().get(plan.stratum());
            if (design != null) {
                readings.add(of(plan, design, draw.sample(plan.stratum())));
            }
        }
        return readings;
    }

    private static StratumReading of(StratumPlan plan, StratumDesign design, List<DrawnPsu> sample) {
        double smallest = 1;
        double largest = 0;
        int certain = 0;
        for (int place = 0; place < design.units().size(); place++) {
            smallest = Math.min(smallest, design.inclusionProbability(place));
            largest = Math.max(largest, design.inclusionProbability(place));
            certain += design.certain(place) ? 1 : 0;
        }
        return new StratumReading(
                plan.stratum(),
                plan.method().code(),
                design.units().size(),
                design.units().stream().mapToLong(Unit::size).sum(),
                sample.size(),
                certain,
                smallest,
                largest,
                sample.stream().mapToLong(DrawnPsu::invited).sum(),
                sample.stream().mapToDouble(DrawnPsu::designWeight).min().orElse(0),
                sample.stream().mapToDouble(DrawnPsu::designWeight).max().orElse(0));
    }
}
