package org.suzhi.web.questionnaire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A file that a browser sent. */
public final class UploadedFile {
    private static final Pattern SAFE = Pattern.compile(
            "[^./\\\\\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069][^/\\\\\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]{0,254}");

    private UploadedFile() {}

    /** The name that it came with, without the folders that some browsers send along; "" where it came with none. */
    public static String name(MultipartFile file) {
        return lastName(file.getOriginalFilename());
    }

    /** The part of a name after the last folder, of whatever system; "" where there is none. */
    public static String lastName(@Nullable String name) {
        return name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** The name, or another where it came with none. */
    public static String nameOr(MultipartFile file, String other) {
        String name = name(file);
        return name.isBlank() ? other : name;
    }

    /** Whether a name names a file and never a place. */
    public static boolean isSafe(String name) {
        return SAFE.matcher(name).matches();
    }

    /** All of its bytes; uploads are limited in size before they come here. */
    public static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
