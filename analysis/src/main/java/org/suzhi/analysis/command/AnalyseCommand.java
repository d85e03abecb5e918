package org.suzhi.analysis.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.rtwin.TwinArchive;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.SideFiles;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.microdata.CsvReader;
import org.suzhi.microdata.CsvWriter;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.MicrodataProblem;
import org.suzhi.microdata.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code analyse}: runs a specification on a data file and writes the result. */
@Command(name = "analyse", mixinStandardHelpOptions = true, resourceBundle = "org.suzhi.analysis.command.help")
public final class AnalyseCommand implements Callable<Integer> {
    /** How the result is written. */
    enum Format {
        json,
        table
    }

    @Parameters(index = "0", paramLabel = "SPEC.yaml")
    private Path specification = Path.of("");

    @Option(names = "--data", paramLabel = "DATA.csv")
    private @Nullable Path data;

    @Option(names = "--out", paramLabel = "RESULT.json")
    private @Nullable Path out;

    @Option(names = "--r-twin", paramLabel = "DIR|FILE.zip")
    private @Nullable Path twin;

    @Option(names = "--imputed", paramLabel = "DIR")
    private @Nullable Path imputed;

    @Option(names = "--timings")
    private boolean timings;

    @Option(names = "--format", defaultValue = "json")
    private Format format = Format.json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try {
            write(format == Format.json ? analyse().toJson() : analyse().toTable(Language.locale()));
            return 0;
        } catch (Problem problem) {
            err().println(problem.message(Language.locale()));
            err().flush();
            return 2;
        } catch (OutOfMemoryError e) {
            err().println(new AnalysisProblem(
                            "out_of_memory", Runtime.getRuntime().maxMemory() >> 20)
                    .message(Language.locale()));
            err().flush();
            return 2;
        } catch (RuntimeException | Error e) {
            // Not the user's fault: one line instead of a stack trace, with what a bug report needs.
            StackTraceElement[] trace = e.getStackTrace();
            String what = e.toString().lines().findFirst().orElse("");
            err().println(new AnalysisProblem("internal", what, trace.length == 0 ? "" : trace[0])
                    .message(Language.locale()));
            err().flush();
            return 2;
        }
    }

    private PrintWriter err() {
        return command().getErr();
    }

    private CommandLine command() {
        if (spec == null) {
            throw new IllegalStateException("not run by picocli");
        }
        return spec.commandLine();
    }

    private AnalysisResult analyse() {
        Specification read = Specification.parse(text(specification));
        Path folder =
                Optional.ofNullable(specification.toAbsolutePath().getParent()).orElse(Path.of("."));
        Path file = data != null ? data : folder.resolve(read.data().orElse("data.csv"));
        Extract extract = CsvReader.read(file);
        AnalysisResult result = Analysis.run(read, extract, new SideFiles(Optional.of(folder), timings));
        if (twin != null) {
            try {
                TwinArchive.of(read, extract, result).write(twin);
            } catch (IOException e) {
                throw new AnalysisProblem("unwritable_file", twin);
            }
        }
        if (imputed != null) {
            writeImputed(imputed, Analysis.imputed(read, extract));
        }
        return result;
    }

    private static void writeImputed(Path folder, List<Extract> tables) {
        for (int set = 1; set <= tables.size(); set++) {
            Path file = folder.resolve("imputed-" + set + ".csv");
            try {
                Files.createDirectories(folder);
                try (OutputStream csv = new BufferedOutputStream(Files.newOutputStream(file))) {
                    CsvWriter.write(tables.get(set - 1), csv);
                }
            } catch (IOException e) {
                throw new AnalysisProblem("unwritable_file", file);
            }
        }
    }

    private static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new MicrodataProblem("no_such_file", file);
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MicrodataProblem("unreadable_file", file, String.valueOf(e.getMessage()));
        }
    }

    private void write(String result) {
        if (out == null) {
            command().getOut().print(result);
            command().getOut().flush();
            return;
        }
        try {
            Files.writeString(out, result, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AnalysisProblem("unwritable_file", out);
        }
    }
}
