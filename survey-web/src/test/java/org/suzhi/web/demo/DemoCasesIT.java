package org.suzhi.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.suzhi.sample.SampleCounty;
import org.suzhi.sample.SampledVillage;
import org.suzhi.sample.Wave;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.fieldwork.Cases;
import org.suzhi.web.fieldwork.Counts;
import org.suzhi.web.fieldwork.Outcome;
import org.suzhi.web.publication.Publications;

/** A wave of the demonstration that is over has a case for everybody invited, all of them ended. */
class DemoCasesIT extends ServerFixture {
    @Autowired
    private Cases cases;

    @Autowired
    private Counts counts;

    @Autowired
    private Publications publications;

    @Autowired
    private DemoCases demonstration;

    @Test
    void everybodyInvitedToAWaveThatIsOverHasAnOutcome() {
        Wave wave = SampleCounty.of(SampleCounty.DEMONSTRATION_SEED).wave(2024);
        Map<Outcome.Kind, Integer> kinds = Counts.byKind(counts.cases(wave(2024)));
        assertThat(kinds.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(wave.sampledVillages().stream()
                        .mapToInt(SampledVillage::invited)
                        .sum());
        assertThat(kinds.get(Outcome.Kind.INTERVIEW))
                .isEqualTo((int) wave.respondents().count());
        assertThat(kinds.get(Outcome.Kind.REFUSAL)).isPositive();
        assertThat(cases.open(wave(2024))).isEmpty();
        assertThat(publications.current().orElseThrow().waves().get(0).outcomes())
                .isEqualTo(kinds);
    }

    @Test
    void concludingAgainChangesNothing() {
        Map<Outcome.Kind, Integer> before = Counts.byKind(counts.cases(wave(2024)));
        demonstration.conclude(
                wave(2024), SampleCounty.of(SampleCounty.DEMONSTRATION_SEED).wave(2024));
        assertThat(Counts.byKind(counts.cases(wave(2024)))).isEqualTo(before);
    }
}
