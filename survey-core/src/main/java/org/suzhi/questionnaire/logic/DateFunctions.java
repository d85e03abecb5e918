package org.suzhi.questionnaire.logic;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;
import org.jaxen.JaxenException;
import org.jspecify.annotations.Nullable;

/** Functions of dates and times; a date is its ISO 8601 text. */
final class DateFunctions {
    private DateFunctions() {}

    static void addTo(Map<String, OdkFunction> functions) {
        functions.put("today", new OdkFunction(0, 0, a -> a.evaluation().today().toString()));
        functions.put(
                "now", new OdkFunction(0, 0, a -> Dates.text(a.evaluation().now())));
        functions.put("date", new OdkFunction(1, 1, a -> date(a.value(0))));
        functions.put("date-time", new OdkFunction(1, 1, a -> {
            LocalDateTime time = time(a.value(0));
            String text = Values.string(a.value(0));
            return time == null ? "" : text.indexOf('T') > 0 ? text : time.toString();
        }));
        functions.put("decimal-date-time", new OdkFunction(1, 1, a -> {
            LocalDateTime time = time(a.value(0));
            return time == null ? Double.NaN : Dates.days(time);
        }));
        functions.put("decimal-date", new OdkFunction(1, 1, a -> Math.floor(a.number(0))));
        functions.put("decimal-time", new OdkFunction(1, 1, a -> {
            String text = a.text(0);
            LocalTime time = Dates.time(text.substring(text.indexOf('T') + 1));
            return time == null ? Double.NaN : time.toNanoOfDay() / 86_400e9;
        }));
        functions.put("format-date", new OdkFunction(2, 2, DateFunctions::format));
        functions.put("format-date-time", new OdkFunction(2, 2, DateFunctions::format));
    }

    private static @Nullable LocalDateTime time(Object value) {
        if (value instanceof Number || Values.isPlainNumber(Values.string(value))) {
            double days = Values.number(value);
            return Double.isNaN(days) || Double.isInfinite(days) ? null : Dates.fromDays(days);
        }
        return Dates.dateTime(Values.string(value));
    }

    private static String date(Object value) {
        LocalDateTime time = time(value);
        return time == null ? "" : time.toLocalDate().toString();
    }

    private static String format(Arguments a) throws JaxenException {
        LocalDateTime time = time(a.value(0));
        return time == null ? "" : format(time, a.text(1));
    }

    private static String format(LocalDateTime t, String pattern) {
        var out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '%' || i + 1 == pattern.length()) {
                out.append(c);
                continue;
            }
            out.append(part(t, pattern.charAt(++i)));
        }
        return out.toString();
    }

    private static String part(LocalDateTime t, char code) {
        return switch (code) {
            case '%' -> "%";
            case 'Y' -> "%04d".formatted(t.getYear());
            case 'y' -> "%02d".formatted(t.getYear() % 100);
            case 'm' -> "%02d".formatted(t.getMonthValue());
            case 'n' -> String.valueOf(t.getMonthValue());
            case 'b' -> t.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'd' -> "%02d".formatted(t.getDayOfMonth());
            case 'e' -> String.valueOf(t.getDayOfMonth());
            case 'a' -> t.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'w' -> String.valueOf(t.getDayOfWeek().getValue() % 7);
            case 'W' -> "%02d".formatted(t.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'H' -> "%02d".formatted(t.getHour());
            case 'h' -> String.valueOf(t.getHour());
            case 'M' -> "%02d".formatted(t.getMinute());
            case 'S' -> "%02d".formatted(t.getSecond());
            case '3' -> "%03d".formatted(t.getNano() / 1_000_000);
            default ->
                throw new ExpressionException("format-date()", "unknown letter %" + code + " in the date's pattern");
        };
    }
}
