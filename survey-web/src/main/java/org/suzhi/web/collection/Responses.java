package org.suzhi.web.collection;

import java.util.List;
import java.util.Optional;

/** The store of responses. */
public interface Responses {
    /**
     * Stores the response, its first revision, the names of the files it expects and the audit row in one transaction,
     * durable on return unless a larger transaction is under way.
     *
     * @return false when a response or an edit of that instanceID is there already; nothing is changed then
     */
    boolean add(NewResponse response);

    /** Stores the response as the next revision of {@code old}; what was there stays. */
    StoredRevision revise(StoredRevision old, NewResponse response);

    /** What is stored under this instanceID, be it a first revision or an edit. */
    Optional<StoredRevision> find(String instanceId);

    /** As {@link #find}, and nobody else can revise that response until the transaction ends. */
    Optional<StoredRevision> findForRevision(String instanceId);

    /**
     * Stores the files that the revision expects and has not got; others are left out.
     *
     * @return how many were stored
     * @throws org.suzhi.web.problem.Problem when one is there already with other content
     */
    int addFiles(StoredRevision revision, List<SentFile> files);
}
