package org.suzhi.sampling.plan;

import java.util.List;

/**
 * How many interviews are needed.
 *
 * @param simple as a simple random sample from a very large population: multiply by deff for any other design
 * @param exact with deff and finite population correction, before rounding
 * @param interviews {@code exact} to the nearest whole, at least 2
 * @param invitations people to invite so that so many answer, rounded up
 */
public record SampleSize(double simple, double exact, int interviews, int invitations) {
    static SampleSize of(double simple, SurveyAssumptions survey) {
        double exact = survey.interviews(simple);
        double rounded = Math.max(2, Math.rint(exact));
        double invitations = Math.ceil(rounded / survey.responseRate() - 1e-9);
        if (invitations > Integer.MAX_VALUE) {
            Ranges.check(List.of(Ranges.problem("size", invitations, "size-too-large")));
        }
        if (invitations > survey.population()) {
            Ranges.check(
                    List.of(Ranges.problem("size", invitations, "invitations-above-population", survey.population())));
        }
        return new SampleSize(simple, exact, (int) rounded, (int) invitations);
    }

    /** The interviews of a whole sample in which a group of this share of the population gets this size by itself. */
    public int whole(double share) {
        if (!(share > 0 && share <= 1)) {
            Ranges.check(List.of(Ranges.problem("share", share, "rate")));
        }
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(interviews / share - 1e-9));
    }
}
