package org.suzhi.web.export.table;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.suzhi.web.fieldwork.MarginCell;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.Wave;

/**
 * What the data are about.
 *
 * @param youngest lowest age of the target population
 * @param literateFrom score from which a respondent counts as literate
 * @param smallestCell fewest respondents of a cell whose number is told
 * @param sampledPsus PSUs drawn
 * @param invited persons drawn
 * @param margins population totals in use
 * @param weighting how the weights of the published estimates are made
 * @param published the published rate of the wave
 * @param version of the questionnaire
 */
public record Study(
        Survey survey,
        Wave wave,
        String formTitle,
        String formId,
        String version,
        int youngest,
        int oldest,
        double literateFrom,
        int smallestCell,
        int sampledPsus,
        int strata,
        int invited,
        List<MarginCell> margins,
        Weighting weighting,
        Optional<Rate> published,
        OffsetDateTime exportedAt) {
    /** A rate as published. */
    public record Rate(double estimate, double standardError) {}

    /**
     * How base weights become those of the estimates.
     *
     * @param weighted whether the wave is weighted at all; else it has no published estimates
     * @param raked whether base weights are raked to the margins in use, with no further step
     * @param steps as a specification calls them, in their order
     */
    public record Weighting(boolean weighted, boolean raked, List<String> steps) {
        public Weighting {
            steps = List.copyOf(steps);
        }
    }

    public Study {
        margins = List.copyOf(margins);
    }

    /** Start of every file's name; says of made-up data that they are. */
    public String fileName() {
        return fileName(survey, wave);
    }

    public static String fileName(Survey survey, Wave wave) {
        return survey.code() + "-" + wave.year() + (survey.synthetic() ? "-synthetic" : "");
    }

    public LocalDate exportedOn() {
        return exportedAt.toLocalDate();
    }
}
