package org.suzhi.analysis.indicator;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.suzhi.analysis.indicator.Progress.AtDeadline;
import org.suzhi.analysis.indicator.Progress.Basis;
import org.suzhi.analysis.indicator.Progress.JudgedWave;
import org.suzhi.analysis.indicator.Progress.Outlook;
import org.suzhi.analysis.indicator.Trend.Estimated;
import org.suzhi.microdata.Message;

/**
 * Progress in sentences, each made from its numbers: a rise or a fall is only told where its interval leaves out zero, and
 * what the waves do not settle is called so.
 */
public final class ProgressWords {
    private static final String BUNDLE = "org.suzhi.analysis.indicator.words";
    private final Progress progress;

    private ProgressWords(Progress progress) {
        this.progress = progress;
    }

    public static ProgressWords of(Progress progress) {
        return new ProgressWords(progress);
    }

    /** All sentences, the verdict first. */
    public List<Message> sentences() {
        List<Message> all = new ArrayList<>();
        all.add(verdict());
        if (progress.newest().isEmpty()) {
            return all;
        }
        progress.change().ifPresent(change -> all.add(change(change)));
        all.addAll(outlook());
        return all;
    }

    /** Where the waves lead: pace, deadline, later years; what a text needs that tells verdict and newest change itself. */
    public List<Message> outlook() {
        if (progress.newest().isEmpty()) {
            return List.of();
        }
        List<Message> all = new ArrayList<>();
        progress.breaks().forEach(year -> all.add(words("criterion_changed", year)));
        progress.linear().ifPresent(trend -> all.add(pace(trend)));
        progress.deadline().ifPresentOrElse(at -> all.add(deadline(at)), () -> all.add(words("no_trend")));
        progress.requiredGain()
                .ifPresent(gain -> all.add(
                        words("required_gain", points(gain), progress.target().deadline())));
        progress.schedule().ifPresent(ahead -> all.add(schedule(ahead)));
        progress.reached().ifPresent(crossing -> all.add(reached(crossing)));
        progress.outlook().forEach(outlook -> all.add(outlook(outlook)));
        return all;
    }

    /** The newest wave against the target. */
    public Message verdict() {
        return progress.newest()
                .map(judged -> words(
                        "verdict_" + judged.verdict().code().name().toLowerCase(Locale.ROOT),
                        judged.wave().year(),
                        percent(judged.wave().estimate()),
                        interval(judged),
                        goal(),
                        probability(judged.verdict().probability())))
                .orElseGet(() -> words("no_wave", goal()));
    }

    /** Such as "above 13%". */
    public Message goal() {
        return words(
                "goal_" + progress.target().operator().name().toLowerCase(Locale.ROOT),
                format("0.##%", progress.target().value()));
    }

    private Message change(Estimated change) {
        JudgedWave from = progress.previous().orElseThrow();
        JudgedWave to = progress.newest().orElseThrow();
        return words(
                "change_" + direction(change),
                from.wave().year(),
                to.wave().year(),
                size(change),
                points(change.lower()),
                points(change.upper()));
    }

    private static Message pace(Trend trend) {
        Estimated slope = trend.slope();
        return words(
                "pace_" + direction(slope),
                trend.from(),
                trend.to(),
                size(slope),
                points(slope.lower()),
                points(slope.upper()));
    }

    private static String direction(Estimated difference) {
        return difference.direction().name().toLowerCase(Locale.ROOT);
    }

    /** Without a sign where the words tell the direction. */
    private static String size(Estimated difference) {
        return difference.direction() == Direction.OPEN
                ? points(difference.value())
                : format("0.00", 100 * Math.abs(difference.value()));
    }

    private Message deadline(AtDeadline at) {
        String key = at.basis() == Basis.MEASURED
                ? "deadline_measured"
                : progress.target().deadline() > newestYear() ? "deadline_ahead" : "deadline_past";
        return words(
                key,
                progress.target().deadline(),
                percent(at.rate()),
                percent(at.lower()),
                percent(at.upper()),
                goal(),
                probability(at.probability()));
    }

    private Message schedule(Estimated ahead) {
        String key = switch (ahead.direction()) {
            case UP -> "ahead";
            case DOWN -> "behind";
            case OPEN -> "on_schedule";
        };
        return words(key, years(Math.abs(ahead.value())), years(ahead.lower()), years(ahead.upper()));
    }

    private Message reached(Crossing crossing) {
        boolean met =
                progress.target().isMetBy(progress.newest().orElseThrow().wave().estimate());
        if (met) {
            return words("reached_by_rate", newestYear(), goal());
        }
        if (!crossing.exists() || crossing.year() > newestYear() + 100.0) {
            return words("reached_never", goal());
        }
        long year = (long) Math.ceil(Math.max(crossing.year(), newestYear()));
        Message from = Double.isInfinite(crossing.lower()) || crossing.lower() <= newestYear()
                ? words("from_now", newestYear())
                : words("from_year", (long) Math.ceil(crossing.lower()));
        Message to = crossing.upper() > newestYear() + 100.0
                ? words("to_never")
                : words("to_year", (long) Math.ceil(Math.max(crossing.upper(), newestYear())));
        return words("reached_about", year, from, to, goal());
    }

    private Message outlook(Outlook outlook) {
        return words(
                "outlook",
                outlook.year(),
                percent(outlook.rate().value()),
                percent(outlook.rate().lower()),
                percent(outlook.rate().upper()));
    }

    private int newestYear() {
        return progress.newest().orElseThrow().wave().year();
    }

    private static Message interval(JudgedWave judged) {
        Interval interval = Interval.of(judged.wave());
        return Double.isNaN(interval.lower())
                ? words("no_interval")
                : words("interval", percent(interval.lower()), percent(interval.upper()));
    }

    private static Message words(String key, Object... arguments) {
        return new Message(BUNDLE, key, arguments);
    }

    private static String percent(double proportion) {
        return format("0.00%", proportion);
    }

    /** In percentage points with its sign. */
    private static String points(double proportion) {
        String points = format("+0.00;−0.00", 100 * proportion);
        return points.substring(1).equals("0.00") ? "0.00" : points;
    }

    private static String years(double years) {
        return format("0.0;−0.0", Math.round(10 * years) == 0 ? 0 : years);
    }

    /** Whole percent; never 0 % or 100 %, which no sample can tell. */
    private static Message probability(double probability) {
        if (Double.isNaN(probability)) {
            return words("probability_unknown");
        }
        if (probability > 0.99) {
            return words("probability_above");
        }
        return probability < 0.01 ? words("probability_below") : words("probability", format("0%", probability));
    }

    private static String format(String pattern, double value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
