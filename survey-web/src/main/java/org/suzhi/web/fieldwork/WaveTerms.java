package org.suzhi.web.fieldwork;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What can still be changed of a wave: its dates, its statutory labels and the precision it is planned for.
 *
 * @param plannedMargin half the width of the headline rate's 95 % interval, as a share
 */
public record WaveTerms(LocalDate opensOn, @Nullable LocalDate closesOn, StatutoryLabels labels, double plannedMargin) {
    public WaveTerms {
        if (closesOn != null && closesOn.isBefore(opensOn)) {
            throw new IllegalArgumentException("wave: closes on " + closesOn + ", before it opens on " + opensOn);
        }
        if (!(plannedMargin > 0 && plannedMargin < 1)) {
            throw new IllegalArgumentException("wave: planned margin of error " + plannedMargin + " is no share");
        }
    }
}
