package org.suzhi.web.weighting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suzhi.web.fieldwork.MarginCell;
import org.suzhi.web.fieldwork.MarginVersions;
import org.suzhi.web.publication.AcceptedWeighting;

/** Plans as sections of a specification. */
@Component
class PlanWeighting implements AcceptedWeighting {
    private final WeightingPlans plans;
    private final MarginVersions margins;

    PlanWeighting(WeightingPlans plans, MarginVersions margins) {
        this.plans = plans;
        this.margins = margins;
    }

    @Override
    public Optional<Map<String, Object>> of(long waveId) {
        return plans.accepted(waveId).map(plan -> sections(plan.choices(), plan.marginVersion()));
    }

    Map<String, Object> sections(WeightingChoices choices, @Nullable Long marginVersion) {
        List<MarginCell> cells = marginVersion == null ? List.of() : margins.cells(marginVersion);
        return PlanSections.of(choices, cells);
    }
}
