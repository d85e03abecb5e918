package org.suzhi.web.publication.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.suzhi.web.publication.SeriesShown;

/**
 * Asks this server for its dashboard as soon as there is another series to show, beside all else, so that the first visitor
 * meets a drawn page: fonts, charts, templates and filters take seconds to load the first time. However fast series follow
 * each other, one asking runs and at most one waits.
 */
@Component
@ConditionalOnWebApplication
class DrawnAhead implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DrawnAhead.class);

    private final Environment environment;
    private final ExecutorService asking = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            task -> {
                Thread thread = new Thread(task, "dashboard-ahead");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    DrawnAhead(Environment environment) {
        this.environment = environment;
    }

    @EventListener(SeriesShown.class)
    void seriesShown() {
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            asking.execute(() -> List.of("zh-CN", "en").forEach(language -> ask(port, language)));
        }
    }

    private void ask(String port, String language) {
        String host = environment.getProperty("server.address", "localhost");
        try (InputStream page = URI.create("http://" + host + ":" + port + "/?lang=" + language)
                .toURL()
                .openStream()) {
            page.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.debug("the dashboard was not drawn ahead", e);
        }
    }

    @Override
    public void destroy() {
        asking.shutdownNow();
    }
}
