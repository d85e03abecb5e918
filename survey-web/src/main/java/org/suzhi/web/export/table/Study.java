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
        Optional<Rate> published,
        OffsetDateTime exportedAt) {
    /** A rate as published. */
    public record Rate(double estimate, double standardError) {}

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
