package org.suzhi.web.publication.page;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.suzhi.web.publication.SeriesShown;

/**
 * Draws the dashboard as soon as there is another series to show, beside all else, so that the first visitor meets a drawn
 * page: fonts and charts take seconds to load the first time. However fast series follow each other, one drawing runs and
 * at most one waits.
 */
@Component
@ConditionalOnWebApplication
class DrawnAhead implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DrawnAhead.class);

    private final DashboardController dashboard;
    private final ExecutorService drawing = new ThreadPoolExecutor(
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

    DrawnAhead(DashboardController dashboard) {
        this.dashboard = dashboard;
    }

    @EventListener(SeriesShown.class)
    void seriesShown() {
        drawing.execute(this::draw);
    }

    private void draw() {
        try {
            for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                dashboard.dashboard(new View(null, null), new ExtendedModelMap(), language);
            }
        } catch (RuntimeException e) {
            LOG.error("the dashboard could not be drawn ahead", e);
        }
    }

    @Override
    public void destroy() {
        drawing.shutdownNow();
    }
}
