package org.suzhi.web.publication.page;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * CSV after RFC 4180 that spreadsheets open as it is meant: it begins with a byte order mark, so that Chinese is read
 * as UTF-8, and no cell of text can be taken for a formula.
 */
public final class Csv {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE]-?\\d+)?");
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r].*", Pattern.DOTALL);

    private final StringBuilder text;

    public Csv() {
        this("\uFEFF");
    }

    private Csv(String beginning) {
        text = new StringBuilder(beginning);
    }

    /** Without a byte order mark, which programs would take for a part of the first heading. */
    static Csv forPrograms() {
        return new Csv("");
    }

    public void line(List<String> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** A number as it is; nothing where there is none. */
    static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    public String text() {
        return text.toString();
    }

    private static String cell(String value) {
        boolean formula =
                FORMULA.matcher(value).matches() && !NUMBER.matcher(value).matches();
        String safe = formula ? "'" + value : value;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
