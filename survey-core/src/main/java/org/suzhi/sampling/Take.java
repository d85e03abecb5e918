package org.suzhi.sampling;

/** How many persons or households are drawn in a primary sampling unit. */
public sealed interface Take {
    /** The number taken out of so many persons or households. */
    int of(int population);

    /** The same number in every unit; with units drawn proportional to size all weights of the stratum are equal. */
    record Fixed(int number) implements Take {
        @Override
        public int of(int population) {
            return number;
        }
    }

    /** A share of the unit, above 0 and at most 1, rounded to the nearest whole number and at least 1. */
    record Proportional(double rate) implements Take {
        @Override
        public int of(int population) {
            return Math.max(1, (int) Math.rint(rate * population));
        }
    }
}
