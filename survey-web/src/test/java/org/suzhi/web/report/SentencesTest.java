package org.suzhi.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suzhi.analysis.indicator.PartsChange;
import org.suzhi.analysis.indicator.Trend.Estimated;
import org.suzhi.web.publication.Contributions;
import org.suzhi.web.publication.Contributions.Gap;
import org.suzhi.web.publication.Contributions.Measure;
import org.suzhi.web.publication.Contributions.Split;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.Target;
import org.suzhi.web.publication.VerdictSentence;
import org.suzhi.web.publication.page.ContributionWords;
import org.suzhi.web.publication.page.Leads;
import org.suzhi.web.publication.page.MadeUpParts;
import org.suzhi.web.publication.page.RandomSeries;
import org.suzhi.web.publication.page.SeriesReading;
import org.suzhi.web.publication.page.Texts;
import org.suzhi.web.publication.page.Topic;
import org.suzhi.web.publication.page.VerdictWords;
import org.suzhi.web.publication.page.WhatIfWords;

/** Over many random series: no sentence of dashboard, reports and contributions contradicts its figures. */
class SentencesTest {
    private static final int SERIES = 1000;
    private static final Pattern SIGNED = Pattern.compile("[+−]?\\d+\\.\\d\\d(?!%)");
    private static final Pattern PERCENT = Pattern.compile("\\d+\\.\\d\\d(?=%)");
    private static final double ROUNDED = 0.00505;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void noSentenceContradictsItsFigures(String language) {
        for (long seed = 0; seed < SERIES; seed++) {
            PublishedSeries series = RandomSeries.of(seed);
            Texts texts = ReportFilesTest.texts(language, RandomSeries.publishing(series));
            String where = language + ", seed " + seed + ": ";
            SeriesReading reading = new SeriesReading(series);
            verdict(where, series, texts);
            trend(where, reading, texts);
            for (Topic topic : List.of(Topic.GROUPS, Topic.TOWNS)) {
                domains(where, reading, topic, texts);
            }
            changed(where, reading, texts);
            contributions(where, series, texts);
        }
    }

    /** The verdict told is the class of the probability, computed anew. */
    private static void verdict(String where, PublishedSeries series, Texts texts) {
        PublishedWave newest = newest(series);
        String sentence = VerdictSentence.of(series, texts.messages(), texts.locale());
        double p = probability(newest.overall(), series.target());
        String code = Double.isNaN(p)
                ? "not_settled"
                : p > 0.95
                        ? "met"
                        : p >= 0.8 ? "likely_met" : p > 0.2 ? "not_settled" : p >= 0.05 ? "likely_short" : "short";
        assertThat(series.verdict().code()).as(where + sentence).isEqualTo(code);
        boolean zh = texts.language().startsWith("zh");
        String mark = zh
                ? switch (code) {
                    case "met" -> "，已";
                    case "likely_met" -> "，很可能已";
                    case "not_settled" -> "还不能断定";
                    case "likely_short" -> "，很可能尚未";
                    default -> "，尚未";
                }
                : switch (code) {
                    case "met" -> "literate: (above|below|at)";
                    case "likely_met" -> "literate: likely (above|below|at)";
                    case "not_settled" -> "cannot yet tell";
                    case "likely_short" -> "literate: likely not yet";
                    default -> "literate: not (above|below|at)";
                };
        assertThat(sentence).as(where).containsPattern(mark);
        assertThat(percents(sentence).get(0))
                .as(where + sentence)
                .isCloseTo(100 * newest.overall().estimate(), within(ROUNDED));
        String ground = new VerdictWords(series.target(), series.verdict(), texts).ground();
        double target = series.target().value();
        Figure rate = newest.overall();
        boolean above = ground.matches(zh ? ".*全部高于.*" : ".*wholly above.*");
        boolean below = ground.matches(zh ? ".*全部低于.*" : ".*wholly below.*");
        assertThat(above).as(where + ground).isEqualTo(rate.lower() > target);
        assertThat(below).as(where + ground).isEqualTo(rate.upper() < target);
        assertThat(percents(ground).get(0)).as(where + ground).isCloseTo(100 * rate.lower(), within(ROUNDED));
        assertThat(percents(ground).get(1)).as(where + ground).isCloseTo(100 * rate.upper(), within(ROUNDED));
    }

    static double probability(Figure rate, Target target) {
        double p = rate.estimate();
        boolean up = target.operator().startsWith(">");
        if (p == 0 || p == 1) {
            double beyond = Math.pow(p == 0 ? 1 - target.value() : target.value(), rate.n());
            return (p == 1) == up ? Math.max(0.5, 1 - beyond) : Math.min(0.5, beyond);
        }
        double t =
                (Math.log(p / (1 - p)) - Math.log(target.value() / (1 - target.value()))) / (rate.se() / (p * (1 - p)));
        return new TDistribution(null, rate.df()).cumulativeProbability(up ? t : -t);
    }

    /** Every change told of the whole: since the first wave, and since the one before. */
    private static void trend(String where, SeriesReading reading, Texts texts) {
        String lead = new Leads(reading, texts).lead(Topic.TREND);
        if (reading.oneWave()) {
            assertThat(rises(lead, texts) || falls(lead, texts))
                    .as(where + lead)
                    .isFalse();
            return;
        }
        List<String> told =
                new ArrayList<>(List.of(lead.split(texts.language().equals("en") ? "(?<=\\.) " : "(?<=。)")));
        told.remove(0);
        List<PublishedWave> earlier = reading.series().waves().size() > 2
                ? List.of(reading.first(), reading.previous())
                : List.of(reading.first());
        assertThat(told).as(where + lead).hasSize(earlier.size());
        for (int i = 0; i < told.size(); i++) {
            difference(
                    where + told.get(i),
                    told.get(i),
                    earlier.get(i).overall(),
                    reading.newest().overall(),
                    texts);
        }
    }

    /** A rise or a fall is one beyond its error; the numbers are those of the figures. */
    private static void difference(String where, String sentence, Figure from, Figure to, Texts texts) {
        double d = to.estimate() - from.estimate();
        double se = Math.hypot(from.se(), to.se());
        double half =
                se > 0 ? new TDistribution(null, from.df() + to.df()).inverseCumulativeProbability(0.975) * se : 0;
        assertThat(rises(sentence, texts)).as(where).isEqualTo(se > 0 && d - half > 0);
        assertThat(falls(sentence, texts)).as(where).isEqualTo(se > 0 && d + half < 0);
        List<Double> numbers = signed(sentence);
        boolean told = rises(sentence, texts) || falls(sentence, texts);
        assertThat(numbers.get(0)).as(where).isCloseTo(100 * (told ? Math.abs(d) : d), within(ROUNDED));
        if (se > 0) {
            assertThat(numbers.get(1)).as(where).isCloseTo(100 * (d - half), within(ROUNDED));
            assertThat(numbers.get(2)).as(where).isCloseTo(100 * (d + half), within(ROUNDED));
        }
    }

    /** A domain is placed only where its whole interval is. */
    private static void domains(String where, SeriesReading reading, Topic topic, Texts texts) {
        String lead = new Leads(reading, texts).lead(topic);
        String[] sentences = lead.split(texts.language().equals("en") ? "(?<=\\.) " : "(?<=。)", -1);
        double target = reading.series().target().value();
        for (Figure figure : reading.newest().figures()) {
            if (!figure.dimension().equals(topic == Topic.TOWNS ? "town" : "group")) {
                continue;
            }
            String name = texts.level(figure.dimension(), figure.level());
            for (String sentence : sentences) {
                if (sentence.contains(name)) {
                    boolean above = sentence.matches("区间全部高于.*|Interval wholly above.*");
                    boolean below = sentence.matches("区间全部低于.*|Interval wholly below.*");
                    assertThat(figure.publishable()).as(where + lead).isTrue();
                    assertThat(above).as(where + lead).isEqualTo(figure.lower() > target);
                    assertThat(below).as(where + lead).isEqualTo(figure.upper() < target);
                }
            }
        }
    }

    /** Of evaluations: who rose and who fell since the first wave; the star in the table likewise. */
    private static void changed(String where, SeriesReading reading, Texts texts) {
        if (reading.oneWave()) {
            return;
        }
        DomainTable table = new DomainTable(reading, texts);
        String sentences = table.changed(reading.first());
        Report.Grid grid = table.against(Topic.TOWNS, reading.first());
        for (Figure figure : reading.newest().figures()) {
            if (!figure.dimension().equals("town")) {
                continue;
            }
            String name = texts.level("town", figure.level());
            Figure earlier = SeriesReading.figure(reading.first(), "town", figure.level())
                    .orElseThrow();
            boolean known = figure.publishable() && earlier.publishable();
            double d = figure.estimate() - earlier.estimate();
            double se = Math.hypot(earlier.se(), figure.se());
            double half = se > 0 ? new TDistribution(null, 116).inverseCumulativeProbability(0.975) * se : 0;
            boolean moved = known && se > 0 && Math.abs(d) > half;
            assertThat(sentences.contains(name)).as(where + sentences).isEqualTo(moved);
            String cell = grid.table().rows().stream()
                    .filter(row -> row.get(0).equals(name))
                    .findFirst()
                    .orElseThrow()
                    .get(5);
            assertThat(cell.contains("*")).as(where + name + " " + cell).isEqualTo(moved);
            if (known) {
                assertThat(signed(cell).get(0)).as(where + cell).isCloseTo(100 * d, within(ROUNDED));
            } else {
                assertThat(cell).as(where + name).isEqualTo("–");
            }
        }
    }

    private static void contributions(String where, PublishedSeries series, Texts texts) {
        PublishedWave newest = newest(series);
        Optional<PublishedWave> since = series.waves().size() < 2
                ? Optional.empty()
                : Optional.of(series.waves().get(series.waves().size() - 2));
        Contributions contributions =
                Contributions.of(since, newest, MadeUpParts.of(series)).orElseThrow();
        ContributionWords words = new ContributionWords(contributions, texts);
        if (since.isPresent()) {
            difference(where + words.change(), words.change(), since.get().overall(), newest.overall(), texts);
            contributions.dimensions().forEach(split -> split(where, split, words.split(split), words, texts));
        }
        for (String dimension : List.of("town", "group")) {
            for (Measure measure : Measure.values()) {
                List<Gap> gaps = contributions.gaps(dimension, measure);
                if (!gaps.isEmpty()) {
                    lagging(where, dimension, words.lagging(dimension, measure), gaps, texts);
                }
            }
        }
        for (Split split : contributions.groups()) {
            supposed(where, split, series, texts);
        }
    }

    static void split(String where, Split split, String sentence, ContributionWords words, Texts texts) {
        PartsChange change = split.change().orElseThrow();
        boolean zh = texts.language().startsWith("zh");
        String[] parts = sentence.split(zh ? "；|。" : "; |\\. ", -1);
        List<Estimated> told = List.of(change.composition(), change.rate());
        for (int i = 0; i < 2; i++) {
            Estimated part = told.get(i);
            boolean nothing = Math.abs(part.value()) < 0.00005;
            boolean up = parts[i].contains(zh ? "使总体提高" : "raised");
            boolean down = parts[i].contains(zh ? "使总体降低" : "lowered");
            assertThat(up).as(where + parts[i]).isEqualTo(!nothing && part.se() > 0 && part.lower() > 0);
            assertThat(down).as(where + parts[i]).isEqualTo(!nothing && part.se() > 0 && part.upper() < 0);
            double size = up || down ? Math.abs(part.value()) : part.value();
            assertThat(signed(parts[i]).get(0)).as(where + parts[i]).isCloseTo(100 * size, within(ROUNDED));
            if (!nothing) {
                assertThat(signed(parts[i]).get(1)).as(where + parts[i]).isCloseTo(100 * part.lower(), within(ROUNDED));
                assertThat(signed(parts[i]).get(2)).as(where + parts[i]).isCloseTo(100 * part.upper(), within(ROUNDED));
            }
        }
        for (int c = 0; c < split.levels().size(); c++) {
            String named = words.level(split, c) + (zh ? "（" : " (");
            for (int i = 2; i < parts.length; i++) {
                if (parts[i].contains(named)) {
                    boolean raising = parts[i].startsWith(zh ? "使总体提高" : "Raising");
                    Estimated total = change.total(c);
                    assertThat(raising ? total.lower() > 0 : total.upper() < 0)
                            .as(where + parts[i])
                            .isTrue();
                }
            }
        }
    }

    /** Named are those below, and no others, by Holm's steps taken anew. */
    static void lagging(String where, String dimension, String sentence, List<Gap> gaps, Texts texts) {
        List<Gap> tested = gaps.stream()
                .filter(gap -> gap.gap().se() > 0)
                .sorted(Comparator.comparingDouble(SentencesTest::p))
                .toList();
        int rejected = IntStream.range(0, tested.size())
                .filter(i -> p(tested.get(i)) * (tested.size() - i) >= 0.05)
                .findFirst()
                .orElse(tested.size());
        for (Gap gap : gaps) {
            boolean named = sentence.contains(texts.level(dimension, gap.level()));
            boolean lags = gap.gap().value() < 0 && tested.indexOf(gap) >= 0 && tested.indexOf(gap) < rejected;
            assertThat(named).as(where + sentence + gap).isEqualTo(lags);
            assertThat(!named || gap.gap().upper() < 0).as(where + sentence).isTrue();
        }
    }

    private static double p(Gap gap) {
        return 2
                * new TDistribution(null, gap.gap().df())
                        .cumulativeProbability(
                                -Math.abs(gap.gap().value()) / gap.gap().se());
    }

    private static void supposed(String where, Split split, PublishedSeries series, Texts texts) {
        Target target = series.target();
        WhatIfWords words = new WhatIfWords(split, "某人群", 2025, target, texts);
        double share = split.to().share(0);
        double rest = split.to().share(1) * split.to().rate(1);
        double needed = (target.value() - rest) / share;
        String sentence = words.needed();
        boolean reachable = needed > 0 && needed < 1;
        assertThat(sentence.matches(".*(现为|it is ).*"))
                .as(where + sentence + needed)
                .isEqualTo(reachable || needed == (target.operator().startsWith(">") ? 0.0 : 1.0));
        if (reachable) {
            assertThat(percents(sentence.replaceFirst(".*?(须|must be)", "")).get(0))
                    .as(where + sentence)
                    .isCloseTo(100 * needed, within(ROUNDED));
        }
        double supposed = 0.37;
        double whole = share * supposed + rest;
        String result = words.result(supposed);
        assertThat(percents(result).get(1)).as(where + result).isCloseTo(100 * whole, within(ROUNDED));
        boolean above = result.matches(".*(全部高于|wholly above).*");
        boolean below = result.matches(".*(全部低于|wholly below).*");
        assertThat(above && whole <= target.value()).as(where + result).isFalse();
        assertThat(below && whole >= target.value()).as(where + result).isFalse();
        List<List<String>> rows = words.arithmetic(supposed).rows();
        assertThat(percents(rows.get(0).get(3)).get(0)
                        + percents(rows.get(1).get(3)).get(0))
                .as(where + rows)
                .isCloseTo(percents(rows.get(2).get(3)).get(0), within(0.0151));
    }

    private static PublishedWave newest(PublishedSeries series) {
        return series.waves().get(series.waves().size() - 1);
    }

    private static boolean rises(String text, Texts texts) {
        return texts.language().startsWith("zh") ? text.contains("年提高") : text.contains("Up ");
    }

    private static boolean falls(String text, Texts texts) {
        return texts.language().startsWith("zh") ? text.contains("年下降") : text.contains("Down ");
    }

    private static List<Double> signed(String text) {
        return numbers(SIGNED, text.replaceAll("95\\s?%", ""));
    }

    private static List<Double> percents(String text) {
        return numbers(PERCENT, text);
    }

    private static List<Double> numbers(Pattern pattern, String text) {
        List<Double> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(Double.parseDouble(matcher.group().replace('−', '-')));
        }
        return all;
    }
}
