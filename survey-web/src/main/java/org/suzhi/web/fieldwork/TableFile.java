package org.suzhi.web.fieldwork;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** The rows of a table that somebody uploads: CSV in UTF-8 or GB 18030, or the first sheet of an .xlsx workbook. */
public final class TableFile {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int MOST_COLUMNS = 200;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** A row with its number in the file, from 1. */
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        /** The cell's text without surrounding blanks; empty where the row is shorter. */
        public String cell(int column) {
            return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
        }
    }

    private TableFile() {}

    /** The rows that hold anything; empty if the bytes are neither kind of table. */
    public static Optional<List<Line>> read(byte[] bytes) {
        boolean workbook = bytes.length > ZIP.length
                && bytes[0] == ZIP[0]
                && bytes[1] == ZIP[1]
                && bytes[2] == ZIP[2]
                && bytes[3] == ZIP[3];
        return workbook ? workbook(bytes) : text(bytes).map(TableFile::csv);
    }

    private static Optional<List<Line>> workbook(byte[] bytes) {
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
            DataFormatter formatter = new DataFormatter();
            List<Line> lines = new ArrayList<>();
            for (Row row : workbook.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                for (int c = 0; c < Math.min(row.getLastCellNum(), MOST_COLUMNS); c++) {
                    cells.add(formatter.formatCellValue(row.getCell(c)));
                }
                add(lines, row.getRowNum() + 1, cells);
            }
            return Optional.of(lines);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(byte[] bytes) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return text.indexOf('\0') >= 0
                        ? Optional.empty()
                        : Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
            } catch (CharacterCodingException e) {
                // Excel on a Chinese Windows writes the other one.
            }
        }
        return Optional.empty();
    }

    /** RFC 4180: a quoted field may hold separators, line ends and doubled quotes. */
    private static List<Line> csv(String text) {
        List<Line> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int number = 1;
        int started = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubled = quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (doubled) {
                cell.append('"');
                i++;
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && c == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                add(lines, started, cells);
                cells = new ArrayList<>();
                started = number + 1;
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
            number += c == '\n' ? 1 : 0;
        }
        cells.add(cell.toString());
        add(lines, started, cells);
        return lines;
    }

    private static void add(List<Line> lines, int number, List<String> cells) {
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            lines.add(new Line(number, cells));
        }
    }
}
