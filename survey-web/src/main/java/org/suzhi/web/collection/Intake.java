package org.suzhi.web.collection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.suzhi.web.collection.Submissions.Receipt;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;

/** Decides what a checked submission is: a new response, the repeat or the rest of one, or a correction. */
@Component
final class Intake {
    private final Responses responses;
    private final TransactionTemplate transaction;

    Intake(Responses responses, PlatformTransactionManager transactions) {
        this.responses = responses;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes a checked submission in; all of it is durable on return, or nothing is.
     *
     * @param original instanceID of the submission that this one corrects
     */
    Receipt take(NewResponse response, Optional<String> original, List<SentFile> files, Sender sender) {
        // The common case is one statement, which is a transaction of its own and saves a round trip.
        if (files.isEmpty() && original.isEmpty() && responses.add(response)) {
            return Receipt.STORED;
        }
        return Objects.requireNonNull(transaction.execute(status -> original.isPresent()
                ? correct(response, original.get(), files, sender)
                : addOrRepeat(response, files)));
    }

    /** Whether a submission of this instanceID is stored. */
    boolean knows(String instanceId) {
        return responses.find(instanceId).isPresent();
    }

    private Receipt addOrRepeat(NewResponse response, List<SentFile> files) {
        boolean added = responses.add(response);
        StoredRevision stored = responses.find(response.instanceId()).orElseThrow();
        if (added) {
            responses.addFiles(stored, files);
            return Receipt.STORED;
        }
        return repeat(stored, response, files);
    }

    private Receipt repeat(StoredRevision stored, NewResponse response, List<SentFile> files) {
        if (!stored.sha256().equals(response.sha256())) {
            throw Problem.of(ProblemCode.INSTANCE_CHANGED, response.instanceId());
        }
        return responses.addFiles(stored, files) > 0 ? Receipt.FILES_ADDED : Receipt.REPEATED;
    }

    private Receipt correct(NewResponse response, String original, List<SentFile> files, Sender sender) {
        StoredRevision old = responses
                .findForRevision(original)
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_ORIGINAL, original));
        Optional<StoredRevision> stored = responses.find(response.instanceId());
        if (stored.isPresent()) {
            return repeat(stored.get(), response, files);
        }
        boolean own = old.submittedBy() != null && old.submittedBy().equals(sender.user());
        if (old.waveId() != response.waveId() || !(own || sender.reviews())) {
            throw Problem.of(ProblemCode.EDIT_NOT_ALLOWED, original);
        }
        if (!old.isLatest()) {
            throw Problem.of(ProblemCode.EDITED_ALREADY, original);
        }
        responses.addFiles(responses.revise(old, response), files);
        return Receipt.CORRECTED;
    }
}
