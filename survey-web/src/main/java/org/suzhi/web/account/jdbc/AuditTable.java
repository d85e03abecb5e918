package org.suzhi.web.account.jdbc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.account.AuditLog;

@Repository
class AuditTable implements AuditLog {
    private final JdbcClient jdbc;

    AuditTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void record(@Nullable Long actor, String action, String subject) {
        jdbc.sql("insert into audit_log (actor, action, subject) values (:actor, :action, :subject)")
                .param("actor", actor)
                .param("action", action)
                .param("subject", subject)
                .update();
    }
}
