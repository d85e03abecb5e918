package org.suzhi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.Problem;
import org.suzhi.sample.SampleCounty;
import org.suzhi.sample.Truth;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * How well a wave's rates, errors and intervals do: many independent draws of one design from the synthetic county, whose
 * true rates are known, each analysed as the server does.
 */
@Command(name = "MonteCarlo", mixinStandardHelpOptions = true, showDefaultValues = true)
public final class MonteCarlo implements Callable<Integer> {

    @Option(names = "--samples", description = "Number of samples, 2 or more.", defaultValue = "2000")
    private int samples = 2000;

    @Option(
            names = "--seed",
            description = "Seed of the county and of the draws.",
            defaultValue = "" + SampleCounty.DEMONSTRATION_SEED)
    private long seed = SampleCounty.DEMONSTRATION_SEED;

    @Option(names = "--year", description = "Year of the wave.", defaultValue = "" + SampleCounty.LAST_YEAR)
    private int year = SampleCounty.LAST_YEAR;

    @Option(names = "--threads", description = "Threads; the figures do not depend on it. Default: all processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private @Nullable CommandSpec spec;

    private final Map<String, Integer> refused = new ConcurrentSkipListMap<>();

    public static void main(String[] args) {
        System.exit(new CommandLine(new MonteCarlo()).execute(args));
    }

    @Override
    public Integer call() {
        require(samples >= 2, "--samples", samples, "2 or more");
        require(threads >= 1, "--threads", threads, "1 or more");
        require(
                year >= SampleCounty.FIRST_YEAR && year <= SampleCounty.LAST_YEAR,
                "--year",
                year,
                SampleCounty.FIRST_YEAR + " to " + SampleCounty.LAST_YEAR);
        SampleCounty county = SampleCounty.of(seed);
        List<Truth> truths = county.truth(year);
        List<List<List<WaveEstimate>>> drawn = analyseDraws(county);
        if (drawn.size() < 2) {
            System.err.println("No table: the analyses were refused, " + refused + "; choose another seed");
            return 1;
        }
        List<Performance> performances = new ArrayList<>();
        for (int variant = 0; variant < WaveAnalyses.VARIANTS.size(); variant++) {
            for (int domain = 0; domain < truths.size(); domain++) {
                performances.add(performance(drawn, variant, domain, truths.get(domain)));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Synthetic county, seed %d, wave %d: %d samples; analyses refused: %s%n%n",
                seed,
                year,
                drawn.size(),
                refused.isEmpty() ? "none" : refused);
        System.out.print(new PerformanceTable(truths, performances).markdown());
        return 0;
    }

    private void require(boolean holds, String option, long got, String expected) {
        if (!holds) {
            CommandLine line = spec == null ? new CommandLine(this) : spec.commandLine();
            throw new ParameterException(line, "%s is %d; it must be %s".formatted(option, got, expected));
        }
    }

    /** Estimates by sample, variant of the analysis and domain, in the order of the draws whatever the threads. */
    private List<List<List<WaveEstimate>>> analyseDraws(SampleCounty county) {
        WaveAnalyses analyses = new WaveAnalyses(county, year);
        AtomicInteger done = new AtomicInteger();
        long start = System.nanoTime();
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            // Draw 0 is the wave of the demonstration.
            return pool.submit(() -> IntStream.rangeClosed(1, samples)
                            .parallel()
                            .mapToObj(draw -> {
                                Optional<List<List<WaveEstimate>>> estimates =
                                        analyse(analyses, WaveTable.of(county.wave(year, draw)));
                                progress(done.incrementAndGet(), start);
                                return estimates;
                            })
                            .flatMap(Optional::stream)
                            .toList())
                    .join();
        } finally {
            pool.shutdown();
        }
    }

    private Optional<List<List<WaveEstimate>>> analyse(WaveAnalyses analyses, Extract wave) {
        try {
            return Optional.of(analyses.run(wave));
        } catch (Problem problem) {
            refused.merge(problem.code(), 1, Integer::sum);
            return Optional.empty();
        }
    }

    private void progress(int done, long start) {
        if (done == samples || done % Math.max(1, samples / 20) == 0) {
            System.err.printf(
                    Locale.ROOT, "%d of %d samples, %.0f s%n", done, samples, (System.nanoTime() - start) / 1e9);
        }
    }

    private static Performance performance(List<List<List<WaveEstimate>>> drawn, int variant, int domain, Truth truth) {
        return Performance.of(
                truth.rate(),
                drawn.stream().map(sample -> sample.get(variant).get(domain)).toList());
    }
}
