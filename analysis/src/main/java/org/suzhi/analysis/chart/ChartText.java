package org.suzhi.analysis.chart;

/**
 * The words around a chart, in the reader's language.
 *
 * @param title one line that says what is shown; left out where the page has its own heading
 * @param subtitle how to read the chart
 * @param source where the numbers are from, population, n and criterion
 * @param mark what must be seen in every copy, such as "合成数据 · Synthetic data"; empty for none
 * @param description the chart in plain words, for those who cannot see it
 */
public record ChartText(String title, String subtitle, String source, String mark, String description) {
    public ChartText {
        if (description.isBlank()) {
            throw new IllegalArgumentException("ChartText.description: got blank, expected the chart in plain words");
        }
    }
}
