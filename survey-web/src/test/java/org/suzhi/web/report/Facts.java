package org.suzhi.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.suzhi.analysis.indicator.PartsChange;
import org.suzhi.web.publication.Contributions;
import org.suzhi.web.publication.Contributions.Measure;
import org.suzhi.web.publication.Contributions.Split;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.page.ContributionWords;
import org.suzhi.web.publication.page.MadeUpParts;
import org.suzhi.web.publication.page.Texts;

/**
 * The figures that a report is about, and what they allow it to say: computed anew from rates and standard errors, without the
 * code that words them.
 */
final class Facts {
    private static final double ROUNDED = 0.00505;
    private static final Map<Double, Double> T975 = new ConcurrentHashMap<>();
    private static final List<String> DOMAINS = List.of("group", "town", "sex", "age", "education", "residence");
    private final String where;
    private final PublishedSeries series;
    private final Texts texts;
    private final Subject subject;
    private final PublishedWave newest;
    private final Optional<PublishedWave> since;
    private final Contributions contributions;

    Facts(String where, PublishedSeries series, Texts texts, ReportRequest.Kind kind, Subject subject) {
        this.where = where;
        this.series = series;
        this.texts = texts;
        this.subject = subject;
        List<PublishedWave> waves = series.waves();
        newest = waves.get(waves.size() - 1);
        since = waves.size() < 2
                ? Optional.empty()
                : Optional.of(waves.get(kind == ReportRequest.Kind.EVALUATION ? 0 : waves.size() - 2));
        contributions = Contributions.of(since, newest, MadeUpParts.of(series)).orElseThrow();
    }

    /** Which way a difference goes beyond its error, in percentage points. */
    record Moved(double points, double half) {
        static Moved of(Figure from, Figure to) {
            double half = t975(from.df() + to.df()) * Math.hypot(from.se(), to.se());
            return new Moved(100 * (to.estimate() - from.estimate()), 100 * half);
        }

        String how() {
            return half == 0 ? "unknown" : points > half ? "up" : points < -half ? "down" : "open";
        }

        boolean isSure() {
            return how().equals("up") || how().equals("down");
        }
    }

    private static double t975(double df) {
        return T975.computeIfAbsent(df, d -> new TDistribution(null, d).inverseCumulativeProbability(0.975));
    }

    /** The sentences of a paragraph, one after the other. */
    void check(String paragraph, List<Told> told, Collection<Figure> domains) {
        if (told.get(0).key().startsWith("split.")) {
            split(paragraph, told.get(0));
            return;
        }
        told.forEach(this::check);
        if (told.stream().anyMatch(t -> t.key().startsWith("topic.lead."))) {
            placed(told, domains);
        }
        if (told.stream().anyMatch(t -> t.key().startsWith("report.unchanged."))) {
            moved(told);
        }
    }

    private void check(Told told) {
        if (told.values().isEmpty() && !told.key().equals("no_trend")) {
            return;
        }
        String text = where + told.text();
        switch (told.key()
                .replaceFirst(
                        "([._](above|below|within|open|up|down|unknown|not_settled|likely_met|met"
                                + "|likely_short|short|all|named|rest|none|at_least|at_most|higher|lower|same))+(\\.sentence)?$",
                        "")) {
            case "verdict" -> {
                same(told, 1, newest.overall().estimate());
                assertThat(told.key()).as(text).isEqualTo("verdict." + verdict() + ".sentence");
                assertThat(told.value(2)).as(text).isEqualTo(goal());
            }
            case "report.context" ->
                assertThat(names(told.value(0)))
                        .as(text)
                        .isEqualTo(series.context().stream()
                                .map(line -> line.name(texts.locale()))
                                .toList());
            case "ground" -> {
                interval(told, 0, newest.overall());
                assertThat(told.how()).as(text).isEqualTo(place(newest.overall(), "within"));
                assertThat(told.value(2)).as(text).isEqualTo(texts.probability(probability()));
            }
            case "topic.trend.lead" -> {
                same(told, 1, series.waves().get(0).overall().estimate());
                same(told, 3, newest.overall().estimate());
                assertThat(told.year(4)).as(text).isEqualTo(series.waves().size());
            }
            case "topic.trend.lead.one", "contributions.one" ->
                assertThat(series.waves()).as(text).hasSize(1);
            case "change" -> change(told, figure(wave(told.year(0))), figure(newest), 1);
            case "report.step" ->
                change(told, wave(told.year(0)).overall(), wave(told.year(1)).overall(), 2);
            case "weighting" -> {
                double points =
                        100 * (newest.unweightedRate() - newest.overall().estimate());
                assertThat(told.how())
                        .as(text)
                        .isEqualTo(points > 0.005 ? "higher" : points < -0.005 ? "lower" : "same");
                same(told, 1, newest.unweightedRate());
                same(told, 2, newest.overall().estimate());
                near(told, 3, Math.abs(points));
            }
            case "report.town.rate" -> {
                same(told, 2, figure(newest).estimate());
                interval(told, 3, figure(newest));
            }
            case "report.town" -> assertThat(told.how()).as(text).isEqualTo(place(figure(newest), "open"));
            case "report.town.suppressed" ->
                assertThat(figure(newest).publishable()).as(text).isFalse();
            case "whatif.needed", "whatif.never", "whatif.anyway" -> needed(told);
            case "contributions.lag.rate.town", "contributions.lag.gain.town" -> lagging(told, "town");
            case "contributions.lag.rate.group", "contributions.lag.gain.group" -> lagging(told, "group");
            case "report.risen", "report.fallen", "report.unchanged", "topic.lead", "topic.lead.suppressed" -> {}
            case "topic.breakdown.lead" -> assertThat(told.year(0)).as(text).isEqualTo(newest.year());
            case "division.rates.lead" -> assertThat(told.value(0)).as(text).contains(shortTarget());
            default -> new Outlook().check(told);
        }
    }

    private void same(Told told, int place, double proportion) {
        near(told, place, 100 * proportion);
    }

    private void near(Told told, int place, double number) {
        assertThat(told.number(place)).as(where + told).isCloseTo(number, within(ROUNDED));
    }

    private void interval(Told told, int place, Figure figure) {
        String[] bounds = told.value(place).split("–", -1);
        assertThat(Told.number(bounds[0])).as(where + told).isCloseTo(100 * figure.lower(), within(ROUNDED));
        assertThat(Told.number(bounds[1])).as(where + told).isCloseTo(100 * figure.upper(), within(ROUNDED));
    }

    private void change(Told told, Figure from, Figure to, int at) {
        Moved moved = Moved.of(from, to);
        assertThat(told.how()).as(where + told).isEqualTo(moved.how());
        near(told, at, moved.isSure() ? Math.abs(moved.points()) : moved.points());
        if (moved.half() > 0) {
            near(told, at + 1, moved.points() - moved.half());
            near(told, at + 2, moved.points() + moved.half());
        }
        wordsGo(told);
    }

    /** The words themselves say what the key does. */
    private void wordsGo(Told told) {
        boolean up = told.text().matches("(?s).*(提高|上升|\\bUp\\b|\\brose\\b|\\brisen\\b|\\brises\\b).*");
        boolean down = told.text().matches("(?s).*(下降|\\bDown\\b|\\bfell\\b|\\bfallen\\b|\\bfalls\\b).*");
        assertThat(up).as(where + told).isEqualTo(told.how().matches("up|risen"));
        assertThat(down).as(where + told).isEqualTo(told.how().matches("down|fallen"));
    }

    private Figure figure(PublishedWave wave) {
        return subject.is(Subject.Scope.TOWN)
                ? domain(wave, "town", subject.code()).orElseThrow()
                : wave.overall();
    }

    PublishedWave wave(int year) {
        return series.waves().stream().filter(w -> w.year() == year).findFirst().orElseThrow();
    }

    private static Optional<Figure> domain(PublishedWave wave, String dimension, String level) {
        return wave.figures().stream()
                .filter(f -> f.dimension().equals(dimension) && f.level().equals(level))
                .findFirst();
    }

    private double probability() {
        return SentencesTest.probability(newest.overall(), series.target());
    }

    private String verdict() {
        double p = probability();
        return !(p <= 0.95)
                ? Double.isNaN(p) ? "not_settled" : "met"
                : p >= 0.8 ? "likely_met" : p > 0.2 ? "not_settled" : p >= 0.05 ? "likely_short" : "short";
    }

    private String goal() {
        String operator = switch (series.target().operator()) {
            case ">" -> "above";
            case ">=" -> "at_least";
            case "<" -> "below";
            default -> "at_most";
        };
        return texts.of("goal." + operator, shortTarget());
    }

    private String shortTarget() {
        return Texts.shortPercent(series.target().value());
    }

    private String place(Figure figure, String between) {
        double target = series.target().value();
        return figure.lower() > target ? "above" : figure.upper() < target ? "below" : between;
    }

    /** Everyone whose interval is wholly on a side is named, and no other; the rest is named or counted. */
    private void placed(List<Told> told, Collection<Figure> domains) {
        List<Figure> shown = domains.stream().filter(Figure::publishable).toList();
        Map<String, List<String>> named = new java.util.HashMap<>();
        int counted = 0;
        for (Told one : told) {
            switch (one.key()) {
                case "topic.lead.above", "topic.lead.below" -> named.put(one.how(), names(one.value(0)));
                case "topic.lead.open.named" -> named.put("open", names(one.value(0)));
                case "topic.lead.open" -> counted = one.year(0);
                case "topic.lead.open.all" -> counted = one.year(1);
                default -> assertThat(shown).as(where + one).isEmpty();
            }
        }
        for (String how : List.of("above", "below", "open")) {
            List<String> expected = shown.stream()
                    .filter(figure -> place(figure, "open").equals(how))
                    .map(this::name)
                    .toList();
            if (how.equals("open") && counted > 0) {
                assertThat(expected).as(where + told).hasSize(counted);
            } else {
                assertThat(named.getOrDefault(how, List.of()))
                        .as(where + told)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    /** Everyone who rose or fell since the first wave is named, and no other. */
    private void moved(List<Told> told) {
        PublishedWave first = series.waves().get(0);
        for (String how : List.of("up", "down")) {
            List<String> expected = DOMAINS.stream()
                    .flatMap(dimension -> newest.figures().stream()
                            .filter(figure -> figure.dimension().equals(dimension)))
                    .filter(figure -> moved(figure, first).filter(how::equals).isPresent())
                    .map(this::name)
                    .toList();
            List<Told> named = told.stream()
                    .filter(one -> one.key().equals(how.equals("up") ? "report.risen" : "report.fallen"))
                    .toList();
            named.forEach(this::wordsGo);
            assertThat(named.stream()
                            .flatMap(one -> names(one.value(1)).stream())
                            .toList())
                    .as(where + told)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        told.forEach(one -> assertThat(one.year(0)).as(where + told).isEqualTo(first.year()));
    }

    private Optional<String> moved(Figure figure, PublishedWave earlier) {
        return domain(earlier, figure.dimension(), figure.level())
                .filter(before -> before.publishable() && figure.publishable())
                .map(before -> Moved.of(before, figure).how());
    }

    private String name(Figure figure) {
        return texts.level(figure.dimension(), figure.level());
    }

    private List<String> names(String listed) {
        return Arrays.asList(listed.split(texts.of("list.comma"), -1));
    }

    private void split(String paragraph, Told told) {
        Split split = contributions.dimensions().stream()
                .filter(s -> told.value(6).equals(texts.of("contributions.by." + s.dimension())))
                .findFirst()
                .orElseThrow();
        SentencesTest.split(
                where,
                split,
                paragraph.substring(
                        texts.of("contributions.of", told.value(6), "").length()),
                new ContributionWords(contributions, texts),
                texts);
    }

    private void lagging(Told told, String dimension) {
        Measure measure = told.key().contains(".gain.") ? Measure.GAIN : Measure.RATE;
        if (measure == Measure.GAIN) {
            assertThat(told.year(1))
                    .as(where + told)
                    .isEqualTo(since.orElseThrow().year());
        }
        assertThat(told.year(0)).as(where + told).isEqualTo(newest.year());
        SentencesTest.lagging(where, dimension, told.text(), contributions.gaps(dimension, measure), texts);
    }

    private void needed(Told told) {
        boolean needed = told.key().startsWith("whatif.needed.");
        String name = told.value(needed ? 1 : 0);
        Split split = contributions.groups().stream()
                .filter(s -> texts.level("group", s.levels().get(0)).equals(name))
                .findFirst()
                .orElseThrow();
        double rest = split.to().share(1) * split.to().rate(1);
        double rate = (series.target().value() - rest) / split.to().share(0);
        boolean up = series.target().operator().startsWith(">");
        String expected = up
                ? rate >= 1 ? "whatif.never.all" : rate < 0 ? "whatif.anyway" : "whatif.needed"
                : rate <= 0 ? "whatif.never.none" : rate > 1 ? "whatif.anyway" : "whatif.needed";
        assertThat(told.key()).as(where + told).startsWith(expected);
        if (needed) {
            same(told, 2, rate);
            same(told, 4, split.to().rate(0));
            same(told, 5, split.to().rate(1));
        } else if (expected.startsWith("whatif.never")) {
            same(told, 1, (up ? split.to().share(0) : 0) + rest);
        }
    }

    /** Where the waves lead, by least squares weighted by their errors, taken anew. */
    private final class Outlook {
        private final List<Figure> rates = new ArrayList<>();
        private final List<Integer> years = new ArrayList<>();

        Outlook() {
            for (PublishedWave wave : series.waves()) {
                if (wave.overall().se() > 0) {
                    rates.add(wave.overall());
                    years.add(wave.year());
                }
            }
        }

        void check(Told told) {
            String text = where + told;
            double target = series.target().value();
            double now = newest.overall().estimate();
            boolean met = switch (series.target().operator()) {
                case ">" -> now > target;
                case ">=" -> now >= target;
                case "<" -> now < target;
                default -> now <= target;
            };
            int deadline = series.target().deadline();
            switch (told.key()) {
                case "no_trend" -> assertThat(rates).as(text).hasSizeLessThan(2);
                case "pace_up", "pace_down", "pace_open" -> {
                    double[] line = line(false, 0);
                    near(told, 2, told.how().equals("open") ? 100 * line[1] : 100 * Math.abs(line[1]));
                    bounds(told, 3, 100 * line[1], 100 * line[3]);
                    String how = told.number(3) > 0 ? "up" : told.number(4) < 0 ? "down" : "open";
                    assertThat(told.how().equals(how)
                                    || Math.min(Math.abs(told.number(3)), Math.abs(told.number(4))) < ROUNDED)
                            .as(text)
                            .isTrue();
                    wordsGo(told);
                }
                case "deadline_measured" -> {
                    Figure rate = wave(deadline).overall();
                    same(told, 1, rate.estimate());
                    same(told, 2, rate.lower());
                    same(told, 3, rate.upper());
                    assertThat(percent(told.value(5)))
                            .as(text)
                            .isCloseTo(100 * SentencesTest.probability(rate, series.target()), within(1.0));
                }
                case "deadline_ahead", "deadline_past" -> {
                    assertThat(told.key().endsWith("ahead")).as(text).isEqualTo(deadline > newest.year());
                    projected(told, deadline);
                    double[] line = line(true, deadline);
                    double z = (line[0] - logit(target))
                            / line[2]
                            * (series.target().operator().startsWith(">") ? 1 : -1);
                    double normal = 100 * new NormalDistribution(null, 0, 1).cumulativeProbability(z);
                    double t = 100 * new TDistribution(null, 58).cumulativeProbability(z);
                    assertThat(percent(told.value(5)))
                            .as(text)
                            .isBetween(Math.min(normal, t) - 1.0, Math.max(normal, t) + 1.0);
                }
                case "outlook" -> projected(told, told.year(0));
                case "required_gain" -> {
                    assertThat(met).as(text).isFalse();
                    near(told, 0, 100 * (target - now) / (deadline - newest.year()));
                }
                case "ahead", "behind", "on_schedule" -> schedule(told);
                case "reached_by_rate" -> assertThat(met).as(text).isTrue();
                case "reached_never", "reached_about" -> {
                    assertThat(met).as(text).isFalse();
                    double[] line = line(true, 0);
                    double year = (logit(target) - line[0]) / line[1];
                    boolean right = series.target().operator().startsWith(">") == line[1] > 0;
                    boolean leads = right && year <= newest.year() + 100.0;
                    assertThat(told.how()).as(text + year).isEqualTo(leads ? "about" : "never");
                    if (leads) {
                        assertThat((double) told.year(0))
                                .as(text)
                                .isBetween(year - 1e-6, Math.max(year, newest.year()) + 1);
                    }
                }
                default -> throw new AssertionError("no figures to hold against: " + text);
            }
        }

        private void schedule(Told told) {
            Figure start = series.waves().get(0).overall();
            int from = series.waves().get(0).year();
            double a = (series.target().deadline() - from) / (series.target().value() - start.estimate());
            double ahead = (newest.overall().estimate() - start.estimate()) * a - (newest.year() - from);
            double half =
                    Math.abs(a) * t975(newest.overall().df()) * newest.overall().se();
            String how = ahead - half > 0 ? "ahead" : ahead + half < 0 ? "behind" : "on_schedule";
            assertThat(told.key()).as(where + told).isEqualTo(how);
            int at = how.equals("on_schedule") ? 1 : 0;
            if (at == 0) {
                assertThat(told.number(0)).as(where + told).isCloseTo(Math.abs(ahead), within(0.0501));
            }
            assertThat(told.number(1)).as(where + told).isCloseTo(ahead - half, within(0.0501));
        }

        private void projected(Told told, int year) {
            double[] line = line(true, year);
            same(told, 1, 1 / (1 + Math.exp(-line[0])));
            assertThat(told.number(2)).as(where + told).isLessThanOrEqualTo(told.number(1));
            assertThat(told.number(3)).as(where + told).isGreaterThanOrEqualTo(told.number(1));
        }

        /** An interval around a value as wide as its error has it, by t with degrees of freedom of one wave or of many. */
        private void bounds(Told told, int at, double value, double se) {
            for (int side = 0; side < 2; side++) {
                double half = Math.abs(told.number(at + side) - value);
                assertThat(half).as(where + told).isBetween(1.95 * se - ROUNDED, t975(58) * se + ROUNDED);
            }
        }

        /** Level in a year and slope of the line, then their standard errors. */
        private double[] line(boolean logit, double year) {
            double sw = 0;
            double sx = 0;
            double sy = 0;
            for (int i = 0; i < rates.size(); i++) {
                double w = weight(i, logit);
                sw += w;
                sx += w * years.get(i);
                sy += w * value(i, logit);
            }
            double centre = sx / sw;
            double sxx = 0;
            double sxy = 0;
            for (int i = 0; i < rates.size(); i++) {
                double x = years.get(i) - centre;
                sxx += weight(i, logit) * x * x;
                sxy += weight(i, logit) * x * value(i, logit);
            }
            double slope = sxy / sxx;
            double se = Math.sqrt(1 / sw + (year - centre) * (year - centre) / sxx);
            return new double[] {sy / sw + slope * (year - centre), slope, se, 1 / Math.sqrt(sxx)};
        }

        private double value(int i, boolean logit) {
            double p = rates.get(i).estimate();
            return logit ? logit(p) : p;
        }

        private double weight(int i, boolean logit) {
            double p = rates.get(i).estimate();
            double se = logit ? rates.get(i).se() / (p * (1 - p)) : rates.get(i).se();
            return 1 / (se * se);
        }
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    /** A probability as told: beyond 1 or 99 % its limit. */
    private static double percent(String told) {
        return Told.number(told.replaceAll("[^0-9.]", ""));
    }

    /** The rows of a table that the figures can be held against. */
    void check(Report.Grid grid) {
        List<String> head = grid.table().head();
        if (head.contains(texts.of("report.column.step"))) {
            List<String> years =
                    series.waves().stream().map(w -> Integer.toString(w.year())).toList();
            List<String> steps = new ArrayList<>();
            for (int i = 1; i < years.size(); i++) {
                steps.add(years.get(i - 1) + "–" + years.get(i));
            }
            steps.add(years.get(0) + "–" + years.get(years.size() - 1));
            assertThat(grid.table().rows().stream().map(row -> row.get(0)).toList())
                    .as(where)
                    .isEqualTo(steps);
            grid.table().rows().forEach(row -> step(head, row));
        } else if (head.contains(texts.of("report.column.change"))) {
            PublishedWave earlier = wave(Integer.parseInt(head.get(4).replaceAll("\\D", "")));
            grid.table().rows().forEach(row -> domain(row, Optional.of(earlier)));
        } else if (head.get(0).equals(texts.of("table.domain")) && head.size() == 4) {
            grid.table().rows().forEach(row -> domain(row, Optional.empty()));
        } else if (head.size() > 2 && head.get(2).equals(texts.of("division.rate"))) {
            grid.table().rows().forEach(this::group);
        } else if (head.get(0).equals(texts.of("table.year"))) {
            grid.table()
                    .rows()
                    .forEach(row -> assertThat(row.get(2))
                            .as(where + row)
                            .isEqualTo(series.waves().stream()
                                    .filter(wave -> row.get(0).equals(Integer.toString(wave.year())))
                                    .findFirst()
                                    .map(wave -> rate(figure(wave)))
                                    .orElse("–")));
        }
    }

    private String rate(Figure figure) {
        return figure.publishable() ? Texts.percent(figure.estimate()) : texts.of("table.suppressed");
    }

    private void step(List<String> head, List<String> row) {
        String[] years = row.get(0).split("–", -1);
        PublishedWave from = wave(Integer.parseInt(years[0]));
        PublishedWave to = wave(Integer.parseInt(years[1]));
        Moved moved = Moved.of(from.overall(), to.overall());
        starred(row, row.get(1), moved);
        for (Split split : Contributions.of(Optional.of(from), to, MadeUpParts.of(series))
                .orElseThrow()
                .dimensions()) {
            int column = head.indexOf(texts.of("report.column.make-up", texts.dimension(split.dimension())));
            assertThat(Told.number(row.get(column).replace(" *", "")))
                    .as(where + row + split.dimension())
                    .isCloseTo(100 * makeUp(split.change().orElseThrow()), within(ROUNDED));
        }
        if (moved.half() > 0) {
            String[] bounds = row.get(2).split(" (至|to) ", -1);
            assertThat(Told.number(bounds[0]))
                    .as(where + row)
                    .isCloseTo(moved.points() - moved.half(), within(ROUNDED));
            assertThat(Told.number(bounds[1]))
                    .as(where + row)
                    .isCloseTo(moved.points() + moved.half(), within(ROUNDED));
        }
    }

    /** What the population's make-up did, by Kitagawa's plain form: changes of shares by the mean rates. */
    private static double makeUp(PartsChange change) {
        double sum = 0;
        for (int c = 0; c < change.from().categories(); c++) {
            sum += (change.to().share(c) - change.from().share(c))
                    * (change.from().rate(c) + change.to().rate(c))
                    / 2;
        }
        return sum;
    }

    private void starred(List<String> row, String cell, Moved moved) {
        assertThat(cell.endsWith(" *")).as(where + row).isEqualTo(moved.isSure());
        assertThat(Told.number(cell.replace(" *", ""))).as(where + row).isCloseTo(moved.points(), within(ROUNDED));
    }

    private void domain(List<String> row, Optional<PublishedWave> earlier) {
        Figure figure = named(newest, row.get(0)).orElseThrow();
        assertThat(row.get(2)).as(where + row).isEqualTo(rate(figure));
        if (earlier.isPresent()) {
            Optional<Figure> before = named(earlier.get(), row.get(0)).filter(Figure::publishable);
            assertThat(row.get(4))
                    .as(where + row)
                    .isEqualTo(before.map(this::rate).orElse("–"));
            if (before.isPresent() && figure.publishable()) {
                starred(row, row.get(5), Moved.of(before.get(), figure));
            } else {
                assertThat(row.get(5)).as(where + row).isEqualTo("–");
            }
        }
    }

    private Optional<Figure> named(PublishedWave wave, String name) {
        return name.equals(texts.of("chart.whole"))
                ? Optional.of(wave.overall())
                : wave.figures().stream().filter(f -> name(f).equals(name)).findFirst();
    }

    /** The rate of a task's group, and how it stands to the target. */
    private void group(List<String> row) {
        String cell = row.get(2);
        for (Figure figure : domains("group")) {
            if (cell.startsWith(figure.level())) {
                String stands = figure.publishable() ? place(figure, "open") : "suppressed";
                Predicate<String> said = how -> cell.contains(
                        texts.of("division.rate." + how, series.target().sign() + shortTarget()));
                Stream.of("above", "below", "open", "suppressed")
                        .forEach(how ->
                                assertThat(said.test(how)).as(where + row + how).isEqualTo(how.equals(stands)));
                if (figure.publishable()) {
                    assertThat(cell).as(where + row).contains(Texts.percent(figure.estimate()));
                }
            }
        }
    }

    List<Figure> domains(String dimension) {
        return newest.figures().stream()
                .filter(figure -> figure.dimension().equals(dimension))
                .toList();
    }
}
