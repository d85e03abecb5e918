package org.suzhi.web.publication;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Right;

/** What other surveys have published, beside which ours is shown: changed by those who may, and told in the audit log. */
@Service
public class PublishedElsewhere {
    private final ItemReferences items;
    private final ContextLines lines;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    /** The figures that a survey is shown beside are others from now on. */
    record Changed() {}

    PublishedElsewhere(ItemReferences items, ContextLines lines, AuditLog audit, ApplicationEventPublisher events) {
        this.items = items;
        this.lines = lines;
        this.audit = audit;
        this.events = events;
    }

    public List<ItemReference> items(long surveyId) {
        return items.of(surveyId);
    }

    public List<ContextLine> lines(long surveyId) {
        return lines.of(surveyId);
    }

    /** Puts figures of items in the place of those there were. */
    @Transactional
    public void replaceItems(SignedIn user, long surveyId, List<ItemReference> references) {
        Right.RUN_WAVES.require(user);
        items.replace(surveyId, references);
        changed(user, surveyId, "item-references-changed");
    }

    /** Puts lines in the place of those there were. */
    @Transactional
    public void replaceLines(SignedIn user, long surveyId, List<ContextLine> context) {
        Right.RUN_WAVES.require(user);
        lines.replace(surveyId, context);
        changed(user, surveyId, "context-lines-changed");
    }

    private void changed(SignedIn user, long surveyId, String deed) {
        audit.record(user.id(), deed, "survey/" + surveyId);
        events.publishEvent(new Changed());
    }
}
