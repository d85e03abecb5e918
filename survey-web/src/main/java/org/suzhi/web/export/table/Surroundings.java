package org.suzhi.web.export.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.suzhi.web.questionnaire.AnswerCodes;

/**
 * What columns need to know besides the questionnaire.
 *
 * @param modes how responses can be given, with their names
 * @param groups the priority groups with their names
 * @param levels the levels of the variables that the wave's margins name, for answers that are calculated
 * @param refusal the answer by which a respondent declines the interview
 * @param codes choices that are no answer
 */
public record Surroundings(
        Study study,
        Sample sample,
        Map<String, Label> modes,
        Map<String, Label> groups,
        Map<String, List<String>> levels,
        Refusal refusal,
        AnswerCodes codes,
        Weights weights,
        MessageSource messages) {
    public Surroundings {
        modes = ordered(modes);
        groups = ordered(groups);
        levels = Map.copyOf(levels);
    }

    /** An answer that means no interview took place. */
    public record Refusal(String item, String answer) {}

    /** The codes of the drawn sample with their names. */
    public record Sample(
            Map<String, Label> strata,
            Map<String, Label> psus,
            Map<String, Label> towns,
            Map<String, Label> residences) {
        public Sample {
            strata = ordered(strata);
            psus = ordered(psus);
            towns = ordered(towns);
            residences = ordered(residences);
        }
    }

    private static Map<String, Label> ordered(Map<String, Label> labels) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    boolean isRefusal(StoredResponse response) {
        return response.text(refusal.item()).equals(refusal.answer());
    }

    /** The name of a column that the server adds. */
    Label label(String name, Object... arguments) {
        return new Label(
                messages.getMessage("exports.variable." + name, arguments, Locale.SIMPLIFIED_CHINESE),
                messages.getMessage("exports.variable." + name, arguments, Locale.ENGLISH));
    }
}
