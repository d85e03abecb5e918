package org.suzhi.questionnaire.logic;

import org.jaxen.JaxenException;

/**
 * A function of the ODK XForms library.
 *
 * @param least fewest arguments
 * @param most most arguments
 */
record OdkFunction(int least, int most, Body body) {
    static final int ANY = Integer.MAX_VALUE;

    @FunctionalInterface
    interface Body {
        Object call(Arguments arguments) throws JaxenException;
    }

    boolean accepts(int count) {
        return least <= count && count <= most;
    }

    String arity() {
        if (least == most) {
            return String.valueOf(least);
        }
        return most == ANY ? "at least " + least : least + " to " + most;
    }
}
