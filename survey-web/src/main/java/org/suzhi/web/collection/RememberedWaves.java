package org.suzhi.web.collection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Wave;

/** The wave that a questionnaire is asked in, and its survey's groups: read once in a few seconds, not with every response. */
@Component
final class RememberedWaves {
    private static final Duration KEPT = Duration.ofSeconds(5);

    /** A wave and the codes of its survey's groups. */
    record GroupedWave(Wave wave, List<String> groups) {
        GroupedWave {
            groups = List.copyOf(groups);
        }
    }

    private record Remembered(GroupedWave wave, Instant until) {}

    private final Fieldwork fieldwork;
    private final Clock clock;
    private final Map<Long, Remembered> waves = new ConcurrentHashMap<>();

    RememberedWaves(Fieldwork fieldwork, Clock clock) {
        this.fieldwork = fieldwork;
        this.clock = clock;
    }

    Optional<GroupedWave> of(long questionnaireVersionId) {
        Instant now = clock.instant();
        Remembered remembered = waves.get(questionnaireVersionId);
        if (remembered != null && now.isBefore(remembered.until)) {
            return Optional.of(remembered.wave);
        }
        Optional<GroupedWave> read = fieldwork
                .waveOf(questionnaireVersionId)
                .map(wave -> new GroupedWave(
                        wave,
                        fieldwork.groups(wave.surveyId()).stream()
                                .map(NamedCode::code)
                                .toList()));
        read.ifPresent(wave -> waves.put(questionnaireVersionId, new Remembered(wave, now.plus(KEPT))));
        return read;
    }
}
