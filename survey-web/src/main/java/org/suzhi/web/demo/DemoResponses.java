package org.suzhi.web.demo;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
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
import org.suzhi.web.collection.Mode;
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

    /** Sends all interviews of a wave; {@code progress} is told how many are stored so far. */
    void send(Wave wave, String formId, IntConsumer progress) {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            Semaphore room = new Semaphore(SENDERS * 8);
            AtomicInteger stored = new AtomicInteger();
            java.util.List<Future<?>> sent = new java.util.ArrayList<>();
            Iterator<Submission> interviews =
                    wave.submissions(formId, Integer.toString(wave.year())).iterator();
            while (interviews.hasNext()) {
                Submission interview = interviews.next();
                room.acquire();
                sent.add(senders.submit(() -> {
                    try {
                        send(interview);
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

    private void send(Submission interview) {
        submissions.receive(
                interview.xml().getBytes(StandardCharsets.UTF_8),
                Mode.FACE_TO_FACE,
                null,
                interview.end().toInstant(),
                Locale.ENGLISH);
    }
}
