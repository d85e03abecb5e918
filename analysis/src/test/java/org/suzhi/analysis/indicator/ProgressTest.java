package org.suzhi.analysis.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.suzhi.analysis.indicator.Progress.Basis;
import org.suzhi.analysis.indicator.Target.Operator;
import org.suzhi.analysis.indicator.Verdict.Code;
import org.suzhi.analysis.indicator.Verdict.Thresholds;
import org.suzhi.microdata.Message;

class ProgressTest {
    private static final List<Integer> LATER = List.of(2030, 2035);
    private static final Pattern NUMBER = Pattern.compile("[+−]?\\d+\\.\\d\\d");

    private static Target target(Operator operator, double value, int deadline) {
        return new Target("rate", operator, value, deadline);
    }

    private static Progress progress(Target target, WaveRate... waves) {
        return Progress.of(RateSeries.of(List.of(waves)), target, Thresholds.DEFAULT, LATER);
    }

    private static WaveRate wave(int year, double rate, double se) {
        return new WaveRate(year, rate, se, 60, 2000);
    }

    private static List<String> codes(Progress progress) {
        return ProgressWords.of(progress).sentences().stream()
                .map(Message::code)
                .toList();
    }

    @Test
    void noWaveIsSaidSo() {
        assertThat(codes(progress(target(Operator.ABOVE, 0.13, 2025)))).containsExactly("no_wave");
    }

    @Test
    void oneWaveHasAVerdictAndNoTrend() {
        Progress one = progress(target(Operator.ABOVE, 0.13, 2027), wave(2025, 0.10, 0.007));
        assertThat(codes(one)).containsExactly("verdict_short", "no_trend", "required_gain");
        assertThat(one.requiredGain())
                .hasValueSatisfying(gain -> assertThat(gain).isEqualTo((0.13 - 0.10) / 2));
    }

    @Test
    void wavesOfDifferentCriteriaAreNeverJoined() {
        WaveRate old = new WaveRate(2021, 0.30, 0.01, 60, 2000, "2015");
        WaveRate first = new WaveRate(2023, 0.10, 0.007, 60, 2000, "2025");
        WaveRate second = new WaveRate(2024, 0.11, 0.007, 60, 2000, "2025");
        Progress progress = progress(target(Operator.ABOVE, 0.13, 2025), old, first, second);
        assertThat(progress.breaks()).containsExactly(2023);
        assertThat(progress.waves()).hasSize(2);
        assertThat(progress.linear().orElseThrow().from()).isEqualTo(2023);
        assertThat(codes(progress)).contains("criterion_changed");
    }

    @ParameterizedTest
    @CsvSource({"0, 2000, SHORT", "1, 2000, MET", "0, 3, NOT_SETTLED", "1, 3, MET", "1, 1, LIKELY_MET"})
    void aRateOfNoneOrAllIsJudgedByItsCount(double rate, int n, Code code) {
        Progress progress = progress(target(Operator.ABOVE, 0.13, 2025), new WaveRate(2025, rate, Double.NaN, 60, n));
        assertThat(progress.newest().orElseThrow().verdict().code()).isEqualTo(code);
        assertThat(codes(progress)).hasSize(2).doesNotContain("no_trend");
    }

    @Test
    void aDeadlineThatHasPassedIsReadFromTheTrend() {
        Progress progress =
                progress(target(Operator.ABOVE, 0.13, 2024), wave(2023, 0.12, 0.005), wave(2025, 0.15, 0.005));
        assertThat(progress.deadline().orElseThrow().basis()).isEqualTo(Basis.PROJECTED);
        assertThat(progress.deadline().orElseThrow().rate()).isBetween(0.12, 0.15);
        assertThat(progress.requiredGain()).isEmpty();
        assertThat(codes(progress)).contains("deadline_past", "reached_by_rate");
    }

    @ParameterizedTest
    @EnumSource
    void lessIsBetterMirrorsMoreIsBetter(Operator operator) {
        WaveRate[] waves = {wave(2023, 0.12, 0.005), wave(2025, 0.15, 0.005)};
        Progress here = progress(target(operator, 0.14, 2026), waves);
        Operator other = operator.isUpward() ? Operator.BELOW : Operator.ABOVE;
        Progress mirrored = progress(target(other, 0.14, 2026), waves);
        assertThat(here.newest().orElseThrow().verdict().probability())
                .isCloseTo(1 - mirrored.newest().orElseThrow().verdict().probability(), offset());
        assertThat(here.deadline().orElseThrow().probability())
                .isCloseTo(1 - mirrored.deadline().orElseThrow().probability(), offset());
    }

    private static org.assertj.core.data.Offset<Double> offset() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }

    /** What the sentences say, told from the raw numbers alone. */
    @Test
    void noSentenceContradictsItsFigures() {
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            Progress progress = random(random);
            for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                for (Message sentence : ProgressWords.of(progress).sentences()) {
                    String text = sentence.text(locale);
                    assertThat(text).as("seed " + seed).doesNotContain("{", "NaN", "∞", "null");
                    check(seed, progress, sentence.code(), text);
                }
            }
        }
    }

    private static Progress random(Random random) {
        int k = random.nextInt(6);
        List<WaveRate> waves = new ArrayList<>();
        double level = -3 + 3 * random.nextDouble();
        double slope = random.nextGaussian() * 0.15;
        for (int i = 0; i < k; i++) {
            double p = 1 / (1 + Math.exp(-level - slope * i));
            int n = random.nextInt(10) == 0 ? 1 + random.nextInt(5) : 100 + random.nextInt(3000);
            double se = Math.sqrt(1.5 * p * (1 - p) / n);
            double rate = Math.max(0, Math.min(1, p + se * random.nextGaussian()));
            double own = rate == 0 || rate == 1 ? Double.NaN : Math.sqrt(1.5 * rate * (1 - rate) / n);
            waves.add(new WaveRate(
                    2020 + i, rate, own, 5 + random.nextInt(100), n, i == 0 && random.nextInt(4) == 0 ? "old" : "new"));
        }
        Operator operator = List.of(Operator.values()).get(random.nextInt(4));
        return Progress.of(
                RateSeries.of(waves),
                target(operator, 0.02 + 0.4 * random.nextDouble(), 2019 + random.nextInt(12)),
                Thresholds.DEFAULT,
                LATER);
    }

    private static double[] numbers(String text) {
        List<Double> all = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            all.add(Double.parseDouble(matcher.group().replace('−', '-')));
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void check(int seed, Progress progress, String code, String text) {
        String where = "seed " + seed + ": " + text;
        boolean rises = text.contains("上升") || text.matches(".*\\b(rose|rises)\\b.*");
        boolean falls = text.contains("下降") || text.matches(".*\\b(fell|falls)\\b.*");
        if (code.startsWith("change_") || code.startsWith("pace_")) {
            double[] n = numbers(text);
            assertThat(n).as(where).hasSize(3);
            assertThat(rises).as(where).isEqualTo(code.endsWith("_up"));
            assertThat(falls).as(where).isEqualTo(code.endsWith("_down"));
            Trend.Estimated told = code.startsWith("change_")
                    ? progress.change().orElseThrow()
                    : progress.linear().orElseThrow().slope();
            assertThat(told.lower() > 0).as(where).isEqualTo(rises);
            assertThat(told.upper() < 0).as(where).isEqualTo(falls);
            assertThat(n[0])
                    .as(where)
                    .isCloseTo(100 * (rises || falls ? Math.abs(told.value()) : told.value()), offset2());
            assertThat(n[1]).as(where).isCloseTo(100 * told.lower(), offset2());
            assertThat(n[2]).as(where).isCloseTo(100 * told.upper(), offset2());
        } else {
            assertThat(rises || falls).as(where).isFalse();
        }
        if (code.startsWith("verdict_")) {
            Progress.JudgedWave newest = progress.newest().orElseThrow();
            double p = newest.verdict().probability();
            assertThat(numbers(text)[0]).as(where).isCloseTo(100 * newest.wave().estimate(), offset2());
            String expected = Double.isNaN(p)
                    ? "not_settled"
                    : p > 0.95
                            ? "met"
                            : p >= 0.8 ? "likely_met" : p > 0.2 ? "not_settled" : p >= 0.05 ? "likely_short" : "short";
            assertThat(code).as(where).isEqualTo("verdict_" + expected);
            boolean met = progress.target().isMetBy(newest.wave().estimate());
            assertThat(code.endsWith("met") && !met).as(where).isFalse();
            assertThat(code.endsWith("short") && met).as(where).isFalse();
        }
        if (code.startsWith("reached_")) {
            boolean met = progress.target()
                    .isMetBy(progress.newest().orElseThrow().wave().estimate());
            assertThat(met).as(where).isEqualTo(code.equals("reached_by_rate"));
        }
        if (code.equals("reached_about")) {
            int[] years = Pattern.compile("\\b?(20\\d\\d|21\\d\\d)")
                    .matcher(text)
                    .results()
                    .mapToInt(m -> Integer.parseInt(m.group(1)))
                    .toArray();
            int newest = progress.newest().orElseThrow().wave().year();
            assertThat(years[0]).as(where).isGreaterThanOrEqualTo(newest);
            double slope = progress.logit().orElseThrow().slope().value();
            assertThat(slope > 0)
                    .as(where)
                    .isEqualTo(progress.target().operator().isUpward());
        }
        if (code.equals("ahead") || code.equals("behind") || code.equals("on_schedule")) {
            Trend.Estimated s = progress.schedule().orElseThrow();
            assertThat(code).as(where).isEqualTo(s.lower() > 0 ? "ahead" : s.upper() < 0 ? "behind" : "on_schedule");
        }
    }

    private static org.assertj.core.data.Offset<Double> offset2() {
        return org.assertj.core.data.Offset.offset(0.0051);
    }
}
