package org.suzhi.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One comma-separated file with a header row: UTF-8, RFC 4180 quoting, every row as long as the header. */
record CsvTable(String name, List<String> header, List<List<String>> rows) {

    CsvTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != header.size()) {
                throw new IllegalArgumentException("%s, record %d: %d cells where the header has %d; mend the file"
                        .formatted(name, i + 2, rows.get(i).size(), header.size()));
            }
        }
    }

    static CsvTable read(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return parse(Objects.toString(file.getFileName()), reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file of this package's resources, such as {@code domain/towns.csv}. */
    static CsvTable ofResource(String name) {
        InputStream stream = CsvTable.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalArgumentException("No resource " + name + " beside " + CsvTable.class.getName());
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return parse(name, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int column(String title) {
        int column = header.indexOf(title);
        if (column < 0) {
            throw new IllegalArgumentException("%s has no column %s; it has %s".formatted(name, title, header));
        }
        return column;
    }

    List<String> values(String title) {
        int column = column(title);
        return rows.stream().map(row -> row.get(column)).toList();
    }

    static CsvTable parse(String name, BufferedReader reader) throws IOException {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (quoted) {
                if (c != '"') {
                    cell.append((char) c);
                } else {
                    reader.mark(1);
                    if (reader.read() == '"') {
                        cell.append('"');
                    } else {
                        reader.reset();
                        quoted = false;
                    }
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                record.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    records.add(List.copyOf(record));
                    record.clear();
                }
            } else {
                cell.append((char) c);
            }
        }
        if (quoted || !record.isEmpty() || cell.length() > 0 || records.isEmpty()) {
            throw new IllegalArgumentException(name + " must be CSV that ends with a line feed and closes its quotes");
        }
        return new CsvTable(name, records.get(0), records.subList(1, records.size()));
    }
}
