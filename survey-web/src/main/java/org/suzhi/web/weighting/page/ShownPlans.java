package org.suzhi.web.weighting.page;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.WaveSections;
import org.suzhi.web.weighting.PlanWork;
import org.suzhi.web.weighting.WeightingPlan;
import org.suzhi.web.weighting.WeightingPlans;

/** Which plan a page shows, and how it weights. */
@Component
class ShownPlans {
    private final WeightingPlans plans;
    private final PlanWork work;
    private final Fieldwork fieldwork;

    ShownPlans(WeightingPlans plans, PlanWork work, Fieldwork fieldwork) {
        this.plans = plans;
        this.work = work;
        this.fieldwork = fieldwork;
    }

    /** The plan of a number, else the accepted one; 0 is the weighting without a plan. */
    Optional<WeightingPlan> plan(long wave, @Nullable Integer number) {
        return number == null
                ? plans.accepted(wave)
                : plans.of(wave).stream().filter(p -> p.number() == number).findFirst();
    }

    Map<String, Object> sections(Wave wave, Optional<WeightingPlan> plan) {
        return plan.map(work::sections)
                .orElseGet(() -> WaveSections.raked(fieldwork.margins(wave.id()), fieldwork.lists(wave.id())));
    }

    String name(Wave wave, Optional<WeightingPlan> plan) {
        return plan.map(p -> PlanWork.name(wave, p)).orElse("weights-" + wave.year());
    }
}
