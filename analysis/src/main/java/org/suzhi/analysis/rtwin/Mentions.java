package org.suzhi.analysis.rtwin;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a specification that may be names of columns: what it names nowhere, its analysis does not use. */
final class Mentions {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");

    /** Whose keys are columns; elsewhere keys are words of the specification. */
    private static final Set<String> BY_COLUMN = Set.of("factors", "cells");

    private static final Set<String> NOTES = Set.of("id", "title", "source", "data");
    private final Set<String> words = new HashSet<>();

    private Mentions() {}

    static Set<String> of(Map<?, ?> specification) {
        Mentions mentions = new Mentions();
        specification.forEach((key, value) -> {
            if (!NOTES.contains(String.valueOf(key))) {
                mentions.add(value, BY_COLUMN.contains(String.valueOf(key)));
            }
        });
        return mentions.words;
    }

    private void add(Object value, boolean keyed) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                String name = String.valueOf(key);
                if (keyed) {
                    words.add(name);
                }
                if (!NOTES.contains(name)) {
                    add(one, BY_COLUMN.contains(name));
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(one -> add(one, keyed));
        } else {
            String text = String.valueOf(value);
            words.add(text);
            Matcher name = NAME.matcher(text);
            while (name.find()) {
                words.add(name.group());
            }
        }
    }
}
