package org.suzhi.web.weighting;

import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.MarginCell;
import org.suzhi.web.fieldwork.MarginVersion;
import org.suzhi.web.fieldwork.MarginVersions;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.publication.WeightingChanged;

/** Imports margins and chooses the ones in use, for those who may; every change goes into the audit log. */
@Service
public class MarginWork {
    private final MarginVersions margins;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    MarginWork(MarginVersions margins, AuditLog audit, ApplicationEventPublisher events) {
        this.margins = margins;
        this.audit = audit;
        this.events = events;
    }

    /** Stores cells that do not contradict each other as a new version. */
    @Transactional
    public MarginVersion add(SignedIn user, long waveId, MarginVersions.Origin origin, List<MarginCell> cells) {
        Right.RUN_WAVES.require(user);
        if (cells.isEmpty() || !MarginFit.contradictions(cells, Locale.ENGLISH).isEmpty()) {
            throw new IllegalArgumentException("wave id " + waveId + ": got margins that are empty or contradictory");
        }
        long id = margins.add(waveId, origin, cells, user.id());
        audit.record(user.id(), "margins-imported", subject(id));
        MarginVersion version = margins.find(id).orElseThrow();
        if (version.inUse()) {
            events.publishEvent(new WeightingChanged(waveId));
        }
        return version;
    }

    /** Calibrates the wave's published rate to another version. */
    @Transactional
    public void use(SignedIn user, long waveId, long versionId) {
        Right.RUN_WAVES.require(user);
        margins.use(waveId, versionId, user.id());
        audit.record(user.id(), "margins-in-use", subject(versionId));
        events.publishEvent(new WeightingChanged(waveId));
    }

    private static String subject(long version) {
        return "margin_version/" + version;
    }
}
