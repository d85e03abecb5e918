package org.suzhi.web.report;

import java.util.List;
import org.suzhi.analysis.chart.Chart;
import org.suzhi.web.publication.page.Table;

/**
 * A report in one language, before it becomes a page, a PDF or a Word file: all three say the same.
 *
 * @param language "zh-CN" or "en"
 * @param mark what must be seen on every page of a report on made-up responses; "" for none
 */
record Report(String language, String title, Letterhead letterhead, String mark, List<Section> sections) {
    Report {
        sections = List.copyOf(sections);
    }

    /** A heading, numbered as its language does, with what stands under it. */
    record Section(String heading, List<Block> blocks) {
        Section {
            blocks = List.copyOf(blocks);
        }
    }

    /** A part of a section. */
    sealed interface Block permits Paragraph, Grid, Drawing {}

    record Paragraph(String text) implements Block {}

    /**
     * A table.
     *
     * @param note how to read it; "" for none
     * @param words whether its cells hold words, which stand at the left, not numbers
     */
    record Grid(String caption, Table table, String note, boolean words) implements Block {
        /** A table of numbers; one of two columns is a list of words. */
        Grid(String caption, Table table, String note) {
            this(caption, table, note, table.head().size() == 2);
        }
    }

    /** A chart; its words carry title, source and mark. */
    record Drawing(Chart chart) implements Block {}
}
