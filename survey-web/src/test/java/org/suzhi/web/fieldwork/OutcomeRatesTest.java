package org.suzhi.web.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.suzhi.web.fieldwork.Outcome.Kind;

/** By hand: I 500, P 20, R 150, NC 80, O 50, UH 60, UO 40, NE 100; 800 eligible, 100 unknown. */
class OutcomeRatesTest {
    private static final Map<Kind, Integer> CASES = Map.of(
            Kind.INTERVIEW, 500,
            Kind.PARTIAL, 20,
            Kind.REFUSAL, 150,
            Kind.NON_CONTACT, 80,
            Kind.OTHER, 50,
            Kind.UNKNOWN_HOUSEHOLD, 60,
            Kind.UNKNOWN_PERSON, 40,
            Kind.NOT_ELIGIBLE, 100);

    private final double e = OutcomeRates.proportionalE(CASES);
    private final OutcomeRates rates = OutcomeRates.of(CASES, e);

    @Test
    void eIsTheShareOfEligibleAmongTheKnown() {
        assertThat(e).isEqualTo(800.0 / 900.0, within(1e-15));
        assertThat(OutcomeRates.proportionalE(Map.of(Kind.UNKNOWN_PERSON, 5))).isEqualTo(1);
    }

    @Test
    void responseRatesAreThoseByHand() {
        // RR1, RR2 over 900; RR3, RR4 over 800 + 100 x 8/9 = 888.888...; RR5, RR6 over 800.
        List<Double> byHand = List.of(500 / 900.0, 520 / 900.0, 0.5625, 0.585, 0.625, 0.65);
        for (int number = 1; number <= 6; number++) {
            assertThat(rates.responseRate(number)).isEqualTo(byHand.get(number - 1), within(1e-12));
        }
    }

    @Test
    void cooperationRatesAreThoseByHand() {
        // COOP1, COOP2 over 720; COOP3, COOP4 over 670.
        List<Double> byHand = List.of(500 / 720.0, 520 / 720.0, 500 / 670.0, 520 / 670.0);
        for (int number = 1; number <= 4; number++) {
            assertThat(rates.cooperationRate(number)).isEqualTo(byHand.get(number - 1), within(1e-12));
        }
    }

    @Test
    void refusalAndContactRatesAreThoseByHand() {
        assertThat(rates.refusalRate(1)).isEqualTo(150 / 900.0, within(1e-12));
        assertThat(rates.refusalRate(2)).isEqualTo(0.16875, within(1e-12));
        assertThat(rates.refusalRate(3)).isEqualTo(0.1875, within(1e-12));
        assertThat(rates.contactRate(1)).isEqualTo(0.8, within(1e-12));
        assertThat(rates.contactRate(2)).isEqualTo(0.81, within(1e-12));
        assertThat(rates.contactRate(3)).isEqualTo(0.9, within(1e-12));
    }

    @Test
    void withoutCasesNoRateIsANumber() {
        OutcomeRates none = OutcomeRates.of(Map.of(), 1);
        assertThat(none.responseRate(1)).isNaN();
        assertThat(none.cooperationRate(1)).isNaN();
        assertThat(none.cases()).isZero();
    }

    @Test
    void eMustBeAShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutcomeRates.of(CASES, 1.5))
                .withMessageContaining("1.5");
    }

    @Test
    void aCaseThatNobodyVisitedIsOfUnknownEligibility() {
        Map<Kind, Integer> byKind = Counts.byKind(List.of(
                new Counts.CaseCell("t01", null, CaseStatus.OPEN, null, 3),
                new Counts.CaseCell("t01", null, CaseStatus.DONE, "1.1", 2)));
        assertThat(byKind).containsOnly(Map.entry(Kind.UNKNOWN_HOUSEHOLD, 3), Map.entry(Kind.INTERVIEW, 2));
    }
}
