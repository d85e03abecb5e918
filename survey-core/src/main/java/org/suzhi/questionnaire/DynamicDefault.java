package org.suzhi.questionnaire;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a default that must be calculated from one that is just a value. */
final class DynamicDefault {
    private static final Set<String> HYPHENATED = Set.of("date", "dateTime", "geopoint", "geotrace", "geoshape");

    /** The words of an expression; the first that fits counts, as in a lexer. */
    private static final Pattern WORDS = Pattern.compile(
            "(?<date>\\d{4}-\\d{2}-\\d{2}(T\\S+)?)"
                    + "|(?<time>\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})?)"
                    + "|(?<number>-?(\\d+\\.?\\d*|\\.\\d+))"
                    + "|(?<operator>[*+-]| mod | div )"
                    + "|(?<union>\\|)"
                    + "|(?<literal>\"[^\"]*\"|'[^']*')"
                    + "|(?<reference>\\$\\{[^}]*\\})"
                    + "|(?<uri>" + Names.NAME + "://\\S*)"
                    + "|(?<call>(" + Names.NAME + ":)?" + Names.NAME + "\\()"
                    + "|(?<predicate>(" + Names.NAME + ":)?" + Names.NAME + "\\[)"
                    + "|(?<name>" + Names.NAME + ")"
                    + "|(?<other>.)",
            Pattern.DOTALL);

    private DynamicDefault() {}

    static boolean isDynamic(String value, String type) {
        Matcher words = WORDS.matcher(value);
        while (words.find()) {
            boolean minus = words.group("operator") != null && words.group().equals("-");
            if (minus && HYPHENATED.contains(type)) {
                return false;
            }
            if (words.group("operator") != null
                    || words.group("union") != null
                    || words.group("reference") != null
                    || words.group("call") != null
                    || words.group("predicate") != null) {
                return true;
            }
        }
        return false;
    }
}
