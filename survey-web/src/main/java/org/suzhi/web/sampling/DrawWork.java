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
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Right;

/** Draws samples, for those who may, and makes them again. */
@Service
public class DrawWork {
    private final Draws draws;
    private final Frames frames;
    private final AuditLog audit;

    DrawWork(Draws draws, Frames frames, AuditLog audit) {
        this.draws = draws;
        this.frames = frames;
        this.audit = audit;
    }

    /**
     * Draws from a frame and keeps what it takes to draw again.
     *
     * @return the draw's id
     * @throws org.suzhi.sampling.SamplingProblems with everything that is wrong in the plan; nothing is stored then
     */
    @Transactional
    public long draw(SignedIn user, StoredFrame frame, DrawPlan plan) {
        Right.RUN_WAVES.require(user);
        Frame units = Frame.of(frames.units(frame.id()));
        Draw draw = Draw.of(units, plan);
        long id = draws.add(new Draws.NewDraw(
                frame.waveId(),
                frame,
                plan.toYaml(),
                plan.seed(),
                engineVersion(),
                record(units, draw).sample(),
                user.id()));
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
        Draw draw = Draw.of(units, DrawPlan.parse(stored.plan()));
        return new Redrawn(stored, frame, draw, record(units, draw));
    }

    private static DrawRecord record(Frame frame, Draw draw) {
        return DrawRecord.of(frame, draw, new ListDraw(List.of(), List.of()));
    }
}
