package org.suzhi.questionnaire;

import java.util.regex.Pattern;

/** The names XML allows. */
final class Names {
    private static final String START = "A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D"
            + "\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD";
    static final String NAME = "[" + START + "][" + START + "\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]*";
    private static final Pattern XML_NAME = Pattern.compile("(" + NAME + ":)?" + NAME);

    private Names() {}

    static boolean isXmlName(String text) {
        return XML_NAME.matcher(text).matches();
    }
}
