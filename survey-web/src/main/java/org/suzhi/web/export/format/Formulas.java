package org.suzhi.web.export.format;

/**
 * Keeps spreadsheet programs from taking a text for a formula: a text that begins as one gets an apostrophe in front. A
 * text that begins with an apostrophe, or with the dot of a missing value, gets one too, so that taking one apostrophe off
 * every text that has it gives back what was there.
 */
final class Formulas {
    private static final String SIGNS = "=+-@\t\r\n＝＋－＠'.";

    private Formulas() {}

    static String disarm(String text) {
        return isArmed(text) ? "'" + text : text;
    }

    static boolean isArmed(String text) {
        return !text.isEmpty() && SIGNS.indexOf(text.charAt(0)) >= 0;
    }
}
