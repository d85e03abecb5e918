package org.suzhi.web.publication;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.suzhi.web.fieldwork.Fieldwork;

/** Brings the published series up with the server; waves whose rows are unchanged are read, not computed. */
@Component
@ConditionalOnWebApplication
class PublishAtStart implements ApplicationRunner {
    private final Fieldwork fieldwork;
    private final WavePublisher publisher;

    PublishAtStart(Fieldwork fieldwork, WavePublisher publisher) {
        this.fieldwork = fieldwork;
        this.publisher = publisher;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        fieldwork
                .survey()
                .ifPresent(survey -> fieldwork.waves(survey.id()).forEach(wave -> publisher.publishIfStale(wave.id())));
    }
}
