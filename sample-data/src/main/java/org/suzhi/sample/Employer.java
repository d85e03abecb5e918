package org.suzhi.sample;

/** Kind of organisation a working person works for. */
public enum Employer {
    HOUSEHOLD("household"),
    PRIVATE("private"),
    STATE("state"),
    GOVERNMENT("government"),
    INSTITUTION("institution"),
    COMMITTEE("committee");

    private final String code;

    Employer(String code) {
        this.code = code;
    }

    /** The choice name in the questionnaire. */
    public String code() {
        return code;
    }
}
