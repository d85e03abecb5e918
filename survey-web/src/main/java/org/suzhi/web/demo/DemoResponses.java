package org.suzhi.web.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import org.suzhi.sample.Submission;
import org.suzhi.sample.Wave;
import org.suzhi.web.collection.CaseClaim;
import org.suzhi.web.collection.Mode;
import org.suzhi.web.collection.Sender;
import org.suzhi.web.collection.Submissions;

/**
 * Sends the generated interviews of a wave through the same door as any client's: checked, scored, stored. A load that
 * was cut short is simply repeated, since a repeated submission is harmless.
 */
@Component
class DemoResponses {
    private static final int SENDERS = 4;
    private final Submissions submissions;

    DemoResponses(Submissions submissions) {
        this.submissions = submissions;
    }

    /**
     * Sends all interviews of a wave, the k-th of a village for its k-th case where that is one of {@code cases};
     * {@code progress} is told how many are stored so far.
     */
    void send(Wave wave, String formId, Set<String> cases, IntConsumer progress) {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            Semaphore room = new Semaphore(SENDERS * 8);
            AtomicInteger stored = new AtomicInteger();
            List<Future<?>> sent = new ArrayList<>();
            Iterator<Submission> interviews =
                    wave.submissions(formId, Integer.toString(wave.year())).iterator();
            Map<String, Integer> byVillage = new HashMap<>();
            while (interviews.hasNext()) {
                Submission interview = interviews.next();
                String village = interview.respondent().place().village().code();
                String code = DemoCases.code(village, byVillage.merge(village, 1, Integer::sum));
                CaseClaim claim = CaseClaim.of(cases.contains(code) ? code : null);
                room.acquire();
                sent.add(senders.submit(() -> {
                    try {
                        send(interview, claim);
                        progress.accept(stored.incrementAndGet());
                    } finally {
                        room.release();
                    }
                }));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("loading was interrupted; start the demo again to go on", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a generated interview was refused: " + e.getCause(), e);
        } finally {
            senders.shutdownNow();
        }
    }

    private void send(Submission interview, CaseClaim claim) {
        submissions.receive(
                interview.xml().getBytes(StandardCharsets.UTF_8),
                List.of(),
                new Sender(null, false, Mode.FACE_TO_FACE),
                claim,
                interview.end().toInstant(),
                Locale.ENGLISH);
    }
}
