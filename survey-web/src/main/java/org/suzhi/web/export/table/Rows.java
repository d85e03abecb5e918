package org.suzhi.web.export.table;

import java.io.IOException;
import java.util.List;

/** The rows of an export, read one after another as often as a format asks; each pass gives the same rows. */
public interface Rows {
    long count();

    void forEach(Reader reader) throws IOException;

    /** Takes the rows in. */
    interface Reader {
        /** Takes one row: a cell for each variable. */
        void row(List<Cell> cells) throws IOException;
    }
}
