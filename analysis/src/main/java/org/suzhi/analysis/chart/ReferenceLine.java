package org.suzhi.analysis.chart;

/**
 * A value to compare with, such as a target.
 *
 * @param label its direct label
 * @param value finite; on the scale of its chart, which refuses others
 */
public record ReferenceLine(String label, double value) {
    public ReferenceLine {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("ReferenceLine.value: got " + value + ", expected a finite number");
        }
    }
}
