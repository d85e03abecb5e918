package org.suzhi.web.collection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.collection.OpenRosaClient.Part;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.questionnaire.Questionnaires;

/** A scripted ODK Collect: what it asks, in its order, and what it goes by in the answers. */
class OpenRosaClientIT extends ServerFixture {
    private static final Part PHOTO = Part.file("照片 1.jpg", "image/jpeg", "a picture");
    private static final Part VOICE = Part.file("voice.m4a", "audio/mp4", "a voice");
    private static final Part INCOMPLETE = Part.of("*isIncomplete*", "", "text/plain", "yes".getBytes(UTF_8));
    private static boolean published;

    @Autowired
    private Fieldwork fieldwork;

    @Autowired
    private Questionnaires questionnaires;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private OpenRosaClient collect;

    @BeforeEach
    void connect() throws Exception {
        synchronized (OpenRosaClientIT.class) {
            if (!published) {
                PhotoForm.publish(fieldwork, questionnaires);
                accounts.save(new NewUser("neighbour", "邻村", PASSWORD, Role.SURVEYOR));
                accounts.save(new NewUser("reviewer", "督导", PASSWORD, Role.SUPERVISOR));
                published = true;
            }
        }
        collect = client(SURVEYOR);
    }

    private OpenRosaClient client(String username) {
        return OpenRosaClient.withPassword(address("/openrosa"), username, PASSWORD);
    }

    private static String newId() {
        return "uuid:" + UUID.randomUUID();
    }

    private static String filled(String id) {
        return PhotoForm.filled(id, "晴", "");
    }

    private static String correction(String id, String of) {
        return PhotoForm.filled(id, "雨", "<orx:deprecatedID>" + of + "</orx:deprecatedID>");
    }

    private static String element(String xml, String name) {
        return xml.replaceAll("(?s).*<" + name + ">([^<]*)</" + name + ">.*", "$1");
    }

    private Map<String, Object> stored(String instanceId) {
        return jdbc.sql("""
                        select r.revision, v.answers ->> 'remark' as remark, v.revision as own,
                          (select count(*) from attachment a where a.response_id = r.id and a.revision = v.revision
                           and a.content is not null) as files
                        from response r join response_revision v on v.response_id = r.id
                        where coalesce(v.instance_id, r.instance_id) = ?""").param(instanceId).query().singleRow();
    }

    @Test
    void formsAreListedDownloadedAndCompletedByTheirFiles() throws Exception {
        HttpResponse<String> list = collect.get("/formList?formID=" + PhotoForm.ID);
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.headers().map()).containsKeys("date", "x-openrosa-accept-content-length");
        assertThat(list.headers().allValues("X-OpenRosa-Version")).containsExactly("1.0");
        assertThat(list.headers().firstValue("Content-Type")).hasValue("text/xml;charset=UTF-8");
        assertThat(list.body())
                .contains("<name>Village photos &#38; voices</name>")
                .doesNotContain("<formID>literacy", "<descriptionText>");

        String form = collect.get(element(list.body(), "downloadUrl")).body();
        assertThat(element(list.body(), "hash")).isEqualTo("md5:" + md5(form));

        String manifest = collect.get(element(list.body(), "manifestUrl")).body();
        assertThat(element(manifest, "filename")).isEqualTo("villages.csv");
        String file = collect.get(element(manifest, "downloadUrl")).body();
        assertThat(file).isEqualTo(PhotoForm.VILLAGES);
        assertThat(element(manifest, "hash")).isEqualTo("md5:" + md5(file));
    }

    @Test
    void theWholeListDescribesEveryOpenForm() throws Exception {
        assertThat(collect.get("/formList?verbose=true").body())
                .contains("<formID>literacy</formID>", "<formID>" + PhotoForm.ID, "<descriptionText>");
        assertThat(collect.get("/forms/literacy/2025/manifest").body())
                .isEqualTo("<manifest xmlns=\"http://openrosa.org/xforms/xformsManifest\"></manifest>");
        assertThat(collect.get("/forms/literacy/2025/media/x.png").statusCode()).isEqualTo(404);
    }

    @Test
    void anAnnouncementIsAnsweredWithWhereAndHowMuch() throws Exception {
        HttpResponse<String> answer = collect.head("/submission");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Location")).hasValue(address("/openrosa/submission"));
        assertThat(answer.headers().firstValue("X-OpenRosa-Accept-Content-Length"))
                .hasValue("20971520");
        assertThat(answer.headers().firstValue("X-OpenRosa-Version")).hasValue("1.0");
    }

    @Test
    void filesMayComeInSeveralPostsAndRepeatsAddNothing() throws Exception {
        String id = newId();
        Part xml = Part.xml(filled(id));
        assertThat(collect.submit(xml, PHOTO, INCOMPLETE).statusCode()).isEqualTo(201);
        assertThat(stored(id)).containsEntry("files", 1L);
        HttpResponse<String> rest = collect.submit(xml, VOICE);
        assertThat(rest.statusCode()).isEqualTo(201);
        assertThat(rest.body()).contains("files");
        assertThat(stored(id)).containsEntry("files", 2L);
        HttpResponse<String> repeat = collect.submit(xml, PHOTO, VOICE);
        assertThat(repeat.statusCode()).isEqualTo(201);
        assertThat(repeat.body()).contains("stored once");
    }

    @Test
    void aFileThatNoAnswerNamesIsLeftOut() throws Exception {
        String id = newId();
        assertThat(collect.submit(Part.xml(filled(id)), Part.file("other.txt", "text/plain", "x"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(stored(id)).containsEntry("files", 0L);
    }

    @Test
    void aFileOfTheSameNameAndOtherContentIsAConflictAndChangesNothing() throws Exception {
        String id = newId();
        Part xml = Part.xml(filled(id));
        assertThat(collect.submit(xml, PHOTO).statusCode()).isEqualTo(201);
        HttpResponse<String> other = collect.submit(xml, VOICE, Part.file("照片 1.jpg", "image/jpeg", "another"));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(stored(id)).containsEntry("files", 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "..\\..\\boot.ini", "..", ".htaccess", "C:\\x.jpg"})
    void aNameThatMeansAPlaceIsRefusedAndNothingIsStored(String name) throws Exception {
        String id = newId();
        HttpResponse<String> answer = collect.submit(Part.xml(filled(id)), Part.file(name, "image/jpeg", "x"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(jdbc.sql("select count(*) from response where instance_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aCorrectionIsANewRevisionAndTheOldOneStays() throws Exception {
        String first = newId();
        String second = newId();
        assertThat(collect.submit(Part.xml(filled(first)), PHOTO, VOICE).statusCode())
                .isEqualTo(201);
        Part corrected = Part.xml(correction(second, first));
        HttpResponse<String> answer = collect.submit(corrected, PHOTO, VOICE);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("correction");
        assertThat(stored(first)).containsEntry("revision", 2).containsEntry("remark", "晴");
        assertThat(stored(second))
                .containsEntry("own", 2)
                .containsEntry("remark", "雨")
                .containsEntry("files", 2L);

        HttpResponse<String> repeat = collect.submit(corrected);
        assertThat(repeat.statusCode()).isEqualTo(201);
        assertThat(repeat.body()).contains("stored once");
        HttpResponse<String> late = collect.submit(Part.xml(correction(newId(), first)));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(client("reviewer")
                        .submit(Part.xml(correction(newId(), second)))
                        .statusCode())
                .isEqualTo(201);
        assertThat(jdbc.sql("select count(*) from audit_log where action = 'response-corrected' and subject = "
                                + "(select 'response/' || id from response where instance_id = ?)")
                        .param(first)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void onlyTheSenderAndReviewersCorrectAndOnlyWhatIsThere() throws Exception {
        String first = newId();
        assertThat(collect.submit(Part.xml(filled(first))).statusCode()).isEqualTo(201);
        assertThat(client("neighbour")
                        .submit(Part.xml(correction(newId(), first)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(collect.submit(Part.xml(correction(newId(), newId()))).statusCode())
                .isEqualTo(404);
        assertThat(stored(first)).containsEntry("revision", 1);
    }

    @Test
    void anIdThatACorrectionTookIsTaken() throws Exception {
        String first = newId();
        String second = newId();
        assertThat(collect.submit(Part.xml(filled(first))).statusCode()).isEqualTo(201);
        assertThat(collect.submit(Part.xml(correction(second, first))).statusCode())
                .isEqualTo(201);
        assertThat(collect.submit(Part.xml(filled(second))).statusCode()).isEqualTo(409);
    }

    private static String md5(String text) throws Exception {
        byte[] digest = java.security.MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
        return java.util.HexFormat.of().formatHex(digest);
    }
}
