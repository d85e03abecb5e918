package org.suzhi.sample;

/** Highest level of education, from low to high. */
public enum Education {
    PRIMARY("primary", 0),
    JUNIOR("junior", 1),
    SENIOR("senior", 2),
    COLLEGE("college", 3),
    BACHELOR("bachelor", 4);

    private final String code;
    private final int level;

    Education(String code, int level) {
        this.code = code;
        this.level = level;
    }

    static Education ofLevel(int level) {
        return values()[level];
    }

    /** The choice name in the questionnaire. */
    public String code() {
        return code;
    }

    /** 0 for the lowest to 4 for the highest. */
    int level() {
        return level;
    }
}
