package org.suzhi.web.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.suzhi.web.export.table.Table;

/** Writes a table in one format; the stream stays open. */
public interface TableWriter {
    /**
     * Writes all of the table.
     *
     * @param locale language of labels, where the format has room for one only
     */
    void write(Table table, Locale locale, OutputStream out) throws IOException;
}
