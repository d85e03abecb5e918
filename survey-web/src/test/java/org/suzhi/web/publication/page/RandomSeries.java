package org.suzhi.web.publication.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.suzhi.analysis.indicator.Interval;
import org.suzhi.analysis.indicator.WaveRate;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.HowWeighted;
import org.suzhi.web.publication.Missing;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.Target;
import org.suzhi.web.publication.Verdict;

/**
 * Published series of any shape, their verdict that of the engine.
 *
 * @param towns how many towns
 * @param waves how many waves, one a year
 * @param smallest fewest responses of a figure that is published
 */
public record RandomSeries(int towns, int waves, Target target, int smallest) {
    private static final List<String> GROUPS = List.of("youth", "farmers", "workers", "elderly", "cadres");
    private static final List<String> EDUCATION = List.of("primary", "junior", "senior", "college", "bachelor");
    private static final List<String> AGES = List.of("18-29", "30-39", "40-49", "50-59", "60-69");
    private static final int FIRST = 2020;
    private static final double DEFF = 1.7;

    /** Any series, by its seed. */
    public static PublishedSeries of(long seed) {
        Random random = new Random(seed);
        String operator = List.of(">", ">=", "<", "<=").get(random.nextInt(10) < 7 ? 0 : random.nextInt(4));
        Target target = new Target(
                "literacy_rate", operator, Math.round(2 + 30 * random.nextDouble()) / 100.0, 2019 + random.nextInt(12));
        return new RandomSeries(2 + random.nextInt(14), 1 + random.nextInt(5), target, 30).series(random);
    }

    public PublishedSeries series(Random random) {
        double level = -3.2 + 2.5 * random.nextDouble();
        double slope = 0.2 * random.nextGaussian();
        List<PublishedWave> all = new ArrayList<>();
        for (int i = 0; i < waves; i++) {
            boolean few = random.nextInt(12) == 0;
            int n = few ? 3 + random.nextInt(60) : 300 + random.nextInt(3000);
            all.add(wave(random, FIRST + i, n, 1 / (1 + Math.exp(-level - slope * i))));
        }
        return series(all);
    }

    /** The series of some waves. */
    public PublishedSeries series(List<PublishedWave> all) {
        return new PublishedSeries(
                        new Survey(1, "county", "连平县公民科学素质调查", "Lianping County science-literacy survey", true),
                        target,
                        all,
                        new Verdict("not_settled", 0.5, FIRST, 0.1, 0.1, 0.1, 0.1),
                        List.of(MadeUpSeries.nation(2022, 12.93)),
                        true)
                .upTo(all.get(all.size() - 1).year());
    }

    public PublishedWave wave(Random random, int year, int n, double rate) {
        List<Figure> figures = new ArrayList<>();
        GROUPS.forEach(group -> figures.add(figure(random, "group", group, n / 6, rate)));
        IntStream.rangeClosed(1, towns)
                .forEach(t -> figures.add(figure(random, "town", "t%02d".formatted(t), n / towns, rate)));
        for (String sex : List.of("male", "female")) {
            figures.add(figure(random, "sex", sex, n / 2, rate));
        }
        AGES.forEach(age -> figures.add(figure(random, "age", age, n / 5, rate)));
        EDUCATION.forEach(education -> figures.add(figure(random, "education", education, n / 5, rate)));
        for (String residence : List.of("urban", "rural")) {
            figures.add(figure(random, "residence", residence, n / 2, rate));
        }
        Figure whole = rate("all", "", n, drawn(random, rate, n), true);
        return new PublishedWave(
                year,
                n + 12,
                n,
                n / 50,
                Math.min(1, whole.estimate() + 0.03 * random.nextDouble()),
                whole,
                new Figure("all", "", n, 46.2, 0.41, 45.4, 47.0, 58, 2.3, 880, true),
                figures,
                Instant.parse("2025-12-01T08:00:00Z"),
                new HowWeighted(List.of(), List.of("rake"), List.of(List.of("sex", "age_band"))),
                7L + year);
    }

    private Figure figure(Random random, String dimension, String level, int around, double rate) {
        int n = Math.max(1, (int) (around * (0.4 + 1.2 * random.nextDouble())));
        double own = 1 / (1 + Math.exp(-Math.log(rate / (1 - rate)) - 0.6 * random.nextGaussian()));
        return rate(dimension, level, n, drawn(random, own, n), n >= smallest);
    }

    private static double drawn(Random random, double rate, int n) {
        double p = rate + Math.sqrt(DEFF * rate * (1 - rate) / n) * random.nextGaussian();
        return Math.max(0, Math.min(1, Math.rint(n * p) / n));
    }

    /** A rate as a run reads it: that of nobody or of all has no error, and the interval of its count. */
    public static Figure rate(String dimension, String level, int n, double p, boolean publishable) {
        boolean error = p > 0 && p < 1;
        double se = error ? Math.sqrt(DEFF * p * (1 - p) / n) : 0;
        Interval interval = Interval.of(new WaveRate(2020, p, se, 58, n));
        return new Figure(
                dimension,
                level,
                n,
                p,
                se,
                interval.lower(),
                interval.upper(),
                58,
                error ? DEFF : Double.NaN,
                error ? n / DEFF : Double.NaN,
                publishable);
    }

    /** A publication whose towns have names of twenty characters. */
    public static Publications publishing(PublishedSeries series) {
        return new Publications() {
            @Override
            public Optional<PublishedSeries> current() {
                return Optional.of(series);
            }

            @Override
            public Missing missing() {
                return Missing.PUBLICATION;
            }

            @Override
            public Optional<PublishedSeries> live() {
                return current();
            }

            @Override
            public Optional<PublishedSeries> published(long publication) {
                return Optional.empty();
            }

            @Override
            public Optional<String> levelName(String dimension, String code, Locale locale) {
                boolean english = locale.getLanguage().equals("en");
                return switch (dimension) {
                    case "group" -> Optional.of((english ? "Group " : "人群") + code);
                    case "town" ->
                        Optional.of(
                                english
                                        ? "Long Valley Township " + code.substring(1)
                                        : "某某民族自治区域内甚长之乡镇名称第" + code.substring(1) + "号");
                    default -> Optional.empty();
                };
            }
        };
    }
}
