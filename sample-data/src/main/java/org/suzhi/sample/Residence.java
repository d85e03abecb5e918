package org.suzhi.sample;

/** Whether a village is urban (residents' committee) or rural (village committee). */
public enum Residence {
    URBAN("urban"),
    RURAL("rural");

    private final String code;

    Residence(String code) {
        this.code = code;
    }

    /** The choice name in the questionnaire. */
    public String code() {
        return code;
    }
}
