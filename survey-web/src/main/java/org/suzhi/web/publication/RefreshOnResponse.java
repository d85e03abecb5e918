package org.suzhi.web.publication;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.suzhi.web.collection.ResponseStored;

/**
 * Publishes a wave anew after responses have come in or its weighting has changed: once they pause for a second, and while
 * they keep coming after thirty seconds, or longer where an analysis takes so long that it would take a notable share of
 * the server.
 */
@Component
class RefreshOnResponse implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshOnResponse.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(30);

    /** At most one part in so many of the time goes into publishing. */
    private static final int SHARE = 50;

    private record Waiting(long first, long last) {
        boolean isDue(long now, long longest) {
            return now - last >= PAUSE || now - first >= longest;
        }
    }

    private final WavePublisher publisher;
    private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private long longest = LONGEST;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "publication");
        thread.setDaemon(true);
        return thread;
    });

    RefreshOnResponse(WavePublisher publisher) {
        this.publisher = publisher;
        // publishDue lets no exception out, so nobody needs the future.
        var unused = timer.scheduleWithFixedDelay(this::publishDue, 250, 250, TimeUnit.MILLISECONDS);
    }

    @EventListener
    void responseStored(ResponseStored event) {
        changed(event.waveId());
    }

    @TransactionalEventListener
    void weightingChanged(WeightingChanged event) {
        changed(event.waveId());
    }

    private void changed(long wave) {
        long now = System.nanoTime();
        waiting.merge(wave, new Waiting(now, now), (old, fresh) -> new Waiting(old.first(), now));
    }

    private void publishDue() {
        long now = System.nanoTime();
        waiting.forEach((wave, since) -> {
            if (since.isDue(now, longest) && waiting.remove(wave, since)) {
                long begin = System.nanoTime();
                try {
                    publisher.publishIfStale(wave);
                } catch (RuntimeException e) {
                    LOG.error("wave id {}: publishing failed", wave, e);
                }
                longest = Math.max(LONGEST, SHARE * (System.nanoTime() - begin));
            }
        });
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
