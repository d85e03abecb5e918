package org.suzhi.analysis.chart;

/**
 * A linear axis from zero with few round ticks.
 *
 * @param top last tick, at or above the largest value
 * @param left x of zero
 * @param right x of the top
 */
record SizeAxis(double top, double step, double left, double right) {
    static SizeAxis of(double largest, double left, double right, int ticks) {
        double rough = Math.max(largest, 1e-9) / ticks;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double share = rough / power;
        double step = power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
        return new SizeAxis(step * Math.ceil(largest / step - 1e-9), step, left, right);
    }

    double x(double value) {
        return left + (right - left) * value / top;
    }
}
