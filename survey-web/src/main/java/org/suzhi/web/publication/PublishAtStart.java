package org.suzhi.web.publication;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Brings the published series up with the server. */
@Component
@ConditionalOnWebApplication
class PublishAtStart implements ApplicationRunner {
    private final WavePublisher publisher;

    PublishAtStart(WavePublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        publisher.publishAll();
    }
}
