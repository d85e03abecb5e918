package org.suzhi.microdata;

import java.util.ArrayList;
import java.util.List;

/** The columns of a file while it is read. */
final class CsvColumns {
    private final String source;
    private final List<String> names = new ArrayList<>();
    private final List<CsvColumn> columns = new ArrayList<>();

    CsvColumns(String source) {
        this.source = source;
    }

    void name(String name) {
        if (name.isBlank()) {
            throw new MicrodataProblem("empty_column_name", source, names.size() + 1);
        }
        if (names.contains(name)) {
            throw new MicrodataProblem("repeated_column", source, name);
        }
        names.add(name);
        columns.add(new CsvColumn());
    }

    int width() {
        return names.size();
    }

    int rows() {
        return columns.get(0).size();
    }

    void add(int column, byte[] bytes, int start, int end) {
        columns.get(column).add(bytes, start, end);
    }

    /** Puts the rows of a later part below these. */
    CsvColumns append(CsvColumns later) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).append(later.columns.get(i));
        }
        return this;
    }

    Extract extract() {
        Extract.Builder builder = Extract.builder();
        for (int i = 0; i < names.size(); i++) {
            builder.column(names.get(i), columns.get(i).column());
        }
        return builder.build();
    }
}
