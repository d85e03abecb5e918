package org.suzhi.web.fieldwork;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Outcome of a contact attempt, and final disposition of a case: the codes for in-person surveys of The American
 * Association for Public Opinion Research, Standard Definitions: Final Dispositions of Case Codes and Outcome Rates for
 * Surveys, table "In-Person, Household Surveys".
 */
public enum Outcome {
    COMPLETE("1.1", Kind.INTERVIEW),
    PARTIAL("1.2", Kind.PARTIAL),
    HOUSEHOLD_REFUSAL("2.111", Kind.REFUSAL),
    RESPONDENT_REFUSAL("2.112", Kind.REFUSAL),
    BREAK_OFF("2.12", Kind.REFUSAL),
    CANNOT_ENTER("2.23", Kind.NON_CONTACT),
    NOBODY_AT_HOME("2.24", Kind.NON_CONTACT),
    RESPONDENT_AWAY("2.25", Kind.NON_CONTACT),
    DEAD("2.31", Kind.OTHER),
    UNABLE("2.32", Kind.OTHER),
    LANGUAGE("2.33", Kind.OTHER),
    MISCELLANEOUS("2.36", Kind.OTHER),
    NOT_ATTEMPTED("3.11", Kind.UNKNOWN_HOUSEHOLD),
    UNSAFE_AREA("3.17", Kind.UNKNOWN_HOUSEHOLD),
    ADDRESS_NOT_FOUND("3.18", Kind.UNKNOWN_HOUSEHOLD),
    NO_SCREENER("3.21", Kind.UNKNOWN_PERSON),
    UNKNOWN_OTHER("3.90", Kind.UNKNOWN_PERSON),
    OUT_OF_SAMPLE("4.10", Kind.NOT_ELIGIBLE),
    NOT_A_HOUSING_UNIT("4.50", Kind.NOT_ELIGIBLE),
    VACANT("4.60", Kind.NOT_ELIGIBLE),
    NO_ELIGIBLE_RESPONDENT("4.70", Kind.NOT_ELIGIBLE),
    QUOTA_FILLED("4.80", Kind.NOT_ELIGIBLE);

    /** The letters of the rates' formulas: I, P, R, NC, O, UH, UO, and those who are not eligible. */
    public enum Kind {
        INTERVIEW,
        PARTIAL,
        REFUSAL,
        NON_CONTACT,
        OTHER,
        UNKNOWN_HOUSEHOLD,
        UNKNOWN_PERSON,
        NOT_ELIGIBLE
    }

    private final String code;
    private final Kind kind;

    Outcome(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    /** The code in the standard, such as 2.24. */
    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    /** The key of its name in both languages. */
    public String key() {
        return "outcome." + code;
    }

    /** Whether a visit can end so: interviews are told by their responses, and "not attempted" is no visit. */
    public boolean isOfAVisit() {
        return kind != Kind.INTERVIEW && kind != Kind.PARTIAL && this != NOT_ATTEMPTED;
    }

    public static Optional<Outcome> of(String code) {
        return Arrays.stream(values()).filter(o -> o.code.equals(code)).findFirst();
    }

    /** The outcomes that a surveyor can report of a visit. */
    public static List<Outcome> ofVisits() {
        return Arrays.stream(values()).filter(Outcome::isOfAVisit).toList();
    }
}
