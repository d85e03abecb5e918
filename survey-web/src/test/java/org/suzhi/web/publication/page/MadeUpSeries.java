package org.suzhi.web.publication.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.suzhi.web.fieldwork.Outcome;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.publication.ContextLine;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.HowWeighted;
import org.suzhi.web.publication.ItemReference;
import org.suzhi.web.publication.Missing;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.Target;
import org.suzhi.web.publication.Verdict;

/** A published series of made-up numbers shaped like a county's five waves. */
public final class MadeUpSeries {
    static final int[] YEARS = {2021, 2022, 2023, 2024, 2025};

    private static final double[] RATES = {0.0918, 0.1012, 0.1147, 0.1229, 0.1336};
    private static final int[] RESPONSES = {1987, 2041, 2013, 2036, 2024};

    private record Domain(String dimension, String level, int n, double rate) {}

    private static final List<Domain> DOMAINS = List.of(
            new Domain("group", "youth", 402, 0.231),
            new Domain("group", "farmers", 811, 0.061),
            new Domain("group", "workers", 365, 0.142),
            new Domain("group", "elderly", 318, 0.038),
            new Domain("group", "cadres", 121, 0.347),
            new Domain("town", "t01", 398, 0.205),
            new Domain("town", "t02", 151, 0.112),
            new Domain("town", "t03", 88, 0.094),
            new Domain("town", "t04", 121, 0.121),
            new Domain("town", "t05", 92, 0.083),
            new Domain("town", "t06", 204, 0.124),
            new Domain("town", "t07", 84, 0.071),
            new Domain("town", "t08", 149, 0.098),
            new Domain("town", "t09", 311, 0.163),
            new Domain("town", "t10", 118, 0.109),
            new Domain("town", "t11", 143, 0.117),
            new Domain("town", "t12", 96, 0.129),
            new Domain("town", "t13", 19, 0.10),
            new Domain("sex", "male", 1021, 0.151),
            new Domain("sex", "female", 1003, 0.115),
            new Domain("age", "18-29", 402, 0.231),
            new Domain("age", "30-39", 486, 0.184),
            new Domain("age", "40-49", 431, 0.109),
            new Domain("age", "50-59", 387, 0.066),
            new Domain("age", "60-69", 318, 0.038),
            new Domain("education", "primary", 388, 0.012),
            new Domain("education", "junior", 702, 0.061),
            new Domain("education", "senior", 441, 0.164),
            new Domain("education", "college", 284, 0.298),
            new Domain("education", "bachelor", 209, 0.446),
            new Domain("residence", "urban", 893, 0.184),
            new Domain("residence", "rural", 1131, 0.091));

    private MadeUpSeries() {}

    public static PublishedSeries fiveWaves() {
        return waves(5, "likely_met", 0.666);
    }

    public static PublishedSeries waves(int count, String verdict, double probability) {
        List<PublishedWave> waves = new ArrayList<>();
        for (int i = YEARS.length - count; i < YEARS.length; i++) {
            waves.add(wave(i));
        }
        Figure newest = waves.isEmpty()
                ? rate("all", "", 2024, 0.1336)
                : waves.get(waves.size() - 1).overall();
        return new PublishedSeries(
                new Survey(1, "county", "连平县公民科学素质调查", "Lianping County science-literacy survey", true),
                new Target("literacy_rate", ">", 0.13, 2025),
                waves,
                new Verdict(verdict, probability, 2025, newest.estimate(), newest.lower(), newest.upper(), 0.1203),
                List.of(nation(2020, 10.56, 2022, 12.93, 2023, 14.14, 2024, 15.37)),
                true,
                List.of(
                        new ItemReference("K01", "China", "2001", null, 39, "table"),
                        new ItemReference("K01", "China", "2007", 10059, 49, "table"),
                        new ItemReference("K01", "US", "2010", 1932, 84, "table"),
                        new ItemReference("K05", "US", "2010", 1932, 51, "table"),
                        new ItemReference("K99", "EU", "2005", 16029, 86, "table")));
    }

    /** The nation's line of years and percents by turns. */
    static ContextLine nation(double... yearsAndPercents) {
        return line("全国", "China", yearsAndPercents);
    }

    static ContextLine line(String nameZh, String nameEn, double... yearsAndPercents) {
        List<ContextLine.Point> points = new ArrayList<>();
        for (int i = 0; i < yearsAndPercents.length; i += 2) {
            points.add(new ContextLine.Point(
                    (int) yearsAndPercents[i],
                    yearsAndPercents[i + 1],
                    ContextLine.Status.PUBLISHED,
                    "",
                    "news of " + nameEn,
                    ""));
        }
        return new ContextLine(nameZh, nameEn, points);
    }

    /** The same with as many items as a whole questionnaire has, too many for a chart on one sheet of paper. */
    static PublishedSeries fiveWavesOfManyItems() {
        return with(fiveWaves(), MadeUpSeries::manyItems);
    }

    /** The same with each wave changed. */
    static PublishedSeries with(PublishedSeries series, UnaryOperator<PublishedWave> change) {
        return new PublishedSeries(
                series.survey(),
                series.target(),
                series.waves().stream().map(change).toList(),
                series.verdict(),
                series.context(),
                series.synthetic(),
                series.references());
    }

    static PublishedWave copy(PublishedWave wave, List<Figure> figures, List<Figure> measures, String criterion) {
        return new PublishedWave(
                wave.year(),
                wave.responses(),
                wave.usedResponses(),
                wave.incomplete(),
                wave.unweightedRate(),
                wave.overall(),
                wave.meanScore(),
                figures,
                wave.computedAt(),
                wave.weighted(),
                wave.publication(),
                criterion,
                measures,
                wave.outcomes());
    }

    private static PublishedWave manyItems(PublishedWave wave) {
        List<Figure> measures = new ArrayList<>(wave.measures());
        for (int i = 1; i <= 33; i++) {
            measures.add(rate("item", "X" + i, wave.usedResponses(), 0.2 + 0.015 * i));
        }
        return copy(wave, wave.figures(), measures, wave.criterion());
    }

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
                if (dimension.equals("group")) {
                    int group = GROUPS.indexOf(code);
                    return Optional.of(english ? ENGLISH_GROUPS.get(group) : CHINESE_GROUPS.get(group));
                }
                if (dimension.equals("item")) {
                    return Optional.of(
                            english ? "“Electrons are smaller than atoms.” Is this true or false?" : "电子比原子小。这种说法对吗？");
                }
                if (dimension.equals("choice")) {
                    return Optional.of(english ? "Where did you learn about it?" : "您从哪些渠道了解？");
                }
                if (!dimension.equals("town")) {
                    return Optional.empty();
                }
                int town = Integer.parseInt(code.substring(1)) - 1;
                return Optional.of(english ? ENGLISH.get(town) : CHINESE.get(town));
            }
        };
    }

    private static final List<String> GROUPS = List.of("youth", "farmers", "workers", "elderly", "cadres");
    private static final List<String> CHINESE_GROUPS = List.of("青少年", "农民", "产业工人", "老年人", "领导干部和公务员");
    private static final List<String> ENGLISH_GROUPS = List.of(
            "Youth (18–29)", "Farmers", "Industrial workers", "Elderly (60–69)", "Leading cadres and civil servants");
    private static final List<String> CHINESE =
            List.of("元善镇", "上坪镇", "内莞镇", "陂头镇", "溪山镇", "隆街镇", "田源镇", "油溪镇", "忠信镇", "高莞镇", "大湖镇", "三角镇", "绣缎镇");
    private static final List<String> ENGLISH = List.of(
            "Yuanshan",
            "Shangping",
            "Neiguan",
            "Pitou",
            "Xishan",
            "Longjie",
            "Tianyuan",
            "Youxi",
            "Zhongxin",
            "Gaoguan",
            "Dahu",
            "Sanjiao",
            "Xiuduan");

    private static PublishedWave wave(int i) {
        double share = RATES[i] / RATES[YEARS.length - 1];
        List<Figure> figures = DOMAINS.stream()
                .map(domain -> rate(domain.dimension(), domain.level(), domain.n(), domain.rate() * share))
                .toList();
        Figure score = new Figure("all", "", RESPONSES[i], 46.2, 0.41, 45.4, 47.0, 58, 2.3, 880, true);
        return new PublishedWave(
                YEARS[i],
                RESPONSES[i] + 37,
                RESPONSES[i],
                12,
                RATES[i] + 0.045,
                rate("all", "", RESPONSES[i], RATES[i]),
                score,
                figures,
                Instant.parse("2025-12-01T08:00:00Z"),
                new HowWeighted(
                        List.of("unknown-eligibility", "nonresponse", "respondents"),
                        List.of("rake"),
                        List.of(List.of("sex", "age_band"), List.of("occupation"))),
                7L + i,
                "score >= 70",
                measures(RESPONSES[i], share),
                Map.of(
                        Outcome.Kind.INTERVIEW, RESPONSES[i],
                        Outcome.Kind.REFUSAL, 300 + 10 * i,
                        Outcome.Kind.NON_CONTACT, 250,
                        Outcome.Kind.UNKNOWN_HOUSEHOLD, 120,
                        Outcome.Kind.NOT_ELIGIBLE, 90));
    }

    private static List<Figure> measures(int n, double share) {
        return List.of(
                rate("level", "55", n, 0.41 * share),
                rate("level", "70", n, 0.1336 * share),
                rate("level", "85", n, 0.021 * share),
                rate("part", "knowledge", n, 0.48 * share),
                rate("part", "method", n, 0.39 * share),
                rate("part", "spirit", n, 0.44 * share),
                rate("part", "ability", n, 0.52 * share),
                rate("item", "K01", n, 0.51 * share),
                rate("item", "K05", n, 0.31 * share),
                rate("item", "A03", n, 0.77 * share),
                rate("choice.channels", "tv", n, 0.55 * share),
                rate("choice.channels", "short_video", n, 0.71 * share),
                rate("choice.venues", "library", n, 0.22 * share),
                rate("choice.venues", "none", n, 0.48 * share));
    }

    /** A rate with the logit interval of a design with deff 1.9. */
    private static Figure rate(String dimension, String level, int n, double p) {
        double deff = 1.9;
        double se = Math.sqrt(p * (1 - p) * deff / n);
        double logit = Math.log(p / (1 - p));
        double half = 2 * se / (p * (1 - p));
        return new Figure(
                dimension,
                level,
                n,
                p,
                se,
                1 / (1 + Math.exp(half - logit)),
                1 / (1 + Math.exp(-half - logit)),
                58,
                deff,
                n / deff,
                n >= 30);
    }
}
