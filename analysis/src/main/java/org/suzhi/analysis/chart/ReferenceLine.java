package org.suzhi.analysis.chart;

/**
 * A value to compare with, such as a target.
 *
 * @param label its direct label
 * @param value proportion, 0 to 1
 */
public record ReferenceLine(String label, double value) {
    public ReferenceLine {
        Rates.requireProportion("ReferenceLine.value", value);
    }
}
