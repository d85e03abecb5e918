package org.suzhi.web.fieldwork;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A wave to be opened, with its drawn sample and the census margins that its weights are raked to. */
public record NewWave(
        long surveyId,
        int year,
        long questionnaireVersionId,
        LocalDate opensOn,
        @Nullable LocalDate closesOn,
        List<SampledPsu> sample,
        List<MarginCell> margins) {
    public NewWave {
        sample = List.copyOf(sample);
        margins = List.copyOf(margins);
    }
}
