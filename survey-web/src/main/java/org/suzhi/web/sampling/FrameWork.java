package org.suzhi.web.sampling;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.sampling.Frame;
import org.suzhi.sampling.FrameRules;
import org.suzhi.sampling.SamplingProblem;
import org.suzhi.sampling.TableRow;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.SurveyWork;
import org.suzhi.web.fieldwork.Wave;

/** Imports frames, for those who may. */
@Service
public class FrameWork {
    /** Leaves room for the number of a case behind it. */
    private static final String UNIT_CODE = "[A-Za-z0-9._-]{1,34}";

    private final Frames frames;
    private final Fieldwork fieldwork;
    private final SurveyWork surveys;
    private final AuditLog audit;

    FrameWork(Frames frames, Fieldwork fieldwork, SurveyWork surveys, AuditLog audit) {
        this.frames = frames;
        this.fieldwork = fieldwork;
        this.surveys = surveys;
        this.audit = audit;
    }

    /**
     * Stores a table as the wave's frame, and its towns where the survey has none.
     *
     * @return everything that is wrong in the table; nothing is stored then
     */
    @Transactional
    public List<SamplingProblem> add(SignedIn user, Wave wave, Frames.Origin origin, List<TableRow> table) {
        Right.RUN_WAVES.require(user);
        SurveyTowns towns = new SurveyTowns(fieldwork.towns(wave.surveyId()));
        Frame frame = Frame.read(table, new FrameRules(towns, code -> code.matches(UNIT_CODE)));
        if (!frame.problems().isEmpty()) {
            return frame.problems();
        }
        if (!towns.added().isEmpty()) {
            surveys.addTowns(user, towns.added());
        }
        long id = frames.add(wave.id(), origin.orSynthetic(frame.synthetic()), frame.units(), user.id());
        audit.record(user.id(), "frame-imported-" + frame.units().size(), "frame/" + id);
        return List.of();
    }
}
