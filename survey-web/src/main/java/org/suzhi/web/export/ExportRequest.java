package org.suzhi.web.export;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is to be exported, and for whom.
 *
 * @param format end of the file's name, such as {@code csv}
 * @param withText whether free texts, places and device numbers are wanted: they can tell who a person is
 * @param byteOrderMark whether a CSV file begins with the mark by which Excel knows UTF-8
 * @param locale language of labels where the format has room for one only
 * @param user id of the user; absent for the command line
 */
public record ExportRequest(
        int year,
        String format,
        boolean withText,
        boolean byteOrderMark,
        Locale locale,
        @Nullable Long user) {}
