package org.suzhi.web.fieldwork;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What strata are called: a stratum whose code is that of a town is called as the town; one whose code goes on behind a
 * hyphen, such as {@code t01-urban}, as the town and the kind of residence. Others keep their codes.
 */
@Component
public class StratumNames {
    private final Fieldwork fieldwork;
    private final MessageSource messages;

    StratumNames(Fieldwork fieldwork, MessageSource messages) {
        this.fieldwork = fieldwork;
        this.messages = messages;
    }

    /** The names of a survey's strata in a language. */
    public Names of(long surveyId, Locale locale) {
        Map<String, String> towns = fieldwork.towns(surveyId).stream()
                .collect(Collectors.toMap(NamedCode::code, town -> town.name(locale)));
        return new Names(towns, kind -> messages.getMessage("level.residence." + kind, null, kind, locale));
    }

    /**
     * Names of strata.
     *
     * @param towns names by code
     * @param kinds names of kinds of residence by code
     */
    public record Names(Map<String, String> towns, UnaryOperator<String> kinds) {
        public Names {
            towns = Map.copyOf(towns);
        }

        /** The name of a stratum, else its code. */
        public String of(String code) {
            String whole = towns.get(code);
            int hyphen = code.lastIndexOf('-');
            if (whole != null || hyphen < 0) {
                return whole == null ? code : whole;
            }
            String town = towns.get(code.substring(0, hyphen));
            return town == null ? code : town + " · " + kinds.apply(code.substring(hyphen + 1));
        }
    }
}
