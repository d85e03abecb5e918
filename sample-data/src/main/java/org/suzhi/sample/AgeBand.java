package org.suzhi.sample;

/** The five age bands of the adult frame, 18 to 69. */
public enum AgeBand {
    FROM_18("18-29", 0, 18),
    FROM_30("30-39", 1, 30),
    FROM_40("40-49", 2, 40),
    FROM_50("50-59", 3, 50),
    FROM_60("60-69", 4, 60);

    private final String code;
    private final int level;
    private final int youngest;

    AgeBand(String code, int level, int youngest) {
        this.code = code;
        this.level = level;
        this.youngest = youngest;
    }

    static AgeBand ofLevel(int level) {
        return values()[level];
    }

    static AgeBand ofAge(int age) {
        return values()[Math.max(0, age / 10 - 2)];
    }

    /** The value that the questionnaire calculates. */
    public String code() {
        return code;
    }

    /** 0 for the youngest band to 4 for the oldest. */
    int level() {
        return level;
    }

    /** The youngest age in the band, in completed years. */
    int youngest() {
        return youngest;
    }

    /** The number of ages in the band. */
    int years() {
        return this == FROM_18 ? 12 : 10;
    }
}
