package org.suzhi.web.collection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.suzhi.web.questionnaire.FormWorkbook;

/** A form of {@code src/test/resources/forms}: its workbook, its files, how it is answered, what is then stored. */
final class OwnForm {
    private static final Path FOLDER = Path.of("src/test/resources/forms");
    final String name;
    final FormWorkbook workbook = new FormWorkbook();
    final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, List<List<String>>> steps = new LinkedHashMap<>();

    private OwnForm(String name) {
        this.name = name;
    }

    List<List<String>> answers() {
        return steps.getOrDefault("answers", List.of());
    }

    List<List<String>> stored() {
        return steps.getOrDefault("stored", List.of());
    }

    static List<OwnForm> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".form"))
                    .sorted()
                    .map(OwnForm::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OwnForm read(Path file) {
        var form = new OwnForm(file.getFileName().toString().replace(".form", ""));
        for (String part : text(file).split("(?m)^## ", -1)) {
            String[] parts = part.split("\n", 2);
            String head = parts[0].strip();
            if (head.startsWith("file ")) {
                form.files.put(head.substring(5), parts[1].strip().concat("\n").getBytes(StandardCharsets.UTF_8));
            } else if (head.equals("answers") || head.equals("stored")) {
                form.steps.put(head, parts[1].lines().map(OwnForm::cells).toList());
            } else if (!head.isEmpty()) {
                form.workbook.sheet(head, parts[1]);
            }
        }
        return form;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", 3)).map(String::strip).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
