package org.suzhi.web.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.suzhi.sample.SampleCounty;
import org.suzhi.sample.Submission;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.collection.Mode;
import org.suzhi.web.collection.Sender;
import org.suzhi.web.collection.Submissions;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;

class ReviewIT extends ServerFixture {
    @Autowired
    private Reviews reviews;

    @Autowired
    private CallBacks callBacks;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AuthenticationProvider passwords;

    @Autowired
    private JdbcClient jdbc;

    private SignedIn reviewer;

    @BeforeEach
    void reviewer() {
        accounts.save(new NewUser("reviewer", "审核员", PASSWORD, Role.ADMIN));
        reviewer = signIn("reviewer");
    }

    private SignedIn signIn(String name) {
        Authentication login =
                passwords.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, PASSWORD));
        return (SignedIn) Objects.requireNonNull(login).getPrincipal();
    }

    private static String interview() {
        return SampleCounty.of(SampleCounty.DEMONSTRATION_SEED)
                .wave(2025)
                .submissions("literacy", "2025")
                .findFirst()
                .map(Submission::xml)
                .orElseThrow()
                .replaceAll("uuid:[0-9a-f-]{36}", "uuid:" + UUID.randomUUID());
    }

    private long response() {
        String xml = interview();
        submissions.receive(
                xml.getBytes(StandardCharsets.UTF_8),
                List.of(),
                new Sender(null, false, Mode.FACE_TO_FACE),
                Instant.now(),
                Locale.ENGLISH);
        return jdbc.sql("select max(id) from response").query(Long.class).single();
    }

    private String status(long response) {
        return jdbc.sql("select status from response where id = ?")
                .param(response)
                .query(String.class)
                .single();
    }

    private long audited(String action, long response) {
        return jdbc.sql("select count(*) from audit_log where action = ? and subject = ? and actor = ?")
                .params(action, "response/" + response, reviewer.id())
                .query(Long.class)
                .single();
    }

    @Test
    void aReturnedResponseCountsAgainOnceItsCorrectionHasArrived() {
        long response = response();
        reviews.giveBack(response, 1, "请核对年龄", reviewer);
        assertThat(status(response)).isEqualTo("RETURNED");
        assertThat(audited("response-returned", response)).isEqualTo(1);
        reviews.edit(response, 1, "/data/attitudes/T01", "2", "typing error", reviewer, Locale.ENGLISH);
        assertThat(status(response)).isEqualTo("APPROVED");
        List<Revision> revisions = reviews.revisions(response);
        assertThat(revisions).hasSize(2);
        assertThat(revisions.get(1).answers()).containsEntry("T01", "2");
        assertThat(revisions.get(1).reason()).hasValue("typing error");
        assertThat(audited("response-edited", response)).isEqualTo(1);
    }

    @Test
    void anEditThatTheFormForbidsChangesNothing() {
        long response = response();
        assertThatThrownBy(() -> reviews.edit(response, 1, "/data/person/age", "17", "try", reviewer, Locale.ENGLISH))
                .isInstanceOfSatisfying(Problem.class, p -> {
                    assertThat(p.code()).isEqualTo(ProblemCode.INVALID_RESPONSE);
                    assertThat(p.findings()).isNotEmpty();
                });
        assertThat(reviews.revisions(response)).hasSize(1);
    }

    @Test
    void aDecisionOnARevisionThatIsNoLongerThereIsRefused() {
        long response = response();
        reviews.edit(response, 1, "/data/attitudes/T01", "2", "first", reviewer, Locale.ENGLISH);
        assertThatThrownBy(() -> reviews.approve(response, 1, "", reviewer))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(ProblemCode.EDITED_ALREADY));
    }

    @Test
    void aSupervisorWithoutTheTownDoesNotSeeTheResponse() {
        long response = response();
        accounts.save(new NewUser("townless", "督导员", PASSWORD, Role.SUPERVISOR));
        SignedIn townless = signIn("townless");
        assertThatThrownBy(() -> reviews.waveOf(response, townless))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(ProblemCode.NOT_FOUND));
    }

    @Test
    void toReturnWithoutACommentIsRefused() {
        long response = response();
        assertThatThrownBy(() -> reviews.giveBack(response, 1, " ", reviewer))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(ProblemCode.COMMENT_NEEDED));
        assertThat(status(response)).isEqualTo("APPROVED");
    }

    @Test
    void callBacksAreDrawnOnceAndTheirResultsAreAddedUp() {
        Wave wave = reviews.waves().stream()
                .filter(w -> w.year() == 2024)
                .findFirst()
                .orElseThrow();
        int drawn = callBacks.draw(wave, 11, reviewer);
        assertThat(drawn).isPositive();
        assertThat(callBacks.draw(wave, 11, reviewer)).isZero();
        List<CallBack> all = callBacks.of(reviews.wave(wave, reviewer));
        callBacks.tell(wave, all.get(0).id(), new CallBack.Result(true, true, 8, 10, ""), reviewer);
        CallBack.Tally tally =
                CallBacks.tally(callBacks.of(reviews.wave(wave, reviewer))).get(0);
        assertThat(tally).isEqualTo(new CallBack.Tally(0, drawn, 1, 1, 1, 8, 10));
    }
}
