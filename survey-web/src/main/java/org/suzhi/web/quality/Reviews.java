package org.suzhi.web.quality;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.collection.Mode;
import org.suzhi.web.collection.ResponseStored;
import org.suzhi.web.collection.Sender;
import org.suzhi.web.collection.Submissions;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;
import org.suzhi.web.publication.HeadlineSettings;
import org.suzhi.web.quality.jdbc.ReviewTables;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;
import org.suzhi.web.questionnaire.Questionnaires;

/** What reviewers see of a wave and decide about its responses. */
@Service
public class Reviews {
    private final Fieldwork fieldwork;
    private final Questionnaires questionnaires;
    private final ReviewTables tables;
    private final ReviewScope scope;
    private final QualitySettings settings;
    private final HeadlineSettings headline;
    private final Submissions submissions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reviews(
            Fieldwork fieldwork,
            Questionnaires questionnaires,
            ReviewTables tables,
            ReviewScope scope,
            QualitySettings settings,
            HeadlineSettings headline,
            Submissions submissions,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.tables = tables;
        this.scope = scope;
        this.settings = settings;
        this.headline = headline;
        this.submissions = submissions;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * A wave under review.
     *
     * @param interviews those that the user may see, in the order in which they came
     * @param flags by the number of the response, found among all interviews of the wave
     * @param distances whether the distance from the village is looked at
     */
    public record WaveReview(
            Wave wave,
            PublishedQuestionnaire questionnaire,
            List<Interview> interviews,
            Map<Long, List<Flag>> flags,
            boolean distances) {
        public WaveReview {
            interviews = List.copyOf(interviews);
            flags = Map.copyOf(flags);
        }
    }

    /** The waves of the survey, the newest first. */
    public List<Wave> waves() {
        return fieldwork.survey().map(Survey::id).map(fieldwork::waves).orElse(List.of()).stream()
                .sorted(java.util.Comparator.comparingInt(Wave::year).reversed())
                .toList();
    }

    public WaveReview wave(Wave wave, SignedIn user) {
        PublishedQuestionnaire questionnaire = questionnaires.get(wave.questionnaireVersionId());
        List<Interview> all = tables.interviews(wave.id(), headline.psu());
        VillageDistance distance = new VillageDistance(questionnaire.form(), tables.centres(wave.id()));
        return new WaveReview(
                wave,
                questionnaire,
                all.stream().filter(scope.of(user)).toList(),
                new Flags(settings, questionnaire, distance).of(all),
                distance.known());
    }

    /** The wave of a response that the user may see. */
    public WaveReview waveOf(long response, SignedIn user) {
        long id = tables.wave(response).orElseThrow(() -> notFound(response));
        WaveReview review = waves().stream()
                .filter(w -> w.id() == id)
                .findFirst()
                .map(w -> wave(w, user))
                .orElseThrow(() -> notFound(response));
        interview(review, response);
        return review;
    }

    static Interview interview(WaveReview review, long response) {
        return review.interviews().stream()
                .filter(i -> i.number() == response)
                .findFirst()
                .orElseThrow(() -> notFound(response));
    }

    private static Problem notFound(long response) {
        return Problem.of(ProblemCode.NOT_FOUND, Long.toString(response));
    }

    public List<Revision> revisions(long response) {
        return tables.revisions(response);
    }

    /** Seconds on each question by the item's path, where the client tells them. */
    Map<String, Double> questionTimes(long response) {
        return tables.eventLog(response).map(QuestionTimes::read).orElse(Map.of());
    }

    /** Who decided what on a response, the newest first. */
    public List<ReviewTables.AuditRow> decisions(long response) {
        return tables.decisions(response);
    }

    /** Counts the response (again). */
    public void approve(long response, int revision, String comment, SignedIn user) {
        decide(response, revision, "APPROVED", comment, user);
    }

    /** Sends it back to its interviewer: it does not count until its edit arrives. */
    public void giveBack(long response, int revision, String comment, SignedIn user) {
        decide(response, revision, "RETURNED", comment, user);
    }

    private void decide(long response, int revision, String decision, String comment, SignedIn user) {
        WaveReview review = waveOf(response, user);
        if (decision.equals("RETURNED") && comment.isBlank()) {
            throw Problem.of(ProblemCode.COMMENT_NEEDED);
        }
        transaction.executeWithoutResult(status -> {
            if (tables.lockedRevision(response) != revision) {
                throw Problem.of(ProblemCode.EDITED_ALREADY, Long.toString(response));
            }
            tables.setStatus(response, decision);
            tables.decide(response, revision, decision, comment.strip(), user.id());
        });
        events.publishEvent(new ResponseStored(review.wave().id()));
    }

    /**
     * Changes one answer: the submission with the new answer goes through the same check as any client's, and becomes the
     * next revision.
     *
     * @param path of the item
     * @throws Problem with all findings when the form does not allow the new answer
     */
    public void edit(
            long response, int revision, String path, String value, String reason, SignedIn user, Locale locale) {
        WaveReview review = waveOf(response, user);
        if (reason.isBlank()) {
            throw Problem.of(ProblemCode.COMMENT_NEEDED);
        }
        List<Revision> revisions = revisions(response);
        Revision newest = revisions.get(revisions.size() - 1);
        if (newest.number() != revision) {
            throw Problem.of(ProblemCode.EDITED_ALREADY, Long.toString(response));
        }
        byte[] corrected = Correction.of(newest.xml(), newest.instanceId(), path, value.strip())
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, path));
        transaction.executeWithoutResult(status -> {
            submissions.receive(
                    corrected, List.of(), new Sender(user.id(), true, Mode.WEB), within(review.wave()), locale);
            tables.decide(response, revision + 1, "EDITED", reason.strip(), user.id());
        });
    }

    /** An edit is checked as of a day on which its wave is open, since reviewing goes on after the closing day. */
    private Instant within(Wave wave) {
        LocalDate today = LocalDate.now(clock);
        return wave.isOpen(today)
                ? clock.instant()
                : wave.opensOn().atTime(LocalTime.NOON).atZone(clock.getZone()).toInstant();
    }
}
