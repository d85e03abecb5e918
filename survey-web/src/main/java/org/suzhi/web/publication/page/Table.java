package org.suzhi.web.publication.page;

import java.util.List;

/**
 * A table as a reader sees it: the first column names the row, the others are numbers.
 *
 * @param rows each as long as {@code head}
 */
public record Table(List<String> head, List<List<String>> rows) {
    public Table {
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
