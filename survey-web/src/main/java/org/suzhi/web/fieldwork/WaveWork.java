package org.suzhi.web.fieldwork;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;

/** Sets up waves and their targets, for those who may; every change goes into the audit log. */
@Service
public class WaveWork {
    private final Fieldwork fieldwork;
    private final Quotas quotas;
    private final AuditLog audit;

    WaveWork(Fieldwork fieldwork, Quotas quotas, AuditLog audit) {
        this.fieldwork = fieldwork;
        this.quotas = quotas;
        this.audit = audit;
    }

    /** Sets up a wave whose sample is still to be drawn. */
    @Transactional
    public long create(SignedIn user, long surveyId, int year, long questionnaireVersionId, WaveTerms terms) {
        Right.RUN_WAVES.require(user);
        long wave = fieldwork.createWave(new NewWave(
                surveyId, year, questionnaireVersionId, terms.opensOn(), terms.closesOn(), List.of(), List.of()));
        fieldwork.setTerms(wave, terms);
        audit.record(user.id(), "wave-created", subject(wave));
        return wave;
    }

    @Transactional
    public void change(SignedIn user, long waveId, WaveTerms terms) {
        Right.RUN_WAVES.require(user);
        fieldwork.setTerms(waveId, terms);
        audit.record(user.id(), "wave-changed", subject(waveId));
    }

    /** Adds a drawn sample to a wave that has none, and sets its targets to the persons invited. */
    @Transactional
    public void addSample(SignedIn user, long waveId, List<SampledPsu> sample) {
        Right.RUN_WAVES.require(user);
        fieldwork.addSample(waveId, sample);
        quotas.setToInvited(waveId);
        audit.record(user.id(), "sample-imported-" + sample.size(), subject(waveId));
    }

    @Transactional
    public void setQuotas(SignedIn user, long waveId, List<Quotas.Quota> wanted) {
        Right.RUN_WAVES.require(user);
        quotas.set(waveId, wanted);
        audit.record(user.id(), "quotas-set", subject(waveId));
    }

    /** Sets the targets back to the persons invited in each town. */
    @Transactional
    public void setQuotasToInvited(SignedIn user, long waveId) {
        Right.RUN_WAVES.require(user);
        quotas.setToInvited(waveId);
        audit.record(user.id(), "quotas-set-to-invited", subject(waveId));
    }

    private static String subject(long wave) {
        return "wave/" + wave;
    }
}
