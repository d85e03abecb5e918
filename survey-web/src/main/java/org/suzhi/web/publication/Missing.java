package org.suzhi.web.publication;

import java.util.Locale;

/** What there has to be first before anything can be published. */
public enum Missing {
    SURVEY,
    WAVE,
    PUBLICATION;

    /** The end of the key of its text. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
