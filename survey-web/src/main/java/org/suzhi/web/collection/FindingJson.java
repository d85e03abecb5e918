package org.suzhi.web.collection;

import java.util.Locale;
import org.suzhi.response.Finding;

/**
 * A finding as told to a client.
 *
 * @param item path of the item in the instance
 * @param label what the item asks
 * @param rule the rule broken, such as {@code constraint}
 */
public record FindingJson(String item, String label, String rule, String got, String expected, String message) {
    static FindingJson of(Finding finding, Locale locale) {
        return new FindingJson(
                finding.item(),
                finding.label().in(locale),
                finding.rule().code(),
                finding.got(),
                finding.expected(),
                finding.message(locale));
    }
}
