package org.suzhi.web.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.microdata.CsvReader;
import org.suzhi.sample.DrawnCases;
import org.suzhi.sample.SampleCounty;
import org.suzhi.sampling.KishTable;

/** Households at an interval, one adult of each by the Kish grid: drawn, interviewed, weighted with the household's size. */
class HouseholdSampleIT extends FromEmpty {
    /** Adults of the households of every village, over and over along its register. */
    private static final int[] SIZES = {1, 2, 3, 2, 4, 2, 1, 3};

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "household-data");
        registry.add("suzhi.data", () -> folder.toAbsolutePath().toString());
    }

    /** The questionnaire with a question that the household's size comes from. */
    private static byte[] withAdults(byte[] workbook) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Row row = book.getSheet("survey").createRow(book.getSheet("survey").getLastRowNum() + 1);
            List<String> cells =
                    List.of("integer", "household_adults", "您家有几个成年人？", "How many adults live in your household?");
            for (int c = 0; c < cells.size(); c++) {
                row.createCell(c).setCellValue(cells.get(c));
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void householdsByTheKishGrid() throws Exception {
        sampling.setUp(withAdults(questionnaire()));
        sampling.importFrame(withHouseholds(frame()));
        String drawn =
                sampling.draw(statistician.get("/sampling/2025/draw"), "second-stage", "households-kish", "seed", "77");
        assertThat(drawn).contains("the same came out");
        long id = jdbc.sql("select id from sample_draw").query(Long.class).single();
        String base = "/sampling/2025/draws/" + id;
        assertThat(statistician.get(base + "/listing")).contains("Kish table");
        assertThat(sampling.accept(base)).contains("This draw is the wave’s sample");
        assertThat(statistician.count("survey_case where kish_table is null")).isZero();
        interview(statistician.get(base + "/files/cases.csv"));
        weigh();
    }

    private static String withHouseholds(String frame) {
        StringBuilder csv = new StringBuilder();
        frame.lines().forEach(line -> {
            String[] cells = line.split(",", -1);
            csv.append(line)
                    .append(',')
                    .append(
                            cells[6].equals("adults")
                                    ? "households"
                                    : households(Integer.parseInt(cells[6])).size())
                    .append('\n');
        });
        return csv.toString();
    }

    /** The sizes of a village's households, in the order of its list. */
    private static List<Integer> households(int adults) {
        List<Integer> sizes = new java.util.ArrayList<>();
        for (int left = adults; left > 0; ) {
            int size = Math.min(left, SIZES[sizes.size() % SIZES.length]);
            sizes.add(size);
            left -= size;
        }
        return sizes;
    }

    /** Finds the adult whom the grid chooses in each drawn household, and has the county's people answer. */
    private void interview(String csv) throws Exception {
        Map<String, Integer> adults = new HashMap<>();
        frame().lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(cells -> adults.put(cells[0], Integer.parseInt(cells[6])));
        Map<String, Integer> sizes = new HashMap<>();
        StringBuilder persons = new StringBuilder("case,psu,line,member\n");
        csv.lines().skip(1).map(line -> line.split(",", -1)).forEach(c -> {
            List<Integer> households = households(adults.get(c[1]));
            int household = Integer.parseInt(c[3]) - 1;
            int size = households.get(household);
            int before = households.stream().limit(household).mapToInt(s -> s).sum();
            sizes.put(c[0], size);
            persons.append(c[0])
                    .append(',')
                    .append(c[1])
                    .append(',')
                    .append(before + KishTable.valueOf(c[4]).adult(size))
                    .append(",\n");
        });
        DrawnCases cases = DrawnCases.read(
                SampleCounty.of(SampleCounty.DEMONSTRATION_SEED), YEAR, new StringReader(persons.toString()));
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        int interviews = cases.writeInterviews("literacy", "2025", zip);
        collection.load(withSizes(zip.toByteArray(), sizes), interviews);
        collection.outcomes(cases.visitsCsv());
        assertThat(statistician.count("survey_case where status = 'OPEN'")).isZero();
    }

    /** The interviews with the answer to how many adults the household has. */
    private static byte[] withSizes(byte[] zip, Map<String, Integer> sizes) throws IOException {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(made)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                int size = sizes.get(entry.getName().replace(".xml", ""));
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(xml.replace("<meta>", "<household_adults>" + size + "</household_adults><meta>")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return made.toByteArray();
    }

    private void weigh() throws Exception {
        weights.importMargins(margins());
        String shown = statistician.form(
                "/weights/2025",
                "/weights/2025/plans",
                "household",
                "household_adults",
                "unknown",
                "true",
                "nonresponse",
                "classes",
                "nonresponse-cells",
                "town",
                "calibration",
                "rake",
                "margin-version",
                "1",
                "margins",
                "sex:age_band",
                "margins",
                "town");
        assertThat(shown).contains("Saved as plan 1").contains("Persons in the household");
        AnalysisResult result = Analysis.run(
                Specification.parse(statistician.get("/weights/2025/specification.yaml?plan=1")),
                CsvReader.read(
                        "rows.csv",
                        statistician.get("/weights/2025/extract.csv?plan=1").getBytes(StandardCharsets.UTF_8)));
        double households = jdbc.sql("select sum(population / inclusion_probability) from sampled_psu")
                .query(Double.class)
                .single();
        assertThat(sum(result, "respondents")).isCloseTo(households, within(households * 0.1));
        // Households stand for their adults: near the county's before any margin is known, its number after.
        assertThat(sum(result, "household")).isCloseTo(EVERYBODY, within(EVERYBODY * 0.1));
        assertThat(((Number) result.weighting()
                                .get(result.weighting().size() - 1)
                                .get("sum"))
                        .doubleValue())
                .isCloseTo(EVERYBODY, within(1e-3));
        var rate = result.estimate("rate").row();
        double truth = SampleCounty.of(SampleCounty.DEMONSTRATION_SEED)
                .truth(YEAR)
                .get(0)
                .rate();
        assertThat(Math.abs(rate.estimate() - truth)).isLessThan(3 * rate.se());
        System.out.printf(
                "households %.0f, adults before margins %.0f, rate %.4f (SE %.4f), truth %.4f%n",
                households, sum(result, "household"), rate.estimate(), rate.se(), truth);
    }

    private static double sum(AnalysisResult result, String step) {
        return result.weighting().stream()
                .filter(figures -> step.equals(figures.get("step")))
                .mapToDouble(figures -> ((Number) figures.get("sum")).doubleValue())
                .findFirst()
                .orElseThrow();
    }
}
