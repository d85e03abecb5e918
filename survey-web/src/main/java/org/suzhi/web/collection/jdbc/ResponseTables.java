package org.suzhi.web.collection.jdbc;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.collection.NewResponse;
import org.suzhi.web.collection.Responses;

@Repository
class ResponseTables implements Responses {
    /** One statement is one transaction and one round trip: the three rows are there together or not at all. */
    private static final String ADD = """
            with added as (
              insert into response (instance_id, wave_id, questionnaire_version_id, mode, submitted_by)
              values (:instanceId, :waveId, :versionId, :mode, :submittedBy)
              on conflict (instance_id) do nothing
              returning id),
            revision as (
              insert into response_revision
                (response_id, revision, xml, sha256, answers, groups, score, dimensions, created_by)
              select id, 1, :xml, :sha256, :answers::jsonb, :groups, :score, :dimensions::jsonb, :submittedBy::bigint
              from added),
            audit as (
              insert into audit_log (actor, action, subject)
              select :submittedBy::bigint, 'response-received', 'response/' || id from added)
            select count(*) from added""";

    private final JdbcClient jdbc;

    ResponseTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(NewResponse response) {
        return jdbc.sql(ADD)
                        .param("instanceId", response.instanceId())
                        .param("waveId", response.waveId())
                        .param("versionId", response.questionnaireVersionId())
                        .param("mode", response.mode().name())
                        .param("submittedBy", response.submittedBy())
                        .param("xml", response.xml())
                        .param("sha256", response.sha256())
                        .param("answers", response.answers())
                        .param("groups", response.groups().toArray(String[]::new))
                        .param("score", response.score())
                        .param("dimensions", response.dimensions())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public Optional<String> contentHash(String instanceId) {
        return jdbc.sql("""
                        select v.sha256 from response r
                        join response_revision v on v.response_id = r.id and v.revision = 1
                        where r.instance_id = ?""").param(instanceId).query(String.class).optional();
    }
}
