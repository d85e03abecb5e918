package org.suzhi.web.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.env.MockEnvironment;

class DrawnAheadTest {
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final CountDownLatch answering = new CountDownLatch(1);

    @Test
    @Timeout(60)
    void asksForTheDashboardInBothLanguagesAndManySeriesDoNotPileUp() throws IOException, InterruptedException {
        HttpServer server = server();
        DrawnAhead ahead = new DrawnAhead(new MockEnvironment()
                .withProperty(
                        "local.server.port", String.valueOf(server.getAddress().getPort())));
        try {
            ahead.seriesShown();
            assertThat(asked.take()).isEqualTo("/?lang=zh-CN");
            IntStream.range(0, 100).forEach(i -> ahead.seriesShown());
            answering.countDown();
            assertThat(List.of(asked.take(), asked.take(), asked.take()))
                    .containsExactly("/?lang=en", "/?lang=zh-CN", "/?lang=en");
            assertThat(asked.poll(500, TimeUnit.MILLISECONDS))
                    .as("after one asking that ran and one that waited")
                    .isNull();
        } finally {
            ahead.destroy();
            server.stop(0);
        }
    }

    @Test
    void asksNobodyWhereNoServerRuns() {
        DrawnAhead ahead = new DrawnAhead(new MockEnvironment());
        ahead.seriesShown();
        ahead.destroy();
        assertThat(asked).isEmpty();
    }

    /** Answers once {@link #answering} is down. */
    private HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            try {
                answering.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
