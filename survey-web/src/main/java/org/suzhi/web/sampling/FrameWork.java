package org.suzhi.web.sampling;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.SurveyWork;

/** Imports frames, for those who may. */
@Service
public class FrameWork {
    private final Frames frames;
    private final SurveyWork surveys;
    private final AuditLog audit;

    FrameWork(Frames frames, SurveyWork surveys, AuditLog audit) {
        this.frames = frames;
        this.surveys = surveys;
        this.audit = audit;
    }

    /** Stores a file without problems as the wave's frame, and its towns where the survey has none. */
    @Transactional
    public void add(SignedIn user, long waveId, Frames.Origin origin, FrameFile file) {
        Right.RUN_WAVES.require(user);
        if (!file.newTowns().isEmpty()) {
            surveys.addTowns(user, file.newTowns());
        }
        long frame = frames.add(waveId, origin, file.units(), user.id());
        audit.record(user.id(), "frame-imported-" + file.units().size(), "frame/" + frame);
    }
}
