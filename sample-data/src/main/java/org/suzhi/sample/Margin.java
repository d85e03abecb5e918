package org.suzhi.sample;

import java.util.List;

/**
 * Population totals to which a wave may be calibrated.
 *
 * @param variables one or two of {@code sex, age_band, education, residence, town}
 * @param synthetic whether the totals are invented; always true here
 * @param source where the totals come from, in Chinese and English
 */
public record Margin(int year, List<String> variables, List<Cell> cells, boolean synthetic, String source) {

    public Margin {
        variables = List.copyOf(variables);
        cells = List.copyOf(cells);
    }

    /** A population total; {@code levels} holds one code per variable. */
    public record Cell(List<String> levels, int adults) {

        public Cell {
            levels = List.copyOf(levels);
        }
    }
}
