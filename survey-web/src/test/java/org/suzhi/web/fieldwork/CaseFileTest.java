package org.suzhi.web.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class CaseFileTest {
    private static final CaseFile.Known KNOWN = new CaseFile.Known(
            Map.of("v001", "t01", "v002", "t02"), Set.of("t01"), Set.of("old-1"), Set.of("surveyor"));

    private static CaseFile read(String csv) {
        return CaseFile.read(csv.getBytes(StandardCharsets.UTF_8), KNOWN);
    }

    @Test
    void aRowBecomesACaseOfItsPsusTown() {
        CaseFile file = read("""
                code,psu,address,contact_name,contact_phone,surveyor\r
                a-1,v001,"East Road 1, ""Flat"" 2",Made Up,000,surveyor\r
                """);
        assertThat(file.problems()).isEmpty();
        assertThat(file.cases())
                .containsExactly(new NewCase(
                        "a-1", "v001", "t01", new SurveyCase.Contact("East Road 1, \"Flat\" 2", "Made Up", "000")));
        assertThat(file.surveyors()).containsExactly(Map.entry("a-1", "surveyor"));
    }

    @Test
    void everythingWrongIsToldAtOnceByRow() {
        CaseFile file = read("code,psu,surveyor\na b,v001,\na-1,v009,nobody\nold-1,v001,\na-1,v002,\n");
        assertThat(file.problems())
                .containsExactly(
                        new FileProblem(2, "code", "a b", "code"),
                        new FileProblem(3, "psu", "v009", "unknown-psu"),
                        new FileProblem(3, "surveyor", "nobody", "surveyor"),
                        new FileProblem(4, "code", "old-1", "in-use"),
                        new FileProblem(5, "code", "a-1", "twice"),
                        new FileProblem(5, "psu", "v002", "other-town"));
    }

    @Test
    void columnsThatAreAskedForMustBeThere() {
        assertThat(read("name\nx\n").problems())
                .containsExactly(
                        new FileProblem(1, "code", "", "no-column"), new FileProblem(1, "psu", "", "no-column"));
        assertThat(read("").problems()).containsExactly(new FileProblem(1, "", "", "empty"));
        assertThat(read("code,psu\n").problems()).containsExactly(new FileProblem(1, "", "", "empty"));
    }

    @Test
    void chineseHeadingsOfAGbkFileAreUnderstood() {
        byte[] gbk = "编号,村居代码,姓名\nb-1,v001,合成甲\n".getBytes(Charset.forName("GBK"));
        CaseFile file = CaseFile.read(gbk, KNOWN);
        assertThat(file.problems()).isEmpty();
        assertThat(file.cases().get(0).contact().name()).isEqualTo("合成甲");
    }

    @Test
    void aWorkbookIsReadAsItsFirstSheet() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            var headings = sheet.createRow(0);
            headings.createCell(0).setCellValue("code");
            headings.createCell(1).setCellValue("psu");
            headings.createCell(2).setCellValue("contact_phone");
            var row = sheet.createRow(3);
            row.createCell(0).setCellValue("c-1");
            row.createCell(1).setCellValue("v001");
            row.createCell(2).setCellValue(7_630_000.0);
            workbook.write(bytes);
        }
        CaseFile file = CaseFile.read(bytes.toByteArray(), KNOWN);
        assertThat(file.problems()).isEmpty();
        assertThat(file.cases().get(0).contact().phone()).isEqualTo("7630000");
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThat(CaseFile.read(new byte[] {'P', 'K', 3, 4, 0, 0, 1}, KNOWN).problems())
                .containsExactly(new FileProblem(1, "", "", "unreadable"));
        assertThat(CaseFile.read(new byte[] {0, 1, 2, 3, 0}, KNOWN).problems())
                .containsExactly(new FileProblem(1, "", "", "unreadable"));
    }

    @Test
    void rowsOfQuotedLineEndsKeepTheirNumbers() {
        CaseFile file = read("code,psu,address\na-1,v001,\"two\nlines\"\n?,v001,\n");
        assertThat(file.problems()).containsExactly(new FileProblem(4, "code", "?", "code"));
    }
}
