package org.suzhi.web.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suzhi.sampling.DrawPlan;
import org.suzhi.sampling.Frame;
import org.suzhi.sampling.ListFrame;
import org.suzhi.sampling.SamplingProblem;
import org.suzhi.sampling.SamplingProblems;
import org.suzhi.sampling.SecondStage;
import org.suzhi.sampling.TableRow;
import org.suzhi.web.fieldwork.TableFile;

/** Reads what a draw needs, collecting all that is wrong, and writes what came of it: all files or none. */
final class SampleFiles {
    private final List<SamplingProblem> problems;
    private final Map<Path, String> made = new LinkedHashMap<>();

    SampleFiles(List<SamplingProblem> problems) {
        this.problems = problems;
    }

    /** The frame, its problems collected; empty if it cannot be read. */
    Frame frame(Path file) {
        Optional<List<TableRow>> table = table("frame", file);
        if (table.isEmpty()) {
            return new Frame(List.of(), List.of());
        }
        Frame frame = Frame.read(table.get());
        problems.addAll(frame.problems());
        return frame;
    }

    /** The list, its problems collected; empty if it cannot be read. */
    ListFrame list(String name, Path file) {
        Optional<List<TableRow>> table = table("list", file);
        if (table.isEmpty()) {
            return new ListFrame(name, List.of(), List.of());
        }
        ListFrame list = ListFrame.read(name, table.get());
        problems.addAll(list.problems());
        return list;
    }

    /** The plan, its problems collected; one without strata if it cannot be read. */
    DrawPlan plan(Path file) {
        try {
            return DrawPlan.parse(text("plan", file));
        } catch (SamplingProblems wrong) {
            problems.addAll(wrong.problems());
            return DrawPlan.of(0, SecondStage.PERSONS, List.of());
        }
    }

    String text(String source, Path file) {
        byte[] bytes = bytes(file).orElseThrow(() -> new SamplingProblems(List.of(problem(source, file, "no-file"))));
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SamplingProblems(List.of(problem(source, file, "not-utf")));
        }
    }

    private Optional<List<TableRow>> table(String source, Path file) {
        Optional<byte[]> bytes = bytes(file);
        if (bytes.isEmpty()) {
            problems.add(problem(source, file, "no-file"));
            return Optional.empty();
        }
        Optional<List<TableRow>> table = TableFile.read(bytes.get())
                .map(rows -> rows.stream()
                        .map(row -> new TableRow(row.number(), row.cells()))
                        .toList());
        if (table.isEmpty()) {
            problems.add(problem(source, file, "not-a-table"));
        }
        return table;
    }

    private static Optional<byte[]> bytes(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static SamplingProblem problem(String source, Path file, String code) {
        return new SamplingProblem(source, 0, file.toString(), file.toString(), code, List.of());
    }

    /** A file to write; none if it was not asked for. */
    void add(@Nullable Path file, String text) {
        if (file != null) {
            made.put(file, text);
        }
    }

    /** Writes beside every file first, then puts all under their names. */
    void write() {
        Map<Path, Path> parts = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, String> file : made.entrySet()) {
                Path part = file.getKey().resolveSibling(file.getKey().getFileName() + ".part");
                parts.put(part, file.getKey());
                if (Files.isDirectory(file.getKey())) {
                    throw new IOException("a folder");
                }
                Files.writeString(part, file.getValue(), StandardCharsets.UTF_8);
            }
            for (Map.Entry<Path, Path> part : parts.entrySet()) {
                Files.move(part.getKey(), part.getValue(), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            Path last = Path.of("");
            for (Map.Entry<Path, Path> part : parts.entrySet()) {
                last = part.getValue();
                delete(part.getKey());
            }
            throw new SamplingProblems(List.of(problem("sample", last, "unwritable")));
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // It stays behind as what it is called, a part.
        }
    }
}
