package org.suzhi.web.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Lines of comma-separated values by RFC 4180, in UTF-8: texts quoted, numbers not. */
final class CsvLines {
    private final Writer writer;
    private boolean first = true;

    CsvLines(OutputStream out) {
        this.writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    CsvLines text(String text) throws IOException {
        return bare("\"" + Formulas.disarm(text).replace("\"", "\"\"") + "\"");
    }

    /** A number, a missing value, or nothing. */
    CsvLines bare(String field) throws IOException {
        if (!first) {
            writer.write(',');
        }
        writer.write(field);
        first = false;
        return this;
    }

    void end() throws IOException {
        writer.write("\r\n");
        first = true;
    }

    void flush() throws IOException {
        writer.flush();
    }
}
