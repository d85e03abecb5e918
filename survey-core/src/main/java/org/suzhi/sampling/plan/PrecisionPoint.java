package org.suzhi.sampling.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * What a number of interviews gives: a point of the chart of margin and power against n.
 *
 * @param margin half-width of the rate's interval, as a share
 * @param power probability to show that the rate is above the target
 */
public record PrecisionPoint(int interviews, double margin, double power) {

    /**
     * Points from one size to another, equally far apart, both ends among them; fewer where whole numbers coincide.
     *
     * @param level confidence level of the margin
     * @param points 2 or more
     */
    public static List<PrecisionPoint> curve(
            SurveyAssumptions survey, double level, OverTarget target, int from, int to, int points) {
        if (points < 2 || from > to) {
            throw new IllegalArgumentException(
                    "curve: got %d points from %d to %d, expected 2 points or more, ascending"
                            .formatted(points, from, to));
        }
        List<PrecisionPoint> curve = new ArrayList<>();
        int before = from - 1;
        for (int i = 0; i < points; i++) {
            int n = (int) Math.rint(from + (double) (to - from) * i / (points - 1));
            if (n > before) {
                curve.add(new PrecisionPoint(n, MarginOfError.of(survey, n, level), target.power(survey, n)));
            }
            before = n;
        }
        return curve;
    }
}
