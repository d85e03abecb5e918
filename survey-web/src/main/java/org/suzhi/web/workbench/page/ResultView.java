package org.suzhi.web.workbench.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result as a reader sees it.
 *
 * @param title what was asked
 * @param population whom it is about
 * @param refused why there are no figures; "" where there are
 */
public record ResultView(String title, String population, String refused, List<Section> sections) {
    /**
     * A part of a result.
     *
     * @param title "" for none
     * @param notes sentences below it
     */
    public record Section(
            String title, @Nullable Drawn chart, @Nullable Grid grid, List<String> notes) {
        public Section {
            notes = List.copyOf(notes);
        }
    }

    /** A chart as inline SVG, for a desk and for a phone. */
    public record Drawn(String wide, String narrow) {}

    /**
     * A table.
     *
     * @param labels how many columns at the left name the row
     * @param lines each as long as {@code head}
     */
    public record Grid(List<String> head, int labels, List<Line> lines) {
        public Grid {
            head = List.copyOf(head);
            lines = List.copyOf(lines);
        }
    }

    /**
     * A row.
     *
     * @param tone {@code weak} where figures are to be read with care, {@code sum} of a margin, else ""
     */
    public record Line(List<String> cells, String tone) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    public ResultView {
        sections = List.copyOf(sections);
    }
}
