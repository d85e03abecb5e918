package org.suzhi.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.suzhi.sample.SampleCounty;
import org.suzhi.sample.Stratum;
import org.suzhi.sampling.Draw;
import org.suzhi.sampling.DrawPlan;
import org.suzhi.sampling.Frame;
import org.suzhi.sampling.Method;
import org.suzhi.sampling.SecondStage;
import org.suzhi.sampling.StratumPlan;
import org.suzhi.sampling.Take;
import org.suzhi.sampling.Unit;

/** Many draws from the frame of the synthetic county, with its numbers of villages and invitations in every stratum. */
final class CountyDraws {
    private final Frame frame;
    private final List<Stratum> strata;
    private final Map<String, Integer> villages = new LinkedHashMap<>();

    CountyDraws(SampleCounty county) {
        county.villages().forEach(village -> villages.put(village.code(), villages.size()));
        frame = Frame.of(county.villages().stream()
                .map(village -> new Unit(
                        village.code(),
                        village.nameEn(),
                        village.town(),
                        village.stratum(),
                        village.residence().code(),
                        village.adults(),
                        0))
                .toList());
        strata = county.strata();
    }

    Frame frame() {
        return frame;
    }

    /** The place of a village in {@link SampleCounty#villages}. */
    int village(String code) {
        return villages.getOrDefault(code, -1);
    }

    Draw draw(Method method, long seed) {
        return Draw.of(
                frame,
                DrawPlan.of(
                        seed,
                        SecondStage.PERSONS,
                        strata.stream()
                                .map(s -> new StratumPlan(
                                        s.code(),
                                        s.sampledVillages(),
                                        method,
                                        true,
                                        new Take.Fixed(s.invitedPerVillage())))
                                .toList()));
    }

    /** Draws with the seeds from 1 on, in their order whatever the threads. */
    List<Draw> draws(Method method, int number) {
        return IntStream.rangeClosed(1, number)
                .parallel()
                .mapToObj(seed -> draw(method, seed))
                .toList();
    }
}
