package org.suzhi.web.supervision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a wave's collection stands, as its page shows it.
 *
 * @param responses received, and how many of them count
 * @param today interviews of today
 * @param target wanted in all
 * @param live the rate so far; absent while none has been published
 */
record Progress(
        int responses,
        int approved,
        int today,
        int target,
        @Nullable Live live,
        List<Bar> towns,
        List<Bar> groups,
        List<Bar> surveyors,
        List<Bar> days) {
    Progress {
        towns = List.copyOf(towns);
        groups = List.copyOf(groups);
        surveyors = List.copyOf(surveyors);
        days = List.copyOf(days);
    }

    /**
     * A row with its bar.
     *
     * @param count responses that count
     * @param target wanted; 0 where nothing is set
     * @param full what the whole bar stands for
     * @param rate the published rate with its margin of error, or a dash
     */
    record Bar(String name, int count, int today, int target, int full, String rate) {
        public String share() {
            return target == 0 ? "" : Math.round(100.0 * count / target) + "%";
        }
    }

    /** The published rate so far, and what its planned precision still takes. */
    record Live(
            String rate,
            String lower,
            String upper,
            String margin,
            String exactMargin,
            String planned,
            int n,
            String deff,
            int needed,
            int remaining,
            int lastSevenDays,
            @Nullable LocalDate finish,
            String computedAt) {}
}
