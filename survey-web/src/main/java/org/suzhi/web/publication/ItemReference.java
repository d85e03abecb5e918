package org.suzhi.web.publication;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * How many answered an item right elsewhere, as published.
 *
 * @param item name of the item in this survey's questionnaires
 * @param place country or region, such as "China"
 * @param year as the source writes it
 * @param n respondents; null where the source does not tell
 * @param percent 0 to 100
 * @param source where it was read
 */
public record ItemReference(
        String item, String place, String year, @Nullable Integer n, double percent, String source) {
    /** What the figures are compared by, such as "China 2007". */
    public String survey() {
        return place + " " + year;
    }

    /** The same in the reader's language, where the bundles have the place. */
    public String survey(MessageSource messages, Locale locale) {
        return messages.getMessage("place." + place, null, place, locale) + " " + year;
    }
}
