package org.suzhi.analysis.rtwin;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The columns that a twin uses, by the names they have in R: a name that R could not read everywhere gets a plain one, {@code
 * column_1} and so on.
 */
final class RNames {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");
    private static final Pattern TOKEN = Pattern.compile(
            "'[^']*'|\"[^\"]*\"|`[^`]*`|[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?|[\\p{L}_][\\p{L}\\p{N}_.]*|&&|\\|\\||.",
            Pattern.DOTALL);
    private static final Set<String> RESERVED = Set.of(
            "if",
            "else",
            "repeat",
            "while",
            "function",
            "for",
            "next",
            "break",
            "in",
            "TRUE",
            "FALSE",
            "NULL",
            "NA",
            "NaN",
            "Inf",
            "T",
            "F",
            "Freq");
    private static final Set<String> FUNCTIONS = Set.of("log", "exp", "sqrt", "abs", "I");

    private final Map<String, String> inR = new LinkedHashMap<>();
    private final Set<String> analysed = new LinkedHashSet<>();

    /** The name in R of a column whose values count; from now on the column is used. */
    String of(String column) {
        analysed.add(column);
        return identifier(column);
    }

    /** The name in R of a column that only tells rows apart; from now on the column is used. */
    String identifier(String column) {
        return inR.computeIfAbsent(
                column,
                name -> PLAIN.matcher(name).matches() && !RESERVED.contains(name)
                        ? name
                        : "column_" + (inR.size() + 1));
    }

    /** The columns used so far, with their names in R. */
    Map<String, String> used() {
        return inR;
    }

    /** Whether the values of a column count. */
    boolean analysed(String column) {
        return analysed.contains(column);
    }

    String texts(List<String> columns) {
        return R.texts(columns.stream().map(this::of).toList());
    }

    /** A one-sided formula of columns, {@code ~1} of none. */
    String formula(List<String> columns) {
        return columns.isEmpty() ? "~1" : columns.stream().map(this::of).collect(Collectors.joining(" + ", "~", ""));
    }

    /** A one-sided formula of columns that only tell rows apart. */
    String identifiers(List<String> columns) {
        return columns.isEmpty()
                ? "~1"
                : columns.stream().map(this::identifier).collect(Collectors.joining(" + ", "~", ""));
    }

    /** An expression or a model's formula with the columns' names in R. */
    String code(String source) {
        StringBuilder out = new StringBuilder();
        Matcher token = TOKEN.matcher(source);
        while (token.find()) {
            String t = token.group();
            char c = t.charAt(0);
            boolean call = FUNCTIONS.contains(t)
                    && source.substring(token.end()).stripLeading().startsWith("(");
            if (c == '\'' || c == '"') {
                out.append(R.text(t.substring(1, t.length() - 1)));
            } else if (c == '`' && t.length() > 1) {
                out.append(of(t.substring(1, t.length() - 1)));
            } else if ((Character.isLetter(c) || c == '_') && !call) {
                out.append(of(t));
            } else {
                out.append(t.equals("&&") ? "&" : t.equals("||") ? "|" : t);
            }
        }
        return out.toString();
    }
}
