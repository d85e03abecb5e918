package org.suzhi.sampling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is drawn within a primary sampling unit, and how a person is found in a household. */
public enum SecondStage {
    /** Persons by simple random sampling from the numbered register of the unit. */
    PERSONS,
    /** Households by systematic sampling with a fixed interval; the person by Kish's grid. */
    HOUSEHOLDS_KISH,
    /** Households by systematic sampling with a fixed interval; the adult whose birthday was last. */
    HOUSEHOLDS_LAST_BIRTHDAY;

    /** The name in plans and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<SecondStage> ofCode(String code) {
        return Arrays.stream(values())
                .filter(stage -> stage.code().equals(code))
                .findFirst();
    }

    /** The number that is drawn from: persons or households of the unit; 0 if the frame does not tell. */
    public int population(Unit unit) {
        return this == PERSONS ? unit.size() : unit.households();
    }
}
