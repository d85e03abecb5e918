package org.suzhi.web.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.suzhi.sampling.Draw;
import org.suzhi.sampling.DrawPlan;
import org.suzhi.sampling.DrawRecord;
import org.suzhi.sampling.DrawnPsu;
import org.suzhi.sampling.Frame;
import org.suzhi.sampling.ListDraw;
import org.suzhi.sampling.ListFrame;
import org.suzhi.sampling.SampleTable;
import org.suzhi.sampling.SamplingProblem;
import org.suzhi.sampling.SamplingProblems;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws from files alone: no server, no database. Everything wrong is told at once, and then no file is written. */
@Command(
        name = "sample",
        description = "Draws a stratified sample after a plan (docs/methods/sampling.md).",
        mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
    private static final int UNUSABLE = 2;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PLAN.yaml")
    private Path plan = Path.of("");

    @Option(
            names = "--frame",
            required = true,
            paramLabel = "FRAME.csv",
            description = "villages with town, stratum and size; CSV or .xlsx")
    private Path frame = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "SAMPLE.csv", description = "drawn villages, one a row")
    private Path out = Path.of("");

    @Option(names = "--visits", paramLabel = "FILE.csv", description = "people or households to visit, one a row")
    private @Nullable Path visits;

    @Option(names = "--reserves", paramLabel = "FILE.csv", description = "villages in reserve, one a row")
    private @Nullable Path reserves;

    @Option(
            names = "--joint",
            paramLabel = "FILE.csv",
            description = "joint inclusion probabilities, as design.pps.jointProbabilities of an analysis reads them")
    private @Nullable Path joint;

    @Option(
            names = "--list",
            paramLabel = "NAME=FILE.csv",
            description = "a list of people that the plan oversamples; may be repeated")
    private Map<String, Path> lists = new LinkedHashMap<>();

    @Option(names = "--list-out", paramLabel = "FILE.csv", description = "people drawn from lists, one a row")
    private @Nullable Path listOut;

    @Option(names = "--record", paramLabel = "FILE.yaml", description = "hashes of frame, plan and sample")
    private @Nullable Path record;

    @Option(
            names = "--check",
            paramLabel = "FILE.yaml",
            description = "draws again and compares with a record; writes nothing if it is another sample")
    private @Nullable Path check;

    @Option(names = "--seed", description = "instead of the plan's")
    private @Nullable Long seed;

    @Option(names = "--lang", paramLabel = "zh-CN|en", description = "language of the messages")
    private @Nullable String lang;

    @Override
    public Integer call() {
        // What the workbook reader logs of a damaged file is told in words.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        Locale locale = SpokenLanguage.of(spec.commandLine(), lang);
        try {
            draw();
            return 0;
        } catch (SamplingProblems problems) {
            PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
            problems.problems().forEach(problem -> err.println("suzhi: " + problem.line(locale)));
            return UNUSABLE;
        }
    }

    private void draw() {
        if (!lists.isEmpty() && listOut == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--list: expected also --list-out FILE.csv for the people drawn");
        }
        List<SamplingProblem> problems = new ArrayList<>();
        SampleFiles files = new SampleFiles(problems);
        Frame units = files.frame(frame);
        List<ListFrame> members = new ArrayList<>();
        lists.forEach((name, file) -> members.add(files.list(name, file)));
        DrawPlan planned = files.plan(plan);
        if (problems.isEmpty()) {
            planned = seed == null ? planned : planned.withSeed(seed);
            problems.addAll(planned.problems(units));
            problems.addAll(ListDraw.problems(planned, units, members));
        }
        throwIfAny(problems);
        Draw draw = Draw.of(units, planned);
        ListDraw drawnMembers = ListDraw.of(planned, units, members);
        DrawRecord made = DrawRecord.of(units, draw, drawnMembers);
        if (joint != null) {
            problems.addAll(draw.jointProblems());
        }
        if (check != null) {
            problems.addAll(made.differences(files.text("record", check)));
        }
        throwIfAny(problems);
        write(files, draw, drawnMembers, made);
    }

    private void write(SampleFiles files, Draw draw, ListDraw members, DrawRecord made) {
        files.add(out, SampleTable.units(draw, draw.sample()));
        files.add(visits, SampleTable.visits(draw.sample()));
        files.add(reserves, SampleTable.units(draw, draw.reserves()));
        draw.joint().ifPresent(probabilities -> files.add(joint, probabilities.csv()));
        files.add(listOut, members.csv());
        files.add(record, made.toYaml());
        files.write();
        System.out.printf(
                Locale.ROOT,
                "%s: %d units of %d strata, %d visits, seed %d%n",
                out,
                draw.sample().size(),
                draw.designs().size(),
                draw.sample().stream().mapToInt(DrawnPsu::invited).sum(),
                draw.plan().seed());
    }

    private static void throwIfAny(List<SamplingProblem> problems) {
        if (!problems.isEmpty()) {
            throw new SamplingProblems(problems);
        }
    }
}
