package org.suzhi.web.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.suzhi.web.publication.WavePublisher;
import org.suzhi.web.report.Letterhead;
import org.suzhi.web.report.ReportFormat;
import org.suzhi.web.report.ReportRefused;
import org.suzhi.web.report.ReportRequest;
import org.suzhi.web.report.Reports;
import org.suzhi.web.report.Subject;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The file appears under its name once it is whole. */
@Command(
        name = "report",
        description = "Writes the circular (通报) on a wave, or the evaluation of all waves up to it.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Runnable {
    @ParentCommand
    private SuzhiCommand root;

    @Mixin
    private ServerOptions options;

    @Option(names = "--wave", required = true, paramLabel = "YEAR", description = "year of the wave")
    private int wave;

    @Option(names = "--evaluation", description = "all waves up to that year, not that wave alone")
    private boolean evaluation;

    @ArgGroup
    private Part part = new Part();

    @Option(names = "--out", required = true, description = "the file; its name ends in .docx, .pdf or .html")
    private Path out = Path.of("");

    @Option(names = "--lang", defaultValue = "zh-CN", description = "language: zh-CN or en (${DEFAULT-VALUE})")
    private String language = "zh-CN";

    @Option(names = "--issuer", defaultValue = "", description = "the office that signs (发文机关)")
    private String issuer = "";

    @Option(names = "--number", defaultValue = "", description = "the number of the document (发文字号)")
    private String number = "";

    @Option(names = "--addressee", defaultValue = "", description = "to whom it goes (主送机关)")
    private String addressee = "";

    @Option(names = "--date", description = "the date under it (${DEFAULT-VALUE})")
    private LocalDate date = LocalDate.now(ZoneId.systemDefault());

    /** What the report is on, where not the whole survey. */
    static final class Part {
        @Option(names = "--town", defaultValue = "", description = "code of the town that the report is on")
        private String town = "";

        @Option(names = "--unit", defaultValue = "", description = "code of the unit that the report is on")
        private String unit = "";

        Subject subject() {
            return town.isEmpty() ? unit.isEmpty() ? Subject.WHOLE : Subject.unit(unit) : Subject.town(town);
        }
    }

    @Override
    public void run() {
        ReportFormat format = format();
        Locale locale = Locale.forLanguageTag(language);
        try (ConfigurableApplicationContext context = options.start(root.application(), WebApplicationType.NONE)) {
            context.getBean(WavePublisher.class).publishAll();
            ReportRequest request = new ReportRequest(
                    evaluation ? ReportRequest.Kind.EVALUATION : ReportRequest.Kind.CIRCULAR,
                    wave,
                    part.subject(),
                    locale,
                    new Letterhead(issuer, number, addressee, date));
            try {
                write(context.getBean(Reports.class).write(request, format));
            } catch (ReportRefused refused) {
                throw new IllegalArgumentException(
                        context.getBean(MessageSource.class)
                                .getMessage(refused.key(), new Object[] {refused.got()}, locale),
                        refused);
            }
        }
    }

    private ReportFormat format() {
        String name = out.getFileName().toString();
        return ReportFormat.of(name.substring(name.lastIndexOf('.') + 1))
                .orElseThrow(() -> new IllegalArgumentException(
                        "--out: got " + name + ", expected a name that ends in .docx, .pdf or .html"));
    }

    private void write(byte[] bytes) {
        Path file = out.toAbsolutePath();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println("wrote " + file);
    }
}
