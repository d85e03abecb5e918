package org.suzhi.analysis.rtwin;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.microdata.CsvWriter;
import org.suzhi.microdata.Extract;

/**
 * Everything that repeats an analysis without us, as a ZIP or in a folder: {@code README.txt}, {@code twin.R}, {@code
 * data.csv}, {@code imputed.csv} where answers were imputed, {@code spec.yaml}, {@code result.json}, {@code suzhi_result.csv}. The same analysis gives the same bytes.
 */
public final class TwinArchive {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private TwinArchive(Specification specification, String yaml, RTwin.Files twin, byte[] rows, String json) {
        add(
                "README.txt",
                Resources.text("README.txt").replace("@ID@", specification.id()).replace("@SHA256@", sha256(rows)));
        add("twin.R", twin.script());
        add("spec.yaml", yaml);
        add("suzhi_result.csv", twin.figures());
        add("result.json", json);
        files.put("data.csv", rows);
    }

    /** Adds the tables that answers were imputed in: their columns, set by set, by the rows of the data. */
    private TwinArchive completed(Specification specification, Extract extract) {
        if (specification.source().get("impute") instanceof Map<?, ?> impute) {
            Extract.Builder columns = Extract.builder();
            List<Extract> sets = Analysis.imputed(specification, extract);
            for (String variable : Section.of(impute).texts("variables")) {
                for (int set = 1; set <= sets.size(); set++) {
                    columns.column(variable + "." + set, sets.get(set - 1).column(variable));
                }
            }
            files.put("imputed.csv", csv(columns.build()));
        }
        return this;
    }

    /**
     * The archive of a saved run, as it was saved.
     *
     * @param yaml the specification as saved
     * @param extract the rows that the analysis ran on, before columns were derived
     * @param rows the same as CSV, as they were hashed
     * @param result the result as its JSON form has it: maps, lists, texts, numbers
     * @param json its JSON form as saved
     */
    public static TwinArchive ofRun(String yaml, Extract extract, byte[] rows, Map<String, ?> result, String json) {
        Specification specification = Specification.parse(yaml);
        RTwin.Files twin = RTwin.of(specification, extract, result).files();
        return new TwinArchive(specification, yaml, twin, rows, json).completed(specification, extract);
    }

    /**
     * The archive of an analysis of any data; it holds just the columns that the specification names, so that no contact
     * data and no free text go along.
     */
    public static TwinArchive of(Specification specification, Extract extract, AnalysisResult result) {
        Set<String> named = Mentions.of(specification.source());
        named.addAll(RTwin.of(specification, extract, result.json()).columns());
        Extract.Builder used = Extract.builder();
        extract.names().stream().filter(named::contains).forEach(name -> used.column(name, extract.column(name)));
        Extract rows = used.build();
        RTwin.Files twin = RTwin.of(specification, rows, result.json()).files();
        return new TwinArchive(specification, specification.toYaml(), twin, csv(rows), result.toJson())
                .completed(specification, rows);
    }

    private static byte[] csv(Extract rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try {
            CsvWriter.write(rows, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void add(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the ZIP and leaves the stream open. */
    public void writeZip(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ZipEntry entry = new ZipEntry(file.getKey());
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    /** Writes a file whose name ends in {@code .zip}, else the files of the archive into a folder, which is made. */
    public void write(Path path) throws IOException {
        if (path.getFileName() != null && path.getFileName().toString().endsWith(".zip")) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
                writeZip(out);
            }
            return;
        }
        Files.createDirectories(path);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(path.resolve(file.getKey()), file.getValue());
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
