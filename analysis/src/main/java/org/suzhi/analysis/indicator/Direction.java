package org.suzhi.analysis.indicator;

/** Which way a difference goes, as far as its error lets one tell: all sentences on rises and falls are made by it. */
public enum Direction {
    UP,
    DOWN,
    /** The interval holds zero, or there is no error to judge by. */
    OPEN;

    /**
     * The direction of a difference.
     *
     * @param se standard error; 0 or NaN where none is known
     * @param lower lower bound of the interval
     * @param upper upper bound of the interval
     */
    public static Direction of(double se, double lower, double upper) {
        if (!(se > 0)) {
            return OPEN;
        }
        return lower > 0 ? UP : upper < 0 ? DOWN : OPEN;
    }
}
