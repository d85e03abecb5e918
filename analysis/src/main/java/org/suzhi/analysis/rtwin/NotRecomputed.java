package org.suzhi.analysis.rtwin;

/** A part of an analysis that the twin does not write in R. The message is the key or the value that stands in the way. */
final class NotRecomputed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotRecomputed(String what) {
        super(what);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
