package org.suzhi.bench.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A number of connections, each busy with one operation after the other for some seconds. */
final class Phase {
    /** One connection's operation; each worker has its own. */
    interface Worker extends AutoCloseable {
        void work() throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    interface Connect {
        Worker open(int number) throws Exception;
    }

    private Phase() {}

    static Latencies run(int connections, int seconds, Connect connect) throws Exception {
        Latencies latencies = new Latencies();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            List<Future<?>> running = new ArrayList<>();
            for (int c = 0; c < connections; c++) {
                int number = c;
                running.add(threads.submit(() -> {
                    try (Worker worker = connect.open(number)) {
                        for (long begin = System.nanoTime(); begin < end; ) {
                            worker.work();
                            long now = System.nanoTime();
                            latencies.add(now - begin);
                            begin = now;
                        }
                    }
                    return true;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return latencies;
    }
}
