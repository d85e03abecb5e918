package org.suzhi.web.account;

import org.jspecify.annotations.Nullable;

/** Who did what to which thing; written in the transaction of the deed itself and never changed. */
public interface AuditLog {
    /**
     * Adds a row.
     *
     * @param actor id of the user, or null for the system itself
     * @param action a word such as {@code user-saved}
     * @param subject kind and id, such as {@code user/7}
     */
    void record(@Nullable Long actor, String action, String subject);
}
