package org.suzhi.web.supervision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads the fields of a posted form and collects what is wrong with them, each in words. */
public final class FormInput {
    private final MultiValueMap<String, String> fields;
    private final Desk desk;
    private final Locale locale;
    private final List<String> problems = new ArrayList<>();

    public FormInput(MultiValueMap<String, String> fields, Desk desk, Locale locale) {
        this.fields = fields;
        this.desk = desk;
        this.locale = locale;
    }

    /** The field without surrounding blanks; empty where it was not sent. */
    public String text(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** A short text that must be given. */
    public String required(String name, int longest) {
        String value = optional(name, longest);
        if (value == null) {
            wrong("form.missing", label(name));
        }
        return value == null ? "" : value;
    }

    /** A short text, or null where the field is empty. */
    public @Nullable String optional(String name, int longest) {
        String value = text(name);
        if (value.length() > longest) {
            wrong("form.too-long", label(name), longest);
        }
        return value.isEmpty() ? null : value;
    }

    /** A date that must be given; a stand-in where it is not one. */
    public LocalDate date(String name) {
        Optional<LocalDate> date = optionalDate(name);
        if (date.isEmpty() && text(name).isEmpty()) {
            wrong("form.missing", label(name));
        }
        return date.orElse(LocalDate.EPOCH);
    }

    public Optional<LocalDate> optionalDate(String name) {
        String value = text(name);
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(value));
        } catch (DateTimeException e) {
            wrong("form.no-date", label(name), value);
            return Optional.empty();
        }
    }

    /** A number within bounds; a stand-in where it is not one. */
    public double number(String name, double least, double most) {
        return number(name, label(name), least, most);
    }

    /** A number within bounds, of a row of a table: told by the row and what the column is called. */
    public double numberOf(String name, String row, String labelKey, double least, double most) {
        return number(name, row + " · " + words(labelKey), least, most);
    }

    private double number(String name, String label, double least, double most) {
        String value = text(name);
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as is a number out of bounds.
        }
        wrong("form.no-number", label, value, number(least), number(most));
        return least;
    }

    private static String number(double bound) {
        return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
    }

    private String label(String name) {
        return desk.text(locale, "field." + name);
    }

    /** A text of the page, in the language of the reader. */
    public String words(String key) {
        return desk.text(locale, key);
    }

    public void wrong(String key, Object... arguments) {
        problems.add(desk.text(locale, key, arguments));
    }

    /** Adds a problem that is in words already. */
    public void wrongWords(String sentence) {
        problems.add(sentence);
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }
}
