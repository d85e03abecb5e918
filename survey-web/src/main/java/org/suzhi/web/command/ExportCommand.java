package org.suzhi.web.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.suzhi.web.export.ExportRequest;
import org.suzhi.web.export.Exports;
import org.suzhi.web.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The file appears under its name once it is whole; a CSV gets its codebook beside it. */
@Command(
        name = "export",
        description = "Writes the responses of a wave as a file for other programs.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Runnable {
    @ParentCommand
    private SuzhiCommand root;

    @Mixin
    private ServerOptions options;

    @Option(names = "--wave", required = true, paramLabel = "YEAR", description = "year of the wave")
    private int wave;

    @Option(
            names = "--format",
            required = true,
            description = "csv, codebook, xlsx, dta (Stata), parquet, ddi (DDI-Codebook 2.5), r (script for survey)")
    private String format = "";

    @Option(names = "--out", required = true, description = "the file, or a folder for a file of the usual name")
    private Path out = Path.of("");

    @Option(
            names = "--with-text",
            description = "also free texts, places and device numbers: they can tell who a person is")
    private boolean withText;

    @Option(names = "--bom", description = "begin a CSV with the mark by which Excel knows UTF-8")
    private boolean byteOrderMark;

    @Option(
            names = "--lang",
            defaultValue = "zh-CN",
            description = "language of labels: zh-CN or en (${DEFAULT-VALUE})")
    private String language = "zh-CN";

    @Override
    public void run() {
        try (ConfigurableApplicationContext context = options.start(root.application(), WebApplicationType.NONE)) {
            Exports exports = context.getBean(Exports.class);
            write(exports, format, out);
            if (format.equalsIgnoreCase("csv")) {
                Path file = out.toAbsolutePath();
                write(exports, "codebook", Files.isDirectory(file) ? file : beside(file));
            }
        } catch (Problem problem) {
            throw new IllegalArgumentException(problem.getMessage(), problem);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void write(Exports exports, String kind, Path where) throws IOException {
        ExportRequest request =
                new ExportRequest(wave, kind, withText, byteOrderMark, Locale.forLanguageTag(language), null);
        String name = exports.fileName(request);
        Path file = Files.isDirectory(where) ? where.resolve(name) : where;
        Path part = file.resolveSibling(file.getFileName() + ".part");
        long rows;
        try (OutputStream stream = Files.newOutputStream(part)) {
            rows = exports.write(request, stream);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        System.out.println("wrote " + file + " (" + rows + " responses)");
    }

    private static Path beside(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + "-codebook.csv");
    }
}
