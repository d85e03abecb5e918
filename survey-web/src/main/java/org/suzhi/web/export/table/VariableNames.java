package org.suzhi.web.export.table;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Gives variables names that every format takes: letters, digits and underscores, no digit first, at most 32 characters,
 * and no two alike even where capitals do not count.
 */
final class VariableNames {
    private static final int LONGEST = 32;
    private final Set<String> taken = new HashSet<>();

    String next(String wanted) {
        String name = wanted.replaceAll("[^\\p{L}\\p{N}_]", "_");
        if (name.isEmpty() || Character.isDigit(name.codePointAt(0))) {
            name = "v" + name;
        }
        String free = cut(name, LONGEST);
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            String end = "_" + i;
            free = cut(name, LONGEST - end.length()) + end;
        }
        return free;
    }

    private static String cut(String name, int length) {
        return name.length() <= length ? name : name.substring(0, length);
    }
}
