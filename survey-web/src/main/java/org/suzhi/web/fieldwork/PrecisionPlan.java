package org.suzhi.web.fieldwork;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is still to be done until the headline rate is as precise as planned. The sampling error shrinks with the root of
 * the number of responses while the design effect stays as it is: \( n_{needed} = n (m / m_{planned})^2 \), rounded up.
 *
 * @param responses n: responses that entered the rate
 * @param margin m: half the width of the rate's 95 % interval so far, as a share
 * @param planned the same as planned
 */
public record PrecisionPlan(int responses, double margin, double planned) {
    /** Responses that the planned precision takes. */
    public int needed() {
        double ratio = margin / planned;
        return (int) Math.ceil(responses * ratio * ratio - 1e-9);
    }

    /** Responses still to come; 0 once the plan is reached. */
    public int remaining() {
        return Math.max(0, needed() - responses);
    }

    /**
     * The day on which the last of them comes in, if they keep coming as in the last seven days; empty if none came.
     *
     * @param lastSevenDays responses of the last seven days, today's included
     */
    public Optional<LocalDate> finishedOn(LocalDate today, int lastSevenDays) {
        if (remaining() == 0) {
            return Optional.of(today);
        }
        return lastSevenDays == 0
                ? Optional.empty()
                : Optional.of(today.plusDays((long) Math.ceil(remaining() * 7.0 / lastSevenDays)));
    }
}
