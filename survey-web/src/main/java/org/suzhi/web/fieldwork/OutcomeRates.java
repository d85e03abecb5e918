package org.suzhi.web.fieldwork;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.suzhi.web.fieldwork.Outcome.Kind;

/**
 * Outcome rates of a set of cases.
 *
 * <p>With I complete and P partial interviews, R refusals and break-offs, NC non-contacts, O others, UH unknown if
 * household, UO unknown if eligible person, and e the share of those of unknown eligibility that are taken to be
 * eligible:
 *
 * <ul>
 *   <li>RR1 = I / (I + P + R + NC + O + UH + UO), RR2 with I + P above the line
 *   <li>RR3 = I / (I + P + R + NC + O + e (UH + UO)), RR4 with I + P above the line
 *   <li>RR5 = I / (I + P + R + NC + O), RR6 with I + P above the line
 *   <li>COOP1 = I / (I + P + R + O), COOP2 with I + P; COOP3 = I / (I + P + R), COOP4 with I + P
 *   <li>REF1, REF2, REF3 = R over the denominators of RR1, RR3, RR5
 *   <li>CON1, CON2, CON3 = (I + P + R + O) over the denominators of RR1, RR3, RR5
 * </ul>
 *
 * <p>A rate whose denominator is zero is NaN. Source: The American Association for Public Opinion Research, Standard
 * Definitions: Final Dispositions of Case Codes and Outcome Rates for Surveys, "Calculating Outcome Rates".
 */
public final class OutcomeRates {
    private final Map<Kind, Integer> counts;
    private final double e;

    private OutcomeRates(Map<Kind, Integer> counts, double e) {
        this.counts = counts;
        this.e = e;
    }

    /**
     * The rates of cases counted by kind.
     *
     * @param e share of the cases of unknown eligibility that are taken to be eligible, 0 to 1
     */
    public static OutcomeRates of(Map<Kind, Integer> counts, double e) {
        if (!(e >= 0 && e <= 1)) {
            throw new IllegalArgumentException("e: got " + e + ", expected a share from 0 to 1");
        }
        Map<Kind, Integer> copy = new EnumMap<>(Kind.class);
        copy.putAll(counts);
        return new OutcomeRates(copy, e);
    }

    /**
     * The share of eligible among the cases whose eligibility is known: (I + P + R + NC + O) / (I + P + R + NC + O + NE),
     * the proportional allocation of the Council of American Survey Research Organizations; 1 where none is known, which
     * makes no rate look better than it is.
     */
    public static double proportionalE(Map<Kind, Integer> counts) {
        OutcomeRates all = new OutcomeRates(counts, 1);
        double eligible = all.eligible();
        double known = eligible + all.n(Kind.NOT_ELIGIBLE);
        return known == 0 ? 1 : eligible / known;
    }

    private double n(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    private double i() {
        return n(Kind.INTERVIEW);
    }

    private double ip() {
        return i() + n(Kind.PARTIAL);
    }

    private double eligible() {
        return ip() + n(Kind.REFUSAL) + n(Kind.NON_CONTACT) + n(Kind.OTHER);
    }

    private double unknown() {
        return n(Kind.UNKNOWN_HOUSEHOLD) + n(Kind.UNKNOWN_PERSON);
    }

    private List<Double> denominators() {
        return List.of(eligible() + unknown(), eligible() + e * unknown(), eligible());
    }

    /** RR1 to RR6. */
    public double responseRate(int number) {
        double denominator = denominators().get((number - 1) / 2);
        return (number % 2 == 1 ? i() : ip()) / denominator;
    }

    /** COOP1 to COOP4. */
    public double cooperationRate(int number) {
        double denominator = ip() + n(Kind.REFUSAL) + (number <= 2 ? n(Kind.OTHER) : 0);
        return (number % 2 == 1 ? i() : ip()) / denominator;
    }

    /** REF1 to REF3. */
    public double refusalRate(int number) {
        return n(Kind.REFUSAL) / denominators().get(number - 1);
    }

    /** CON1 to CON3. */
    public double contactRate(int number) {
        return (ip() + n(Kind.REFUSAL) + n(Kind.OTHER)) / denominators().get(number - 1);
    }

    public double e() {
        return e;
    }

    /** Cases of that kind. */
    public int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** All cases, eligible or not. */
    public int cases() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
