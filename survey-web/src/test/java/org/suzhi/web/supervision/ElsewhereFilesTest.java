package org.suzhi.web.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suzhi.sample.DomainFacts;
import org.suzhi.web.fieldwork.FileProblem;
import org.suzhi.web.publication.ContextLine;
import org.suzhi.web.publication.ContextLine.Status;
import org.suzhi.web.publication.ItemReference;
import org.suzhi.web.publication.NationalSurvey;

/** Files of published figures: read, refused with the place of every problem, written to be read again. */
class ElsewhereFilesTest {
    private static final int THIS_YEAR = 2025;

    private static ContextLineFile lines(String csv) {
        return ContextLineFile.read(csv.getBytes(StandardCharsets.UTF_8), THIS_YEAR);
    }

    private static ItemReferenceFile items(String csv) {
        return ItemReferenceFile.read(csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void linesAreSortedAndKeptApartByName() {
        ContextLineFile read = lines("""
                series_zh,series_en,year,percent,status,criterion,source,note
                广东省,Guangdong,2022,14.80%,,CRISP100,"paper, 2023-07",
                全国,China,2024,15.37,published,,bulletin,
                广东省,Guangdong,2025,16,目标,,plan,说明
                广东省,Guangdong,2020,12.79,preliminary,MILLER3,news,
                """);
        assertThat(read.problems()).isEmpty();
        assertThat(read.lines()).extracting(ContextLine::nameZh).containsExactly("广东省", "全国");
        ContextLine province = read.lines().get(0);
        assertThat(province.points())
                .containsExactly(
                        new ContextLine.Point(2020, 12.79, Status.PRELIMINARY, "MILLER3", "news", ""),
                        new ContextLine.Point(2022, 14.8, Status.PUBLISHED, "CRISP100", "paper, 2023-07", ""),
                        new ContextLine.Point(2025, 16, Status.TARGET, "", "plan", "说明"));
        assertThat(province.breaks()).containsExactly(2022);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "广东省,Guangdong,2022,14.8,,| source | source-missing",
                "广东省,Guangdong,2022,148,,news| percent | percent-published",
                "广东省,Guangdong,2022,-3,,news| percent | percent-published",
                "广东省,Guangdong,2022,,,news| percent | percent-published",
                "广东省,Guangdong,22,14.8,,news| year | line-year",
                "广东省,Guangdong,,14.8,,news| year | missing",
                "广东省,Guangdong,2026,14.8,,news| year | result-ahead",
                "广东省,Guangdong,2022,14.8,verified,news| status | line-status",
                ",Guangdong,2022,14.8,,news| series_zh | missing",
                "全国,Nation,2022,14.8,,news| series_en | line-renamed",
                "全国,China,2024,14.8,,news| year | figure-twice",
                "一个比二十四个字还要长得多的名称没有办法写在图上的线旁边所以不行,X,2024,14.8,,news| series_zh | longer-than"
            })
    void aWrongRowIsToldByItsPlace(String row, String column, String rule) {
        ContextLineFile read =
                lines("series_zh,series_en,year,percent,status,source\n全国,China,2024,15.37,,bulletin\n" + row + "\n");
        assertThat(read.problems())
                .extracting(FileProblem::row, FileProblem::column, FileProblem::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(3, column, rule));
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThat(ContextLineFile.read(new byte[] {'P', 'K', 3, 4, 0, 0}, THIS_YEAR)
                        .problems())
                .extracting(FileProblem::rule)
                .containsExactly("unreadable");
        assertThat(items("item,place,year,percent\nK01,China,2007,49\n").problems())
                .extracting(FileProblem::column, FileProblem::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("source", "no-column"));
        assertThat(items("item,place,year,percent,source\nK01,China,2007,49,table 7-9, SEI\n")
                        .problems())
                .extracting(FileProblem::rule)
                .containsExactly("long-row");
    }

    @Test
    void itemsAreReadFromGb18030AndFromAWorkbook() throws IOException {
        ItemReference expected = new ItemReference("K01", "中国", "2007", 10059, 49, "表 7-9");
        String csv = "题目,地区,年份,样本量,答对比例,来源\nK01,中国,2007,\"10,059\",49,表 7-9\n";
        assertThat(ItemReferenceFile.read(csv.getBytes(Charset.forName("GB18030"))))
                .isEqualTo(new ItemReferenceFile(List.of(expected), List.of()));
        assertThat(ItemReferenceFile.read(workbook(
                        List.of("item", "country", "year", "n", "percent_correct", "source"),
                        List.of("K01", "中国", "2007", "10059", "49%", "表 7-9"))))
                .isEqualTo(new ItemReferenceFile(List.of(expected), List.of()));
    }

    private static byte[] workbook(List<String> head, List<String> cells) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet();
            for (List<String> line : List.of(head, cells)) {
                Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                line.forEach(cell ->
                        row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell));
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void sharesInPlaceOfPercentagesAreSuspected() {
        assertThat(items("item,place,year,percent,source\nK01,China,2007,0.49,t\nK02,China,2007,0.44,t\n")
                        .problems())
                .containsExactly(new FileProblem(2, "percent", "0.49", "all-shares"));
    }

    @Test
    void whatComesWithSuzhiIsReadAgainAsItIsWritten() {
        ContextLine nation = NationalSurvey.line();
        assertThat(nation.points()).hasSizeGreaterThan(10);
        assertThat(nation.breaks()).containsExactly(2015);
        ContextLineFile lines = lines(ContextLineFile.csv(List.of(nation)));
        assertThat(lines).isEqualTo(new ContextLineFile(List.of(nation), List.of()));

        ItemReferenceFile items = ItemReferenceFile.read(DomainFacts.file("item_percent_published.csv"));
        assertThat(items.problems()).isEmpty();
        assertThat(items.references()).hasSize(DomainFacts.itemPercents().size());
        assertThat(items(ItemReferenceFile.csv(items.references()))).isEqualTo(items);
    }
}
