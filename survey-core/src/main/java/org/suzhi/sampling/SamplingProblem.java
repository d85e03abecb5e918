package org.suzhi.sampling;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * One thing wrong in a frame, a list or a plan, with its place and what to do about it.
 *
 * @param source {@code frame}, {@code list}, {@code plan}, {@code size}, {@code allocation} or {@code record}
 * @param row row as the spreadsheet program numbers it; 0 where there is none
 * @param column heading of the column or key of the plan; empty if it is the whole
 * @param got what stands there
 * @param code words joined by hyphens that name the rule that is broken
 * @param arguments further values the message tells, from {@code {1}} on
 */
public record SamplingProblem(String source, int row, String column, String got, String code, List<String> arguments) {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public SamplingProblem {
        arguments = List.copyOf(arguments);
    }

    /** A problem of a plan at one of its keys, such as {@code strata.t01.psus}. */
    static SamplingProblem inPlan(String key, Object got, String code, Object... arguments) {
        return new SamplingProblem("plan", 0, key, String.valueOf(got), code, texts(arguments));
    }

    static List<String> texts(Object... arguments) {
        return List.of(arguments).stream().map(String::valueOf).toList();
    }

    /** What is wrong, what is expected and what to do. */
    public String message(Locale locale) {
        Object[] all = new Object[arguments.size() + 1];
        all[0] = shown(got);
        for (int i = 0; i < arguments.size(); i++) {
            all[i + 1] = shown(arguments.get(i));
        }
        return text(locale, "problem." + code, all);
    }

    /** Place and message in one line. */
    public String line(Locale locale) {
        String where = text(locale, "source." + source);
        String place = row > 0
                ? text(locale, "place.cell", where, String.valueOf(row), column)
                : column.isEmpty()
                        ? text(locale, "place.whole", where)
                        : text(locale, "place.key", where, shown(column));
        return place + message(locale);
    }

    private static String shown(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }

    private static String text(Locale locale, String key, Object... arguments) {
        var bundle = ResourceBundle.getBundle("org.suzhi.sampling.messages", locale, NO_FALLBACK);
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}
