package org.suzhi.microdata;

/** Why a value is missing. */
public enum MissingReason {
    /** The item applied and has no answer; also an empty field of a file. */
    NOT_ANSWERED,
    /** The item did not apply to the respondent. */
    NOT_ASKED,
    /** The respondent declined to answer. */
    REFUSED
}
