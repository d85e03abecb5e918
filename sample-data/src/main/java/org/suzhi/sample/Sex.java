package org.suzhi.sample;

/** The sex of a person. */
public enum Sex {
    MALE("male"),
    FEMALE("female");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    /** The choice name in the questionnaire. */
    public String code() {
        return code;
    }
}
