package org.suzhi.web.collection;

import java.util.Optional;

/** The store of responses. */
public interface Responses {
    /**
     * Stores the response, its first revision and the audit row in one transaction, durable on return.
     *
     * @return false when a response of that instanceID is there already; nothing is changed then
     */
    boolean add(NewResponse response);

    /** Content hash of the first revision stored under this instanceID. */
    Optional<String> contentHash(String instanceId);
}
