package org.suzhi.web.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.suzhi.questionnaire.FormProblem;
import org.suzhi.questionnaire.FormProblems;
import org.suzhi.questionnaire.Messages;
import org.suzhi.questionnaire.XlsForm;
import org.suzhi.response.FormDraft;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on a workbook alone: no server, no database. */
@Command(name = "form", description = "XLSForm workbooks: check, convert.", mixinStandardHelpOptions = true)
final class FormCommand implements Runnable {
    private static final int UNUSABLE = 2;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "form: expected 'form check FILE.xlsx' or 'form convert FILE.xlsx --out FILE.xml'");
    }

    @Command(
            name = "check",
            description = "Tells everything that is wrong in a workbook.",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(paramLabel = "FILE.xlsx") Path file,
            @Option(names = "--lang", paramLabel = "zh-CN|en", description = "language of the messages") @Nullable
                    String lang)
            throws IOException {
        Locale locale = SpokenLanguage.of(spec.commandLine(), lang);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<FormProblem> problems;
        try {
            FormDraft draft = read(file);
            problems = draft.problems();
            if (problems.isEmpty() && draft.form().isPresent()) {
                FormSummary.of(file.toString(), draft, draft.form().get(), locale)
                        .forEach(out::println);
                return 0;
            }
        } catch (FormProblems refused) {
            problems = refused.problems();
        }
        problems.forEach(problem -> out.println(problem.line(locale)));
        err().println("suzhi: " + Messages.text(locale, "summary.problems", file, problems.size()));
        return UNUSABLE;
    }

    @Command(
            name = "convert",
            description = "Writes the ODK XForm of a workbook; nothing of one that cannot be used.",
            mixinStandardHelpOptions = true)
    int convert(
            @Parameters(paramLabel = "FILE.xlsx") Path file,
            @Option(names = "--out", paramLabel = "FILE.xml", required = true) Path out,
            @Option(names = "--lang", paramLabel = "zh-CN|en", description = "language of the messages") @Nullable
                    String lang)
            throws IOException {
        Locale locale = SpokenLanguage.of(spec.commandLine(), lang);
        try {
            FormDraft draft = read(file);
            write(out, draft.xform());
            draft.problems().forEach(doubt -> err().println(doubt.line(locale)));
            return 0;
        } catch (FormProblems refused) {
            refused.problems().forEach(problem -> err().println(problem.line(locale)));
            return UNUSABLE;
        }
    }

    private static PrintStream err() {
        return new PrintStream(System.err, true, StandardCharsets.UTF_8);
    }

    /** The files that the form needs are looked for beside the workbook. */
    private static FormDraft read(Path file) throws IOException {
        // What the workbook reader logs of a damaged file is told in words.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        if (!Files.isRegularFile(file)) {
            throw refuse(file, "workbook.noFile");
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        try (InputStream in = Files.newInputStream(file)) {
            return FormDraft.read(
                    in.readNBytes(XlsForm.MAX_BYTES + 1),
                    String.valueOf(file.getFileName()),
                    name -> content(folder, name));
        }
    }

    private static Optional<byte[]> content(Path folder, String name) {
        Path file = folder.resolve(Path.of(name).getFileName());
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void write(Path out, String xform) {
        try {
            Files.writeString(out, xform, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw refuse(out, "file.unwritable");
        }
    }

    private static FormProblems refuse(Path file, String code) {
        return new FormProblems(List.of(new FormProblem(file.toString(), 0, "", file.toString(), code, List.of())));
    }
}
