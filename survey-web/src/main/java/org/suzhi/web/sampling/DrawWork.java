package org.suzhi.web.sampling;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.sampling.Draw;
import org.suzhi.sampling.DrawPlan;
import org.suzhi.sampling.DrawRecord;
import org.suzhi.sampling.Frame;
import org.suzhi.sampling.ListDraw;
import org.suzhi.sampling.ListFrame;
import org.suzhi.sampling.ListPlan;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Right;

/** Draws samples, for those who may, and makes them again. */
@Service
public class DrawWork {
    private final Draws draws;
    private final Frames frames;
    private final ListFrames lists;
    private final AuditLog audit;

    DrawWork(Draws draws, Frames frames, ListFrames lists, AuditLog audit) {
        this.draws = draws;
        this.frames = frames;
        this.lists = lists;
        this.audit = audit;
    }

    /**
     * Draws from a frame, and from the newest of each list that the plan names, and keeps what it takes to draw again.
     *
     * @return the draw's id
     * @throws org.suzhi.sampling.SamplingProblems with everything that is wrong in the plan; nothing is stored then
     */
    @Transactional
    public long draw(SignedIn user, StoredFrame frame, DrawPlan plan) {
        Right.RUN_WAVES.require(user);
        Frame units = Frame.of(frames.units(frame.id()));
        List<String> planned = plan.lists().stream().map(ListPlan::list).toList();
        List<StoredList> used = lists.newest(frame.waveId()).stream()
                .filter(list -> planned.contains(list.group()))
                .toList();
        Draw draw = Draw.of(units, plan);
        ListDraw members = ListDraw.of(plan, units, members(used));
        long id = draws.add(new Draws.NewDraw(
                frame.waveId(),
                frame,
                plan.toYaml(),
                plan.seed(),
                engineVersion(),
                DrawRecord.of(units, draw, members).sample(),
                user.id()));
        lists.used(id, used);
        audit.record(user.id(), "sample-drawn-" + draw.sample().size(), "sample_draw/" + id);
        return id;
    }

    /** A wave's draw made again from its frame, plan and seed; empty where the wave has no such draw. */
    public Optional<Redrawn> again(long waveId, long drawId) {
        return draws.find(drawId).filter(stored -> stored.waveId() == waveId).map(this::again);
    }

    private static String engineVersion() {
        String version = Draw.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private Redrawn again(StoredDraw stored) {
        StoredFrame frame = frames.find(stored.frameId()).orElseThrow();
        Frame units = Frame.of(frames.units(frame.id()));
        DrawPlan plan = DrawPlan.parse(stored.plan());
        Draw draw = Draw.of(units, plan);
        ListDraw members = ListDraw.of(plan, units, members(lists.ofDraw(stored.id())));
        return new Redrawn(stored, frame, draw, members, DrawRecord.of(units, draw, members));
    }

    private List<ListFrame> members(List<StoredList> used) {
        return used.stream()
                .map(list -> new ListFrame(list.group(), lists.members(list), List.of()))
                .toList();
    }
}
