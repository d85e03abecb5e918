package org.suzhi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.suzhi.sample.SampleCounty;
import org.suzhi.sample.Truth;
import org.suzhi.sampling.Draw;
import org.suzhi.sampling.Method;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Whether samples are drawn as intended and weights make unbiased rates of them: many seeded draws from the synthetic
 * county's frame, by every method.
 */
@Command(name = "Draws", mixinStandardHelpOptions = true, showDefaultValues = true)
public final class Draws implements Callable<Integer> {
    @Option(names = "--draws", description = "Number of draws, 200 or more.", defaultValue = "1000")
    private int draws = 1000;

    @Option(names = "--year", description = "Year of the wave.", defaultValue = "" + SampleCounty.LAST_YEAR)
    private int year = SampleCounty.LAST_YEAR;

    @Option(
            names = "--methods",
            split = ",",
            description = "Methods whose weights are carried through to rates.",
            defaultValue = "SYSTEMATIC_PPS,SAMPFORD")
    private List<Method> methods = List.of(Method.SYSTEMATIC_PPS, Method.SAMPFORD);

    public static void main(String[] args) {
        System.exit(new CommandLine(new Draws())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() {
        SampleCounty county = SampleCounty.of(SampleCounty.DEMONSTRATION_SEED);
        CountyDraws frame = new CountyDraws(county);
        InclusionTable inclusion = new InclusionTable();
        MeanTest persons = new MeanTest(0, 0);
        for (Method method : Method.values()) {
            List<Draw> drawn = frame.draws(method, draws);
            inclusion.add(method, drawn);
            persons = method == Method.SYSTEMATIC_PPS ? InclusionTable.persons(frame, drawn) : persons;
            System.err.println(method.code() + " drawn");
        }
        System.out.printf(Locale.ROOT, "Synthetic county: %d draws by every method, seeds 1 to %d%n%n", draws, draws);
        System.out.println(inclusion.markdown());
        System.out.printf(
                Locale.ROOT,
                "Persons within villages (systematic-pps): chi-square / df %.4f, df %d, p %.2f%n",
                persons.perDf(),
                persons.df(),
                persons.p());
        for (Method method : methods) {
            System.out.printf(Locale.ROOT, "%n%s, wave %d:%n%n", method.code(), year);
            System.out.print(chain(county, frame, method).markdown());
        }
        return inclusion.holds() && persons.p() > 0.001 ? 0 : 1;
    }

    private ChainTable chain(SampleCounty county, CountyDraws frame, Method method) {
        return chain(county, frame, method, year, draws);
    }

    /** Draws, lets people take part or not, weights and estimates. */
    static ChainTable chain(SampleCounty county, CountyDraws frame, Method method, int year, int draws) {
        List<Truth> domains = county.truth(year);
        WaveAnalyses analyses = new WaveAnalyses(county, year, WaveAnalyses.FROM_DRAWS);
        List<List<List<WaveEstimate>>> estimates = IntStream.rangeClosed(1, draws)
                .parallel()
                .mapToObj(seed -> analyses.run(InvitedTable.of(county, frame, frame.draw(method, seed), year)))
                .toList();
        List<List<Performance>> performances = new ArrayList<>();
        for (int variant = 0; variant < WaveAnalyses.FROM_DRAWS.size(); variant++) {
            List<Performance> ofVariant = new ArrayList<>();
            for (int d = 0; d < domains.size(); d++) {
                int v = variant;
                int domain = d;
                ofVariant.add(Performance.of(
                        domains.get(d).rate(),
                        estimates.stream().map(draw -> draw.get(v).get(domain)).toList()));
            }
            performances.add(ofVariant);
        }
        return new ChainTable(domains, performances.get(0), performances.get(1), draws);
    }
}
