package org.suzhi.web.sampling;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.sampling.Frame;
import org.suzhi.sampling.ListFrame;
import org.suzhi.sampling.SamplingProblem;
import org.suzhi.sampling.TableRow;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.Wave;

/** Imports lists of persons, for those who may. */
@Service
public class ListWork {
    private final ListFrames lists;
    private final Frames frames;
    private final Fieldwork fieldwork;
    private final AuditLog audit;

    ListWork(ListFrames lists, Frames frames, Fieldwork fieldwork, AuditLog audit) {
        this.lists = lists;
        this.frames = frames;
        this.fieldwork = fieldwork;
        this.audit = audit;
    }

    /**
     * Stores a table as the list of a group. Only number, stratum, unit and town of each member are kept.
     *
     * @param frame of the areas, whose units the table names
     * @return everything that is wrong in it; nothing is stored then
     */
    @Transactional
    public List<SamplingProblem> add(
            SignedIn user, Wave wave, StoredFrame frame, String group, Frames.Origin origin, List<TableRow> table) {
        Right.RUN_WAVES.require(user);
        ListFrame list = ListFrame.read(
                group, table, Frame.of(frames.units(frame.id())), new SurveyTowns(fieldwork.towns(wave.surveyId())));
        if (!list.problems().isEmpty()) {
            return list.problems();
        }
        long id = lists.add(wave.id(), group, origin, list.members(), user.id());
        audit.record(user.id(), "list-imported-" + list.members().size(), "list_frame/" + id);
        return List.of();
    }
}
