package org.suzhi.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to harm are refused with words; nothing else happens. */
class HostileWorkbookTest {
    private static final byte[] GOOD =
            new WorkbookBuilder().sheet("survey", "type|name|label\ntext|a|A").bytes();

    private static FormProblems refusal(byte[] file) {
        return catchThrowableOfType(
                FormProblems.class, () -> XlsForm.read(new ByteArrayInputStream(file), "test.xlsx"));
    }

    /** The workbook with the parts of some name changed. */
    private static byte[] changed(String part, UnaryOperator<String> change) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(GOOD));
                var to = new ZipOutputStream(out)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                to.putNextEntry(new ZipEntry(entry.getName()));
                boolean isPart = entry.getName().endsWith(part);
                to.write(
                        isPart
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return out.toByteArray();
    }

    @Test
    void zipBombIsRefused() throws IOException {
        byte[] bomb = changed("sheet1.xml", xml -> xml.replace("<sheetData>", " ".repeat(200_000_000) + "<sheetData>"));
        assertThat(refusal(bomb).problems()).extracting(FormProblem::code).containsExactly("workbook.unreadable");
    }

    @Test
    void externalEntityIsNotRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        byte[] xxe = changed(
                "sharedStrings.xml",
                xml -> xml.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>")
                        .replace(">A<", ">&e;<"));
        String outcome;
        try {
            outcome = XlsForm.read(new ByteArrayInputStream(xxe), "test.xlsx").convert();
        } catch (FormProblems refused) {
            outcome = String.valueOf(refused.getMessage());
        }
        assertThat(outcome).doesNotContain("SECRET");
    }

    @Test
    void hugeFileIsRefused() {
        byte[] huge = Arrays.copyOf(GOOD, 40 << 20);
        assertThat(refusal(huge).problems()).extracting(FormProblem::code).containsExactly("workbook.tooLarge");
    }

    @Test
    void sameHeadingTwiceIsToldWithItsColumn() {
        byte[] doubled = new WorkbookBuilder()
                .sheet("survey", "type|name|label|label\ntext|a|A|B")
                .bytes();
        assertThat(refusal(doubled).problems())
                .extracting(FormProblem::sheet, FormProblem::row, FormProblem::column, FormProblem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("survey", 1, "label", "column.doubled"));
    }

    @Test
    void damagedFileIsRefusedOrReadButNeverFailsOtherwise() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("src/test/resources/xlsform/tutorial.xls"));
        int refused = 0;
        for (long seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            byte[] damaged = (seed % 2 == 0 ? whole : GOOD).clone();
            for (int i = 0; i < 20; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try (InputStream in = new ByteArrayInputStream(damaged)) {
                assertThat(XlsForm.read(in, "damaged.xls").convert())
                        .as("seed %d", seed)
                        .isNotEmpty();
            } catch (FormProblems problems) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
