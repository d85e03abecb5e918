package org.suzhi.sample;

import java.util.Arrays;

/** Main occupation. */
public enum Occupation {
    FARMER("farmer"),
    WORKER("worker"),
    SERVICE("service"),
    PROFESSIONAL("professional"),
    OFFICIAL("official"),
    OWNER("owner"),
    STUDENT("student"),
    HOMEMAKER("homemaker"),
    RETIRED("retired"),
    UNEMPLOYED("unemployed"),
    OTHER("other");

    private final String code;

    Occupation(String code) {
        this.code = code;
    }

    /** The choice name in the questionnaire. */
    public String code() {
        return code;
    }

    static Occupation ofCode(String code) {
        for (Occupation occupation : values()) {
            if (occupation.code.equals(code)) {
                return occupation;
            }
        }
        throw new IllegalArgumentException(
                "No occupation %s; the questionnaire offers %s".formatted(code, Arrays.toString(values())));
    }

    /** Whether the questionnaire asks this occupation for an employer. */
    boolean works() {
        return switch (this) {
            case STUDENT, HOMEMAKER, RETIRED, UNEMPLOYED -> false;
            default -> true;
        };
    }
}
