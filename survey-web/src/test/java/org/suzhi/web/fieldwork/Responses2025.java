package org.suzhi.web.fieldwork;

import java.util.UUID;
import org.suzhi.sample.SampleCounty;

/** Responses to the questionnaire of 2025, each with an id of its own. */
public final class Responses2025 {
    private static final String ONE = SampleCounty.of(SampleCounty.DEMONSTRATION_SEED)
            .wave(2025)
            .submissions("literacy", "2025")
            .findFirst()
            .orElseThrow()
            .xml();

    private Responses2025() {}

    public static String fresh() {
        return ONE.replaceAll("uuid:[0-9a-f-]{36}", "uuid:" + UUID.randomUUID());
    }
}
