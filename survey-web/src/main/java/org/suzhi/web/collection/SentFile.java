package org.suzhi.web.collection;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;
import org.suzhi.web.questionnaire.Sha256;

/** A file that came with a submission. */
public final class SentFile {
    /** No place, no hidden file, nothing that a list would show in another order than it is written. */
    private static final Pattern SAFE_NAME = Pattern.compile("[^./\\\\\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]"
            + "[^/\\\\\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]{0,254}");

    private final String name;
    private final String mediaType;
    private final byte[] content;
    private final String sha256;

    private SentFile(String name, String mediaType, byte[] content) {
        this.name = name;
        this.mediaType = mediaType;
        this.content = content;
        this.sha256 = Sha256.hex(content);
    }

    /**
     * A file as a client named it.
     *
     * @throws Problem when the name could mean a place rather than a file
     */
    public static SentFile copyOf(String name, String mediaType, byte[] content) {
        if (!SAFE_NAME.matcher(name).matches()) {
            throw Problem.of(ProblemCode.UNSAFE_FILE_NAME, name);
        }
        return new SentFile(name, mediaType, content.clone());
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return Arrays.copyOf(content, content.length);
    }

    /** Of the content, in hex. */
    public String sha256() {
        return sha256;
    }
}
