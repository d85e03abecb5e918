package org.suzhi.web.publication.page;

import java.util.List;
import java.util.Locale;
import org.suzhi.web.fieldwork.Outcome;
import org.suzhi.web.fieldwork.OutcomeRates;
import org.suzhi.web.publication.PublishedSeries;

/**
 * The outcome rates of a wave's cases, after AAPOR.
 *
 * @param outcomes cases by kind, with the share of unknown eligibility that is taken to be eligible
 */
record ResponseRates(int year, OutcomeRates outcomes) {
    /** A rate that is shown. */
    enum Rate {
        RR1,
        RR3,
        COOP1,
        REF1;

        String key() {
            return "response." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** The waves that had cases, the oldest first. */
    static List<ResponseRates> of(PublishedSeries series) {
        return series.waves().stream()
                .filter(wave -> !wave.outcomes().isEmpty())
                .map(wave -> new ResponseRates(
                        wave.year(), OutcomeRates.of(wave.outcomes(), OutcomeRates.proportionalE(wave.outcomes()))))
                .toList();
    }

    /** A proportion; NaN where no case counts towards it. */
    double value(Rate rate) {
        return switch (rate) {
            case RR1 -> outcomes.responseRate(1);
            case RR3 -> outcomes.responseRate(3);
            case COOP1 -> outcomes.cooperationRate(1);
            case REF1 -> outcomes.refusalRate(1);
        };
    }

    int cases() {
        return outcomes.cases();
    }

    int interviews() {
        return outcomes.count(Outcome.Kind.INTERVIEW);
    }
}
