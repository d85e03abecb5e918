package org.suzhi.web.sampling;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Right;

/** Keeps what a sample is planned for, for those who may. */
@Service
public class SamplePlanWork {
    private final SamplingPlans plans;
    private final AuditLog audit;

    SamplePlanWork(SamplingPlans plans, AuditLog audit) {
        this.plans = plans;
        this.audit = audit;
    }

    @Transactional
    public void save(SignedIn user, long waveId, Map<String, String> fields) {
        Right.RUN_WAVES.require(user);
        plans.save(waveId, fields, user.id());
        audit.record(user.id(), "sample-planned", "wave/" + waveId);
    }
}
