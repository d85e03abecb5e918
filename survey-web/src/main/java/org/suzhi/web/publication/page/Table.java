package org.suzhi.web.publication.page;

import java.util.List;

/**
 * A table as a reader sees it: the first column names the row, the others are numbers.
 *
 * @param rows each as long as {@code head}
 * @param sources where figures of others are from, a line each
 */
public record Table(List<String> head, List<List<String>> rows, List<String> sources) {
    /** A table without figures of others. */
    public Table(List<String> head, List<List<String>> rows) {
        this(head, rows, List.of());
    }

    public Table {
        sources = List.copyOf(sources);
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException(
                        "Table.rows: got " + row.size() + " cells in " + row + ", expected " + head.size());
            }
        }
    }
}
