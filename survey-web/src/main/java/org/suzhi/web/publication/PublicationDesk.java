package org.suzhi.web.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.Role;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.PublicationRefused.Reason;
import org.suzhi.web.publication.jdbc.PublicationTable;

/**
 * Brings runs to the public: proposed, reviewed, published; each step is in the audit log.
 *
 * <p>The reviewer is another person than the author of the run wherever there is another active statistician or
 * administrator. An automatic run has no author, so whoever publishes it is its reviewer.
 */
@Service
public class PublicationDesk {
    private final PublicationTable publications;
    private final Runs runs;
    private final Extracts extracts;
    private final Fieldwork fieldwork;
    private final ShownWaves shown;
    private final Disclosure disclosure;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    PublicationDesk(
            PublicationTable publications,
            Runs runs,
            Extracts extracts,
            Fieldwork fieldwork,
            ShownWaves shown,
            Disclosure disclosure,
            Accounts accounts,
            AuditLog audit,
            Clock clock) {
        this.publications = publications;
        this.runs = runs;
        this.extracts = extracts;
        this.fieldwork = fieldwork;
        this.shown = shown;
        this.disclosure = disclosure;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** All publications, the newest first. */
    public List<Publication> all() {
        return publications.all();
    }

    public Optional<Publication> find(long id) {
        return publications.find(id);
    }

    public Optional<Publication> ofRun(long runId) {
        return publications.ofRun(runId);
    }

    /** What holds today of a wave's headline figures. */
    public Optional<Publication> currentHeadline(long waveId) {
        return publications.currentHeadline(waveId);
    }

    /**
     * Proposes a run.
     *
     * @param user null for the server itself
     * @param corrected id of the publication that it corrects; of headline figures the wave's current one whatever is given
     * @param reason of the correction
     */
    @Transactional
    public long propose(@Nullable Long user, long runId, @Nullable Long corrected, String reason) {
        AnalysisRun run = runs.find(runId).orElseThrow(() -> new PublicationRefused(Reason.NO_RUN));
        if (run.kind() == AnalysisRun.Kind.MISSING) {
            throw new PublicationRefused(Reason.NOT_FOR_PUBLIC);
        }
        if (publications.ofRun(runId).isPresent()) {
            throw new PublicationRefused(Reason.PROPOSED_ALREADY);
        }
        Long replaces = run.kind() == AnalysisRun.Kind.HEADLINE
                ? currentHeadline(run.wave()).map(Publication::id).orElse(null)
                : corrected;
        if (replaces != null && reason.isBlank()) {
            throw new PublicationRefused(Reason.REASON_NEEDED);
        }
        if (replaces != null
                && !publications.find(replaces).filter(Publication::isCurrent).isPresent()) {
            throw new PublicationRefused(Reason.OTHER_STATE);
        }
        extracts.keep(run.extractSha256());
        long id = publications.propose(runId, replaces, reason.strip(), user, clock.instant());
        audit.record(user, "publication-proposed", subject(id));
        return id;
    }

    /** Marks a draft as reviewed. */
    @Transactional
    public void review(@Nullable Long user, long id) {
        Publication draft = publications.find(id).orElseThrow(() -> new PublicationRefused(Reason.NO_RUN));
        if (user != null && !mayReview(user, draft)) {
            throw new PublicationRefused(Reason.OWN_WORK);
        }
        if (!publications.review(id, user, clock.instant())) {
            throw new PublicationRefused(Reason.OTHER_STATE);
        }
        audit.record(user, "publication-reviewed", subject(id));
    }

    /** Publishes what was reviewed; the dashboard shows it at once. */
    @Transactional
    public void publish(@Nullable Long user, long id) {
        if (!publications.publish(id, user, clock.instant())) {
            throw new PublicationRefused(Reason.OTHER_STATE);
        }
        audit.record(user, "publication-published", subject(id));
        Publication published = publications.find(id).orElseThrow();
        disclosure.of(published);
        shown.refresh(published.waveId());
    }

    /** Takes a proposal back. */
    @Transactional
    public void discard(long user, long id) {
        if (!publications.discard(id)) {
            throw new PublicationRefused(Reason.OTHER_STATE);
        }
        audit.record(user, "publication-discarded", subject(id));
    }

    /** Publishes the newest automatic run of a closed wave in one go: no person is its author, so the user reviews it. */
    @Transactional
    public long publishHeadline(@Nullable Long user, long waveId, String reason) {
        Wave wave = fieldwork.wave(waveId).orElseThrow();
        if (wave.isOpen(LocalDate.now(clock))) {
            throw new PublicationRefused(Reason.WAVE_OPEN);
        }
        AnalysisRun run = runs.newestHeadline(waveId).orElseThrow(() -> new PublicationRefused(Reason.NO_RUN));
        long id = propose(user, run.id(), null, reason);
        review(user, id);
        publish(user, id);
        return id;
    }

    /** Whether it is another's work, or nobody else could review it. */
    public boolean mayReview(long user, Publication draft) {
        AnalysisRun.Author author = run(draft).author();
        return author == null || user != author.id() || !othersThan(author.id());
    }

    /** Whether another than the author could review. */
    private boolean othersThan(long author) {
        return accounts.all().stream()
                .anyMatch(a ->
                        a.active() && a.id() != author && (a.role() == Role.STATISTICIAN || a.role() == Role.ADMIN));
    }

    /** The run of a publication. */
    public AnalysisRun run(Publication publication) {
        return runs.find(publication.runId()).orElseThrow();
    }

    private static String subject(long id) {
        return "publication/" + id;
    }
}
