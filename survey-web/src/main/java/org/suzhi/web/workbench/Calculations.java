package org.suzhi.web.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.suzhi.analysis.specification.AnalysisResult;

/** Runs analyses beside the requests that ask for them, each once, and keeps the last results. */
@Component
class Calculations implements DisposableBean {
    private static final int KEPT = 100;
    private static final int AT_ONCE = 2;

    private record Key(String sha256, String specification) {}

    private final Map<Key, CompletableFuture<AnalysisResult>> results = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CompletableFuture<AnalysisResult>> eldest) {
            return size() > KEPT && eldest.getValue().isDone();
        }
    };

    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, task -> {
        Thread thread = new Thread(task, "workbench");
        thread.setDaemon(true);
        return thread;
    });

    /** The result of a specification on rows, begun where it is neither there nor under way. */
    CompletableFuture<AnalysisResult> of(String sha256, String specification, Supplier<AnalysisResult> work) {
        synchronized (results) {
            return results.computeIfAbsent(
                    new Key(sha256, specification), key -> CompletableFuture.supplyAsync(work, workers));
        }
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
