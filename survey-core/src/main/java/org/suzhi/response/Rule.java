package org.suzhi.response;

import java.util.Locale;

/** The rules a submission is checked by. */
public enum Rule {
    /** It is not the XML a client makes. */
    MALFORMED,
    /** It is for another form. */
    UNKNOWN_FORM,
    /** It is for another version of the form. */
    UNKNOWN_VERSION,
    /** It has an item that the form does not have. */
    UNKNOWN_ITEM,
    /** It has an item twice that is no repeat. */
    REPEATED_ITEM,
    /** The value is not of the item's type. */
    TYPE,
    /** An item that must be answered is not. */
    REQUIRED,
    /** An item is answered that was not to be asked. */
    RELEVANT,
    /** The value breaks the item's constraint. */
    CONSTRAINT,
    /** The value is not among the choices offered. */
    CHOICE;

    /** The word used in JSON and in message keys, such as {@code unknownForm}. */
    public String code() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
        return words.length == 1
                ? words[0]
                : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
    }
}
