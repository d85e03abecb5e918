package org.suzhi.web.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suzhi.web.account.Role;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Counts;
import org.suzhi.web.fieldwork.Counts.CaseCell;
import org.suzhi.web.fieldwork.Counts.ResponseCell;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.PrecisionPlan;
import org.suzhi.web.fieldwork.Quotas;
import org.suzhi.web.fieldwork.Quotas.Quota;
import org.suzhi.web.publication.Decimals;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.PublishedWave;

/** Adds the counts of a wave up, and sets the published rate beside them. */
@Component
class ProgressReading {
    private static final String NONE = "—";
    private static final int MOST_DAYS = 30;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Counts counts;
    private final Quotas quotas;
    private final Fieldwork fieldwork;
    private final Publications publications;
    private final Desk desk;
    private final Clock clock;

    ProgressReading(
            Counts counts, Quotas quotas, Fieldwork fieldwork, Publications publications, Desk desk, Clock clock) {
        this.counts = counts;
        this.quotas = quotas;
        this.fieldwork = fieldwork;
        this.publications = publications;
        this.desk = desk;
        this.clock = clock;
    }

    Progress of(SignedIn user, Desk.View view, Locale locale) {
        long wave = view.wave().id();
        Predicate<String> visible = user.role() == Role.SUPERVISOR ? view.townCodes()::contains : town -> true;
        List<ResponseCell> all = counts.responses(wave, desk.psuItem);
        List<ResponseCell> cells =
                all.stream().filter(c -> visible.test(c.town())).toList();
        List<Quota> wanted =
                quotas.of(wave).stream().filter(q -> visible.test(q.townCode())).toList();
        List<CaseCell> cases =
                counts.cases(wave).stream().filter(c -> visible.test(c.town())).toList();
        Optional<PublishedWave> published = published(view.wave().year());
        LocalDate today = LocalDate.now(clock);
        return new Progress(
                sum(cells, ResponseCell::responses),
                sum(cells, ResponseCell::approved),
                sum(on(cells, today), ResponseCell::approved),
                target(wanted, q -> q.groupCode().equals(Quotas.WHOLE_TOWN)),
                published
                        .map(p -> live(p, view.wave().plannedMargin(), all, today))
                        .orElse(null),
                towns(view, cells, wanted, published, today, locale),
                groups(view, cells, wanted, published, today, locale),
                surveyors(cells, cases, today, locale),
                days(cells));
    }

    private Optional<PublishedWave> published(int year) {
        return publications.live().stream()
                .flatMap(series -> series.waves().stream())
                .filter(wave -> wave.year() == year)
                .findFirst();
    }

    private Progress.Live live(PublishedWave wave, double planned, List<ResponseCell> all, LocalDate today) {
        Figure rate = wave.overall();
        PrecisionPlan plan = new PrecisionPlan(rate.n(), margin(rate), planned);
        int lastSevenDays = sum(
                all.stream()
                        .filter(c ->
                                c.day().isAfter(today.minusDays(7)) && !c.day().isAfter(today))
                        .toList(),
                ResponseCell::approved);
        return new Progress.Live(
                Decimals.percent(rate.estimate()),
                Decimals.percent(rate.lower()),
                Decimals.percent(rate.upper()),
                points(plan.margin()),
                Decimals.format("0.000", 100 * plan.margin()),
                Decimals.format("0.###", 100 * planned),
                rate.n(),
                Decimals.format("0.00", rate.deff()),
                plan.needed(),
                plan.remaining(),
                lastSevenDays,
                plan.finishedOn(today, lastSevenDays).orElse(null),
                MINUTE.format(ZonedDateTime.ofInstant(wave.computedAt(), clock.getZone())));
    }

    private static double margin(Figure figure) {
        return (figure.upper() - figure.lower()) / 2;
    }

    private static String points(double share) {
        return Decimals.format("0.00", 100 * share);
    }

    private List<Progress.Bar> towns(
            Desk.View view,
            List<ResponseCell> cells,
            List<Quota> wanted,
            Optional<PublishedWave> published,
            LocalDate today,
            Locale locale) {
        List<Progress.Bar> bars = new ArrayList<>();
        for (NamedCode town : view.towns()) {
            int target = target(
                    wanted,
                    q -> q.townCode().equals(town.code()) && q.groupCode().equals(Quotas.WHOLE_TOWN));
            List<ResponseCell> own =
                    cells.stream().filter(c -> c.town().equals(town.code())).toList();
            bars.add(bar(town.name(locale), own, today, target, rate(published, "town", town.code())));
        }
        List<ResponseCell> elsewhere =
                cells.stream().filter(c -> c.town().isEmpty()).toList();
        if (!elsewhere.isEmpty()) {
            bars.add(bar(desk.text(locale, "progress.elsewhere"), elsewhere, today, 0, NONE));
        }
        return filled(bars);
    }

    private List<Progress.Bar> groups(
            Desk.View view,
            List<ResponseCell> cells,
            List<Quota> wanted,
            Optional<PublishedWave> published,
            LocalDate today,
            Locale locale) {
        List<Progress.Bar> bars = new ArrayList<>();
        for (NamedCode group : fieldwork.groups(view.survey().id())) {
            List<ResponseCell> own = cells.stream()
                    .filter(c -> c.groups().contains(group.code()))
                    .toList();
            int target = target(wanted, q -> q.groupCode().equals(group.code()));
            bars.add(bar(group.name(locale), own, today, target, rate(published, "group", group.code())));
        }
        return filled(bars);
    }

    /** A surveyor's target is the cases that were assigned. */
    private List<Progress.Bar> surveyors(
            List<ResponseCell> cells, List<CaseCell> cases, LocalDate today, Locale locale) {
        Map<String, List<ResponseCell>> byName = cells.stream()
                .collect(Collectors.groupingBy(ResponseCell::surveyor, TreeMap::new, Collectors.toList()));
        Map<String, Integer> assigned = new TreeMap<>();
        for (CaseCell cell : cases) {
            String assignee = cell.assignee();
            if (assignee != null) {
                assigned.merge(assignee, cell.cases(), Integer::sum);
                byName.putIfAbsent(assignee, List.of());
            }
        }
        List<Progress.Bar> bars = new ArrayList<>();
        byName.forEach((name, own) -> bars.add(bar(
                name.isEmpty() ? desk.text(locale, "progress.nobody") : name,
                own,
                today,
                assigned.getOrDefault(name, 0),
                "")));
        return filled(bars);
    }

    private static List<Progress.Bar> days(List<ResponseCell> cells) {
        Map<LocalDate, Integer> byDay = new TreeMap<>(Comparator.reverseOrder());
        cells.forEach(c -> byDay.merge(c.day(), c.approved(), Integer::sum));
        List<Progress.Bar> bars = byDay.entrySet().stream()
                .limit(MOST_DAYS)
                .map(e -> new Progress.Bar(e.getKey().toString(), e.getValue(), 0, 0, 0, ""))
                .toList();
        return filled(bars);
    }

    private static Progress.Bar bar(String name, List<ResponseCell> cells, LocalDate today, int target, String rate) {
        return new Progress.Bar(
                name,
                sum(cells, ResponseCell::approved),
                sum(on(cells, today), ResponseCell::approved),
                target,
                0,
                rate);
    }

    /** A bar is full at its target; where none is set, at the largest count. */
    private static List<Progress.Bar> filled(List<Progress.Bar> bars) {
        int most = Math.max(1, bars.stream().mapToInt(Progress.Bar::count).max().orElse(1));
        return bars.stream()
                .map(b -> new Progress.Bar(
                        b.name(), b.count(), b.today(), b.target(), b.target() == 0 ? most : b.target(), b.rate()))
                .toList();
    }

    private static String rate(Optional<PublishedWave> published, String dimension, String level) {
        return published.stream()
                .flatMap(wave -> wave.figures().stream())
                .filter(f -> f.dimension().equals(dimension) && f.level().equals(level))
                .filter(Figure::publishable)
                .map(f -> Decimals.percent(f.estimate()) + " ± " + points(margin(f)))
                .findFirst()
                .orElse(NONE);
    }

    private static List<ResponseCell> on(List<ResponseCell> cells, @Nullable LocalDate day) {
        return cells.stream().filter(c -> c.day().equals(day)).toList();
    }

    private static int sum(List<ResponseCell> cells, ToIntFunction<ResponseCell> count) {
        return cells.stream().mapToInt(count).sum();
    }

    private static int target(List<Quota> wanted, Predicate<Quota> which) {
        return wanted.stream().filter(which).mapToInt(Quota::target).sum();
    }
}
