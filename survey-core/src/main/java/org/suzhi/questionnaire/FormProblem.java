package org.suzhi.questionnaire;

import java.util.List;
import java.util.Locale;

/**
 * One thing wrong in a workbook or an XForm, with its place and what to do about it.
 *
 * @param sheet sheet of the workbook, or "XForm"
 * @param row row as the spreadsheet program numbers it, 0 if it is the whole sheet or an XForm
 * @param column heading of the column, or the XForm element and attribute; empty if it is the whole row
 * @param got what stands there
 * @param code word that names the kind of problem
 * @param arguments further values the message tells
 */
public record FormProblem(String sheet, int row, String column, String got, String code, List<String> arguments) {
    public FormProblem {
        arguments = List.copyOf(arguments);
    }

    /** A problem in an XForm, at an element. */
    public static FormProblem inXForm(String element, String got, String code, String... arguments) {
        return new FormProblem("XForm", 0, element, got, code, List.of(arguments));
    }

    /** What is wrong. */
    public String message(Locale locale) {
        return Messages.text(locale, "problem." + code, withGot());
    }

    /** What to do. */
    public String remedy(Locale locale) {
        return Messages.text(locale, "problem." + code + ".remedy", withGot());
    }

    /** Place, message and remedy in one line. */
    public String line(Locale locale) {
        String place = row > 0
                ? Messages.text(locale, "place.cell", sheet, String.valueOf(row), column)
                : Messages.text(locale, "place.sheet", sheet, column);
        return place.strip() + ": " + message(locale) + " " + remedy(locale);
    }

    private Object[] withGot() {
        var all = new Object[arguments.size() + 1];
        all[0] = got;
        for (int i = 0; i < arguments.size(); i++) {
            all[i + 1] = arguments.get(i);
        }
        return all;
    }
}
