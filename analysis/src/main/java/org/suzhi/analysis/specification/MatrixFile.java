package org.suzhi.analysis.specification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.microdata.MicrodataProblem;

/** A square matrix of numbers in a file without header. */
final class MatrixFile {
    private MatrixFile() {}

    /** Row-major, {@code size} × {@code size}. */
    static double[] read(Path file, int size) {
        List<String> lines = new ArrayList<>();
        try {
            for (String line : java.nio.file.Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    lines.add(line);
                }
            }
        } catch (java.nio.file.NoSuchFileException e) {
            throw new MicrodataProblem("no_such_file", file);
        } catch (java.io.IOException e) {
            throw new MicrodataProblem("unreadable_file", file, String.valueOf(e.getMessage()));
        }
        if (lines.size() != size) {
            throw new AnalysisProblem("matrix_size", file, lines.size(), size);
        }
        double[] matrix = new double[size * size];
        for (int i = 0; i < size; i++) {
            String[] cells = lines.get(i).split(",", -1);
            if (cells.length != size) {
                throw new AnalysisProblem("matrix_size", file, cells.length, size);
            }
            for (int j = 0; j < size; j++) {
                matrix[i * size + j] = SpecificationReader.number(file + ":" + (i + 1), cells[j]);
            }
        }
        return matrix;
    }
}
