package org.suzhi.questionnaire.logic;

/** XML that was not read, and why. */
public final class MalformedXml extends Exception {
    private static final long serialVersionUID = 1;

    /** Why XML is refused. */
    public enum Reason {
        SYNTAX,
        ENCODING,
        DOCTYPE,
        TOO_LARGE,
        TOO_MANY_NODES,
        TOO_DEEP
    }

    private final Reason reason;

    MalformedXml(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
