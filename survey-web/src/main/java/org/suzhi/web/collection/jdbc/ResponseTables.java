package org.suzhi.web.collection.jdbc;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.suzhi.web.collection.NewResponse;
import org.suzhi.web.collection.Responses;
import org.suzhi.web.collection.SentFile;
import org.suzhi.web.collection.StoredRevision;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;

@Repository
class ResponseTables implements Responses {
    /** One statement is one transaction and one round trip: the rows are there together or not at all. */
    private static final String ADD = """
            with added as (
              insert into response (instance_id, wave_id, questionnaire_version_id, mode, submitted_by, case_id)
              select :instanceId, :waveId, :versionId, :mode, :submittedBy::bigint, :caseId::bigint
              where not exists (select from response_revision where instance_id = :instanceId)
              on conflict (instance_id) do nothing
              returning id, case_id),
            revision as (
              insert into response_revision
                (response_id, revision, xml, sha256, answers, groups, score, dimensions, created_by)
              select id, 1, :xml, :sha256, :answers::jsonb, :groups, :score, :dimensions::jsonb, :submittedBy::bigint
              from added),
            expected as (
              insert into attachment (response_id, revision, name)
              select id, 1, unnest(:files::text[]) from added),
            audit as (
              insert into audit_log (actor, action, subject)
              select :submittedBy::bigint, 'response-received', 'response/' || id from added)%s
            select count(*) from added""";

    /** A case comes to its end with its response: an interview, or where nothing was asked, the respondent's refusal. */
    private static final String END_CASE = """
            ,
            ended as (
              update survey_case c
              set status = 'DONE', disposition = case when :score::numeric is null then '2.112' else '1.1' end
              from added where c.id = added.case_id),
            used as (
              update respondent_link l set used_at = now() from added where l.id = :linkId::bigint)""";

    private static final String ADD_FREE = ADD.formatted("");
    private static final String ADD_TO_CASE = ADD.formatted(END_CASE);

    private static final String REVISE = """
            with changed as (
              update response
              set revision = :revision, status = case status when 'RETURNED' then 'APPROVED' else status end
              where id = :id returning id),
            revision as (
              insert into response_revision
                (response_id, revision, instance_id, xml, sha256, answers, groups, score, dimensions, created_by)
              select id, :revision, :instanceId, :xml, :sha256, :answers::jsonb, :groups, :score, :dimensions::jsonb,
                     :submittedBy::bigint
              from changed),
            expected as (
              insert into attachment (response_id, revision, name)
              select id, :revision, unnest(:files::text[]) from changed)
            insert into audit_log (actor, action, subject, detail)
            select :submittedBy::bigint, 'response-corrected', 'response/' || id,
                   jsonb_build_object('revision', :revision::int)
            from changed""";

    private static final String FIND = """
            select r.id as response_id, v.revision, r.revision as latest, v.sha256, r.wave_id, r.submitted_by
            from response r join response_revision v on v.response_id = r.id and v.revision = 1
            where r.instance_id = :instanceId
            union all
            select r.id, v.revision, r.revision, v.sha256, r.wave_id, r.submitted_by
            from response_revision v join response r on r.id = v.response_id
            where v.instance_id = :instanceId""";

    private final JdbcClient jdbc;

    ResponseTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static StatementSpec bind(StatementSpec statement, NewResponse response) {
        return statement
                .param("instanceId", response.instanceId())
                .param("submittedBy", response.submittedBy())
                .param("xml", response.xml())
                .param("sha256", response.sha256())
                .param("answers", response.answers())
                .param("groups", response.groups().toArray(String[]::new))
                .param("score", response.score())
                .param("dimensions", response.dimensions())
                .param("files", response.files().toArray(String[]::new));
    }

    @Override
    public boolean add(NewResponse response) {
        if (response.caseId() == null) {
            return added(jdbc.sql(ADD_FREE), response);
        }
        try {
            return added(jdbc.sql(ADD_TO_CASE).param("linkId", response.linkId()), response);
        } catch (DuplicateKeyException e) {
            // Two responses to one case at the same moment: the index lets one in.
            throw Problem.of(ProblemCode.CASE_ANSWERED, response.caseId());
        }
    }

    private static boolean added(StatementSpec statement, NewResponse response) {
        return bind(statement, response)
                        .param("waveId", response.waveId())
                        .param("versionId", response.questionnaireVersionId())
                        .param("mode", response.mode().name())
                        .param("caseId", response.caseId())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public StoredRevision revise(StoredRevision old, NewResponse response) {
        int revision = old.latest() + 1;
        bind(jdbc.sql(REVISE), response)
                .param("id", old.responseId())
                .param("revision", revision)
                .update();
        return new StoredRevision(
                old.responseId(), revision, revision, response.sha256(), old.waveId(), old.submittedBy());
    }

    @Override
    public Optional<StoredRevision> find(String instanceId) {
        return jdbc.sql(FIND)
                .param("instanceId", instanceId)
                .query(StoredRevision.class)
                .optional();
    }

    @Override
    public Optional<StoredRevision> findForRevision(String instanceId) {
        // The row is locked first and read after, so that what is read is what the holder before left.
        return find(instanceId).flatMap(found -> {
            jdbc.sql("select from response where id = ? for update")
                    .param(found.responseId())
                    .query((row, i) -> true)
                    .list();
            return find(instanceId);
        });
    }

    @Override
    public int addFiles(StoredRevision revision, List<SentFile> files) {
        return files.stream().mapToInt(file -> addFile(revision, file)).sum();
    }

    private int addFile(StoredRevision revision, SentFile file) {
        int added = jdbc.sql("""
                        update attachment set media_type = ?, sha256 = ?, content = ?, received_at = now()
                        where response_id = ? and revision = ? and name = ? and content is null""")
                .params(
                        file.mediaType(),
                        file.sha256(),
                        file.content(),
                        revision.responseId(),
                        revision.revision(),
                        file.name())
                .update();
        boolean other = added == 0
                && jdbc.sql("""
                                select exists (select from attachment
                                where response_id = ? and revision = ? and name = ? and sha256 <> ?)""")
                        .params(revision.responseId(), revision.revision(), file.name(), file.sha256())
                        .query(Boolean.class)
                        .single();
        if (other) {
            throw Problem.of(ProblemCode.FILE_CHANGED, file.name());
        }
        return added;
    }
}
