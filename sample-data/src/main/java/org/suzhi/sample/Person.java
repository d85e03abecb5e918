package org.suzhi.sample;

import java.util.Optional;

/**
 * One fictional adult as he or she is in one year.
 *
 * @param id place in the county's register, from 0; the same person keeps it from year to year
 */
public record Person(
        int id,
        Village village,
        Sex sex,
        int age,
        Education education,
        Occupation occupation,
        Optional<Employer> employer) {

    public AgeBand ageBand() {
        return AgeBand.ofAge(age);
    }

    boolean worksFor(Employer one, Employer other) {
        return employer.isPresent() && (employer.get() == one || employer.get() == other);
    }
}
