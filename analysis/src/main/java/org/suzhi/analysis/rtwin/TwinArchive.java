package org.suzhi.analysis.rtwin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.microdata.CsvWriter;
import org.suzhi.microdata.Extract;

/**
 * Everything that repeats an analysis without us, as a ZIP: {@code README.txt}, {@code twin.R}, {@code data.csv}, {@code
 * specification.yaml}, {@code result.json}, {@code suzhi_result.csv}. The same analysis gives the same bytes.
 */
public final class TwinArchive {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private TwinArchive() {}

    /**
     * Writes the ZIP and leaves the stream open.
     *
     * @param extract the rows that the analysis ran on, before columns were derived
     */
    public static void write(Specification specification, Extract extract, AnalysisResult result, OutputStream out)
            throws IOException {
        RTwin.Files files = RTwin.of(specification, extract, result).files();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        add(zip, "README.txt", Resources.text("README.txt").replace("@ID@", specification.id()));
        add(zip, "twin.R", files.script());
        add(zip, "specification.yaml", specification.toYaml());
        add(zip, "suzhi_result.csv", files.figures());
        add(zip, "result.json", result.toJson());
        begin(zip, "data.csv");
        Writer rows = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        CsvWriter.write(files.data(), rows);
        rows.flush();
        zip.closeEntry();
        zip.finish();
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        begin(zip, name);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }
}
