package org.suzhi.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References to questions in texts and expressions: {@code ${name}} and {@code ${last-saved#name}}. */
final class Reference {
    static final Pattern PATTERN = Pattern.compile("\\$\\{(last-saved#)?(" + Names.NAME + ")\\}");

    private Reference() {}

    static boolean isIn(String text) {
        return PATTERN.matcher(text).find();
    }

    /** Whether a reference is begun that is none. */
    static boolean isBroken(String text) {
        return PATTERN.matcher(text).replaceAll("").contains("${");
    }

    static boolean isLastSaved(String text) {
        Matcher matcher = PATTERN.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text is one reference and nothing else. */
    static boolean isAll(String text) {
        return PATTERN.matcher(text).matches();
    }

    static List<String> names(String text) {
        var names = new ArrayList<String>();
        Matcher matcher = PATTERN.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(2));
        }
        return names;
    }
}
