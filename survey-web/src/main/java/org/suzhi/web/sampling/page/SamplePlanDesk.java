package org.suzhi.web.sampling.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.suzhi.sampling.SamplingProblems;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.sampling.Frames;
import org.suzhi.web.sampling.SamplingPlans;
import org.suzhi.web.supervision.Desk;
import org.suzhi.web.supervision.FormInput;

/** What is planned of a wave, and from what. */
@Component
class SamplePlanDesk {
    private final Desk desk;
    private final Fieldwork fieldwork;
    private final Frames frames;
    private final SamplingPlans plans;
    private final LastWave lastWave;

    SamplePlanDesk(Desk desk, Fieldwork fieldwork, Frames frames, SamplingPlans plans, LastWave lastWave) {
        this.desk = desk;
        this.fieldwork = fieldwork;
        this.frames = frames;
        this.plans = plans;
        this.lastWave = lastWave;
    }

    List<StratumFrame> strata(Wave wave) {
        return StratumFrame.of(
                frames.newest(wave.id()).map(frame -> frames.units(frame.id())).orElse(List.of()));
    }

    Optional<LastWave.Figures> last(Wave wave) {
        return lastWave.before(wave);
    }

    Optional<SamplingPlans.Saved> saved(Wave wave) {
        return plans.find(wave.id());
    }

    /** The rate that is to be exceeded, as a share. */
    double target(Wave wave) {
        return fieldwork.target(wave.surveyId()).value();
    }

    List<NamedCode> groups(Wave wave) {
        return fieldwork.groups(wave.surveyId());
    }

    /** What the saved plan comes to; empty where there is none or it does not fit the frame any more. */
    Optional<PlanReading> reading(Wave wave) {
        Optional<SamplingPlans.Saved> saved = saved(wave);
        List<StratumFrame> strata = strata(wave);
        if (saved.isEmpty() || strata.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> fields =
                new LinkedHashMap<>(PlanForm.offered(strata, last(wave), target(wave), wave.plannedMargin()));
        fields.putAll(saved.get().fields());
        MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
        fields.forEach(given::add);
        FormInput input = new FormInput(given, desk, Locale.ENGLISH);
        PlanForm form = PlanForm.read(strata, input);
        try {
            return input.problems().isEmpty()
                    ? Optional.of(new PlanReading(form, strata, target(wave)))
                    : Optional.empty();
        } catch (SamplingProblems e) {
            return Optional.empty();
        }
    }
}
