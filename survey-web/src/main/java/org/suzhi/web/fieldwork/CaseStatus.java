package org.suzhi.web.fieldwork;

import java.util.Locale;

/** Where a case stands. */
public enum CaseStatus {
    /** To be worked on. */
    OPEN,
    /** A response is there. */
    DONE,
    /** Ended without a response. */
    CLOSED;

    /** The key of its name. */
    public String key() {
        return "case.status." + name().toLowerCase(Locale.ROOT);
    }
}
