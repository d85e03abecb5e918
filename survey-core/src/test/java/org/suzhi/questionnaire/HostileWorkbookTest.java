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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The workbook with one more part. */
    private static byte[] withPart(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(GOOD));
                var to = new ZipOutputStream(out)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                zip.transferTo(to);
            }
            to.putNextEntry(new ZipEntry(name));
            to.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void zipBombIsRefused() throws IOException {
        byte[] bomb = changed("sheet1.xml", xml -> xml.replace("<sheetData>", " ".repeat(200_000_000) + "<sheetData>"));
        assertThat(refusal(bomb).problems()).extracting(FormProblem::code).containsExactly("workbook.tooMuch");
    }

    @Test
    void bombBesideTheSheetsIsRefused() throws IOException {
        byte[] bomb = withPart("xl/media/picture.bin", new byte[200_000_000]);
        assertThat(refusal(bomb).problems()).extracting(FormProblem::code).containsExactly("workbook.tooMuch");
    }

    @Test
    void millionRowsAreRefusedBeforeTheyFillTheMemory() throws IOException {
        var rows = new StringBuilder("<sheetData>");
        for (int r = 1; r <= 1_000_000; r++) {
            rows.append("<row r=\"")
                    .append(r)
                    .append("\"><c r=\"A")
                    .append(r)
                    .append("\"><v>")
                    .append(r * 7919L)
                    .append("</v></c></row>");
        }
        byte[] tall = changed("sheet1.xml", xml -> xml.replaceFirst("<sheetData>", rows.toString()));
        assertThat(refusal(tall).problems()).extracting(FormProblem::code).containsExactly("workbook.tooMuch");
    }

    @Test
    void formattedEmptyRowsBelowTheQuestionsDoNoHarm() throws IOException {
        var rows = new StringBuilder();
        for (int r = 3; r <= 100_000; r++) {
            rows.append("<row r=\"").append(r).append("\" ht=\"15\"/>");
        }
        byte[] tall = changed("sheet1.xml", xml -> xml.replace("</sheetData>", rows + "</sheetData>"));
        assertThat(XlsForm.read(new ByteArrayInputStream(tall), "test.xlsx").convert())
                .contains("/data/a");
    }

    @Test
    void partThatNamesAPlaceOutsideIsNeverWritten(@TempDir Path folder) throws IOException {
        String name =
                "../".repeat(12) + folder.resolve("slipped.xml").toString().substring(1);
        byte[] slip = withPart(name, "<x/>".getBytes(StandardCharsets.UTF_8));
        try {
            XlsForm.read(new ByteArrayInputStream(slip), "test.xlsx");
        } catch (FormProblems refused) {
            assertThat(refused.problems()).hasSize(1);
        }
        assertThat(folder.resolve("slipped.xml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"workbook.xml", "sheet1.xml", "sharedStrings.xml", "[Content_Types].xml", ".rels", "styles.xml"})
    void doctypeInAnyPartIsRefusedOrReadWithoutIt(String part, @TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        String bomb = "<!DOCTYPE x [<!ENTITY a \"" + "ha".repeat(1000) + "\"><!ENTITY b \"" + "&a;".repeat(1000)
                + "\"><!ENTITY c \"" + "&b;".repeat(1000) + "\"><!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        byte[] hostile = changed(
                part, xml -> xml.replaceFirst("\\?>", "?>" + bomb).replaceFirst("(<[a-zA-Z]+[^>?!]*)>", "$1>&c;&e;"));
        String outcome;
        try {
            outcome =
                    XlsForm.read(new ByteArrayInputStream(hostile), "test.xlsx").convert();
        } catch (FormProblems refused) {
            assertThat(refused.problems()).hasSize(1);
            outcome = String.valueOf(refused.getMessage());
        }
        assertThat(outcome).doesNotContain("SECRET", "haha");
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
