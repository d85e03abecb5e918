package org.suzhi.web.questionnaire.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of uploaded files, which name a file and never a place. */
final class FileNames {
    private static final Pattern SAFE = Pattern.compile(
            "[^./\\\\\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069][^/\\\\\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]{0,254}");

    private FileNames() {}

    /** The name without the folders that some browsers send along. */
    static String last(@Nullable String name) {
        String given = name == null ? "" : name;
        return given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    }

    static boolean isSafe(String name) {
        return SAFE.matcher(name).matches();
    }
}
