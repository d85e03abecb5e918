package org.suzhi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class QuestionnaireTest {

    private static final Path FOLDER = Path.of("questionnaire");

    private final CsvTable survey = CsvTable.read(FOLDER.resolve("survey.csv"));
    private final CsvTable choices = CsvTable.read(FOLDER.resolve("choices.csv"));
    private final CsvTable scoring = CsvTable.read(FOLDER.resolve("scoring.csv"));

    @Test
    void committedWorkbookIsWhatTheSheetsBuild() throws IOException {
        assertThat(Files.readAllBytes(FOLDER.resolve("literacy.xlsx"))).isEqualTo(WorkbookBuilder.build(FOLDER));
    }

    @ParameterizedTest
    @FieldSource("org.suzhi.sample.WorkbookBuilder#SHEETS")
    void workbookSheetHoldsEveryCellOfItsCsv(String name) throws IOException {
        CsvTable table = CsvTable.read(FOLDER.resolve(name + ".csv"));
        DataFormatter formatter = new DataFormatter();
        try (InputStream in = Files.newInputStream(FOLDER.resolve("literacy.xlsx"));
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            List<List<String>> cells = new ArrayList<>();
            for (Row row : workbook.getSheet(name)) {
                List<String> line = new ArrayList<>();
                for (int c = 0; c < table.header().size(); c++) {
                    line.add(formatter.formatCellValue(row.getCell(c)));
                }
                cells.add(line);
            }
            assertThat(cells.get(0)).isEqualTo(table.header());
            assertThat(cells.subList(1, cells.size())).isEqualTo(table.rows());
        }
    }

    @Test
    void pointsAddUpToOneHundredInTheSplitOfTheCriterion() {
        Map<String, Integer> byDimension = new TreeMap<>();
        for (List<String> row : scoring.rows()) {
            byDimension.merge(
                    row.get(scoring.column("dimension")),
                    Integer.parseInt(row.get(scoring.column("points"))),
                    Integer::sum);
        }
        assertThat(byDimension)
                .containsExactlyInAnyOrderEntriesOf(Map.of("knowledge", 40, "method", 20, "spirit", 20, "ability", 20));
    }

    @Test
    void everyClosedItemOfTheBankIsScoredWithItsKeyAndTheOpenOneIsLeftOut() {
        CsvTable bank = CsvTable.read(Path.of("domain", "knowledge_items.csv"));
        Map<String, String> expected = new HashMap<>();
        for (List<String> row : bank.rows()) {
            if (!row.get(bank.column("type")).equals("open")) {
                expected.put(row.get(bank.column("id")), row.get(bank.column("key")));
            }
        }
        Map<String, String> keys = new HashMap<>();
        for (List<String> row : scoring.rows()) {
            keys.put(row.get(scoring.column("item")), row.get(scoring.column("key")));
        }
        assertThat(keys).isEqualTo(expected).hasSize(36).doesNotContainKey("M03");
    }

    @Test
    void everyKeyIsAChoiceOfItsItem() {
        Map<String, String> listOfItem = new HashMap<>();
        for (List<String> row : survey.rows()) {
            listOfItem.put(
                    row.get(survey.column("name")),
                    row.get(survey.column("type")).replace("select_one ", ""));
        }
        Set<String> offered = new HashSet<>();
        for (List<String> row : choices.rows()) {
            offered.add(row.get(choices.column("list_name")) + "/" + row.get(choices.column("name")));
        }
        for (List<String> row : scoring.rows()) {
            String item = row.get(scoring.column("item"));
            assertThat(offered).contains(listOfItem.get(item) + "/" + row.get(scoring.column("key")));
            assertThat(offered).contains(listOfItem.get(item) + "/dk");
        }
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        for (CsvTable table : List.of(survey, choices)) {
            for (String title : table.header()) {
                if (title.endsWith("::中文 (zh)")) {
                    List<String> chinese = table.values(title);
                    List<String> english = table.values(title.replace("中文 (zh)", "English (en)"));
                    for (int r = 0; r < chinese.size(); r++) {
                        assertThat(chinese.get(r).isEmpty())
                                .as("%s, row %d, %s", table.name(), r + 2, title)
                                .isEqualTo(english.get(r).isEmpty());
                    }
                }
            }
        }
    }

    @Test
    void everyRequiredItemSaysSoInWords() {
        List<String> required = survey.values("required");
        List<String> messages = survey.values("required_message::中文 (zh)");
        List<String> types = survey.values("type");
        for (int r = 0; r < required.size(); r++) {
            boolean asked = types.get(r).startsWith("select") || types.get(r).equals("integer");
            assertThat(required.get(r).equals("yes")).as("row %d", r + 2).isEqualTo(asked);
            assertThat(messages.get(r).isEmpty()).as("row %d", r + 2).isEqualTo(!asked);
        }
    }

    @Test
    void placesOfferedAreThoseOfTheFrame() {
        List<String> offered = new ArrayList<>();
        for (List<String> row : choices.rows()) {
            String list = row.get(0);
            if (list.equals("town") || list.equals("village")) {
                offered.add(String.join("/", row));
            }
        }
        List<String> framed = new ArrayList<>();
        CsvTable towns = CsvTable.read(Path.of("domain", "towns.csv"));
        for (List<String> row : towns.rows()) {
            framed.add("town/%s/%s/%s/".formatted(row.get(0), row.get(2), row.get(3)));
        }
        CsvTable villages = CsvTable.read(Path.of("domain", "villages.csv"));
        for (List<String> row : villages.rows()) {
            framed.add("village/%s/%s/%s/%s".formatted(row.get(0), row.get(2), row.get(3), row.get(1)));
        }
        assertThat(offered).isEqualTo(framed);
    }
}
