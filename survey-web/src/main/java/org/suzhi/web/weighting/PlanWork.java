package org.suzhi.web.weighting;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.MarginVersions;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.WaveAnalyses;
import org.suzhi.web.publication.WeightingChanged;

/** Saves and accepts plans, for those who may; every change goes into the audit log. */
@Service
public class PlanWork {
    private final WeightingPlans plans;
    private final PlanWeighting weighting;
    private final MarginVersions margins;
    private final WeightingRuns runs;
    private final WaveAnalyses analyses;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    PlanWork(
            WeightingPlans plans,
            PlanWeighting weighting,
            MarginVersions margins,
            WeightingRuns runs,
            WaveAnalyses analyses,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.weighting = weighting;
        this.margins = margins;
        this.runs = runs;
        this.analyses = analyses;
        this.audit = audit;
        this.events = events;
    }

    /** How a plan weights, as sections of a specification. */
    public Map<String, Object> sections(WeightingPlan plan) {
        return weighting.sections(plan.choices(), plan.marginVersion());
    }

    /** Stores a plan and returns its number. */
    @Transactional
    public int save(SignedIn user, long waveId, WeightingChoices choices, @Nullable Long marginVersion, String note) {
        Right.RUN_WAVES.require(user);
        int number = plans.add(waveId, choices, marginVersion, note, user.id());
        audit.record(user.id(), "weighting-plan-saved", subject(waveId, number));
        return number;
    }

    /** Stores a plan that merges the nonresponse classes as proposed for another one. */
    @Transactional
    public int merge(SignedIn user, WeightingPlan plan, List<List<String>> classes, String note) {
        return save(user, plan.waveId(), plan.choices().merging(classes), plan.marginVersion(), note);
    }

    /** Stores a plan that meets cells of margins together as proposed for another one. */
    @Transactional
    public int together(SignedIn user, WeightingPlan plan, Map<String, List<List<String>>> cells, String note) {
        return save(user, plan.waveId(), plan.choices().together(cells), plan.marginVersion(), note);
    }

    /**
     * Weights the wave's rate by a plan from now on.
     *
     * @throws org.suzhi.microdata.Problem when the rows as they stand cannot be weighted so; then nothing changes
     */
    @Transactional
    public void accept(SignedIn user, Wave wave, WeightingPlan plan) {
        Right.RUN_WAVES.require(user);
        Map<String, Object> sections = sections(plan);
        runs.run(name(wave, plan), sections, analyses.rows(wave.id(), sections));
        plans.accept(wave.id(), plan.id(), user.id());
        Long version = plan.marginVersion();
        if (version != null) {
            margins.use(wave.id(), version, user.id());
        }
        audit.record(user.id(), "weighting-plan-accepted", subject(wave.id(), plan.number()));
        events.publishEvent(new WeightingChanged(wave.id()));
    }

    /** Goes back to raking the base weights to the margins in use. */
    @Transactional
    public void withdraw(SignedIn user, long waveId) {
        Right.RUN_WAVES.require(user);
        plans.accept(waveId, null, user.id());
        audit.record(user.id(), "weighting-plan-withdrawn", "wave/" + waveId);
        events.publishEvent(new WeightingChanged(waveId));
    }

    /** What the specification of a plan is called. */
    public static String name(Wave wave, WeightingPlan plan) {
        return "weights-" + wave.year() + "-" + plan.number();
    }

    private static String subject(long wave, int number) {
        return "wave/" + wave + "/weighting-plan/" + number;
    }
}
