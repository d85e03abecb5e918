package org.suzhi.web.division;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.suzhi.web.questionnaire.UploadedFile;

/** A file that shows a value: a document, a picture or a table of one of the known kinds. */
public final class Evidence {
    /** The most bytes of a file. */
    public static final int MOST_BYTES = 10 << 20;

    private static final String ZIP = "PK\u0003\u0004";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    /** A media type with the characters, each a byte, that its files begin with; none for text. */
    private record Kind(String mediaType, String start) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "pdf", new Kind("application/pdf", "%PDF"),
            "jpg", new Kind("image/jpeg", "\u00FF\u00D8\u00FF"),
            "jpeg", new Kind("image/jpeg", "\u00FF\u00D8\u00FF"),
            "png", new Kind("image/png", "\u0089PNG"),
            "docx", new Kind(OFFICE + "wordprocessingml.document", ZIP),
            "xlsx", new Kind(OFFICE + "spreadsheetml.sheet", ZIP),
            "ofd", new Kind("application/ofd", ZIP),
            "csv", new Kind("text/csv", ""),
            "txt", new Kind("text/plain", ""));

    private final String name;
    private final String mediaType;
    private final byte[] content;

    private Evidence(String name, String mediaType, byte[] content) {
        this.name = name;
        this.mediaType = mediaType;
        this.content = content;
    }

    /** The endings of the kinds that are taken. */
    public static List<String> endings() {
        return KINDS.keySet().stream().sorted().toList();
    }

    /** A file, or empty where it is not of the kind that its name says. */
    public static Optional<Evidence> of(String name, byte[] content) {
        String base = UploadedFile.lastName(name).replaceAll("\\p{Cntrl}", "").strip();
        String ending = base.substring(base.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Kind kind = KINDS.get(ending);
        if (kind == null || content.length == 0 || base.length() > 200 || !begins(content, kind)) {
            return Optional.empty();
        }
        return Optional.of(new Evidence(base, kind.mediaType(), content.clone()));
    }

    private static boolean begins(byte[] content, Kind kind) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return kind.start().isEmpty() ? text.indexOf('\0') < 0 : text.startsWith(kind.start());
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return "Evidence[" + mediaType + ", " + content.length + " bytes]";
    }
}
