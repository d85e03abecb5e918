package org.suzhi.web.publication.page;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;

/** Draws the dashboard once the server is up, beside its first requests: fonts and charts take seconds to load the first time. */
@Component
@ConditionalOnWebApplication
class DrawnAtStart {
    private final DashboardController dashboard;

    DrawnAtStart(DashboardController dashboard) {
        this.dashboard = dashboard;
    }

    @EventListener(ApplicationReadyEvent.class)
    void draw() {
        Thread drawing = new Thread(
                () -> List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                        .forEach(language ->
                                dashboard.dashboard(new View(null, null), new ExtendedModelMap(), language)),
                "dashboard-at-start");
        drawing.setDaemon(true);
        drawing.start();
    }
}
