package org.suzhi.web.publication;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.suzhi.analysis.indicator.Progress;
import org.suzhi.analysis.indicator.ProgressWords;
import org.suzhi.analysis.indicator.Trend;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;

/** The published numbers for machines. Rates are proportions, 0 to 1. */
@RestController
class IndicatorApi {
    private final Publications publications;

    IndicatorApi(Publications publications) {
        this.publications = publications;
    }

    record WaveJson(
            int wave,
            int n,
            double estimate,
            double se,
            double ciLower,
            double ciUpper,
            double df,
            double deff,
            double effectiveN,
            double unweighted,
            double meanScore,
            double meanScoreSe,
            List<DomainJson> domains) {}

    /** A domain; without numbers where its cell is too small to publish. */
    record DomainJson(
            String dimension,
            String level,
            @Nullable Integer n,
            @Nullable Double estimate,
            @Nullable Double se,
            @Nullable Double ciLower,
            @Nullable Double ciUpper,
            boolean suppressed) {}

    record VerdictJson(String code, double probability, int wave, double lowerBound) {}

    record YearJson(
            int year,
            double rate,
            double ciLower,
            double ciUpper,
            @Nullable Double probability) {}

    record ReachedJson(
            @Nullable Double year,
            @Nullable Double ciLower,
            @Nullable Double ciUpper) {}

    /**
     * Where the series leads.
     *
     * @param basis whether the deadline's figures were measured or projected
     * @param requiredGain change a year that still reaches the target in time
     * @param schedule years ahead (+) or behind (-)
     * @param words the same in sentences, in the reader's language
     */
    record ProgressJson(
            @Nullable String basis,
            @Nullable YearJson deadline,
            List<YearJson> outlook,
            @Nullable Double requiredGain,
            @Nullable Double schedule,
            @Nullable ReachedJson reached,
            List<String> words) {}

    record IndicatorJson(
            Target target,
            List<WaveJson> waves,
            List<WaveChange> changes,
            VerdictJson verdict,
            ProgressJson progress,
            boolean synthetic) {}

    /** An indicator: its target, its waves with their domains, the changes between waves, the verdict. */
    @GetMapping("/api/v1/indicators/{indicator}")
    IndicatorJson indicator(@PathVariable String indicator, Locale locale) {
        PublishedSeries series = publications
                .current()
                .filter(s -> s.target().indicator().equals(indicator))
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, indicator));
        return json(series, locale);
    }

    /** A wave's headline figures as they were published once; they never change. */
    @GetMapping("/api/v1/publications/{id:[0-9]+}")
    IndicatorJson publication(@PathVariable long id, Locale locale) {
        return json(
                publications.published(id).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, Long.toString(id))),
                locale);
    }

    private static IndicatorJson json(PublishedSeries series, Locale locale) {
        Verdict verdict = series.verdict();
        return new IndicatorJson(
                series.target(),
                series.waves().stream().map(IndicatorApi::wave).toList(),
                WaveChange.of(series.waves()),
                new VerdictJson(verdict.code(), verdict.probability(), verdict.year(), verdict.oneSidedLower()),
                progress(SeriesProgress.of(series), locale),
                series.synthetic());
    }

    private static ProgressJson progress(Progress progress, Locale locale) {
        return new ProgressJson(
                progress.deadline()
                        .map(at -> at.basis().name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                progress.deadline()
                        .map(at -> new YearJson(
                                progress.target().deadline(),
                                at.rate(),
                                at.lower(),
                                at.upper(),
                                known(at.probability())))
                        .orElse(null),
                progress.outlook().stream()
                        .map(o -> new YearJson(
                                o.year(),
                                o.rate().value(),
                                o.rate().lower(),
                                o.rate().upper(),
                                known(o.probability())))
                        .toList(),
                progress.requiredGain().orElse(null),
                progress.schedule().map(Trend.Estimated::value).orElse(null),
                progress.reached()
                        .map(r -> new ReachedJson(known(r.year()), known(r.lower()), known(r.upper())))
                        .orElse(null),
                ProgressWords.of(progress).sentences().stream()
                        .map(sentence -> sentence.text(locale))
                        .toList());
    }

    private static @Nullable Double known(double figure) {
        return Double.isFinite(figure) ? figure : null;
    }

    private static WaveJson wave(PublishedWave wave) {
        Figure rate = wave.overall();
        return new WaveJson(
                wave.year(),
                rate.n(),
                rate.estimate(),
                rate.se(),
                rate.lower(),
                rate.upper(),
                rate.df(),
                rate.deff(),
                rate.effectiveN(),
                wave.unweightedRate(),
                wave.meanScore().estimate(),
                wave.meanScore().se(),
                wave.figures().stream().map(IndicatorApi::domain).toList());
    }

    private static DomainJson domain(Figure figure) {
        if (!figure.publishable()) {
            return new DomainJson(figure.dimension(), figure.level(), null, null, null, null, null, true);
        }
        return new DomainJson(
                figure.dimension(),
                figure.level(),
                figure.n(),
                figure.estimate(),
                figure.se(),
                figure.lower(),
                figure.upper(),
                false);
    }
}
