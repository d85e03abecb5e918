package org.suzhi.web.division.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.division.Action;
import org.suzhi.web.division.Division;
import org.suzhi.web.division.Name;
import org.suzhi.web.division.Unit;
import org.suzhi.web.fieldwork.NamedCode;

/** The public pages of the division of work: all of it, one unit's part, one town's. */
@Controller
class DivisionPages {
    private static final String NOTHING = "division/nothing";
    private final PlanDesk desk;

    DivisionPages(PlanDesk desk) {
        this.desk = desk;
    }

    /** A unit of the list, with how many actions it leads and shares. */
    record UnitLine(String code, String printed, String translation, int leads, int shares) {}

    /** A town of the list; without a rate where none is published of it. */
    record TownLine(String code, String name, @Nullable RateView rate) {}

    /** A phase with the plan's words. */
    record PhaseLine(String name, String span, String quote) {}

    @GetMapping("/division")
    String overview(@AuthenticationPrincipal @Nullable SignedIn user, Model model, Locale locale) {
        Optional<PlanDesk.View> opened = desk.open(user, model, locale);
        if (opened.isEmpty()) {
            return NOTHING;
        }
        PlanDesk.View view = opened.get();
        PlanReading reading = view.reading();
        Division division = reading.division();
        Map<Name, Long> categories = new LinkedHashMap<>();
        division.actions().forEach(action -> categories.merge(action.category(), 1L, Long::sum));
        model.addAttribute("categories", categories);
        model.addAttribute("actions", reading.actions(division.actions()));
        model.addAttribute(
                "targets", division.targets().stream().map(reading::target).toList());
        model.addAttribute("units", units(division, locale));
        model.addAttribute(
                "towns",
                reading.towns().stream()
                        .map(town -> new TownLine(
                                town.code(),
                                town.name(locale),
                                reading.townRate(town).orElse(null)))
                        .toList());
        model.addAttribute("obligations", division.obligations());
        model.addAttribute("stored", view.stored());
        groups(view, division.actions(), model);
        phases(view, model);
        return "division/overview";
    }

    private static List<UnitLine> units(Division division, Locale locale) {
        return division.units().stream()
                .map(unit -> new UnitLine(
                        unit.code(),
                        unit.name().zh(),
                        translation(unit, locale),
                        division.ledBy(unit).size(),
                        division.sharedBy(unit).size()))
                .toList();
    }

    private static String translation(Unit unit, Locale locale) {
        String name = unit.name().in(locale);
        return name.equals(unit.name().zh()) ? "" : name;
    }

    private void groups(PlanDesk.View view, List<Action> actions, Model model) {
        if (view.charts().hasGroups(actions)) {
            String id = "g"
                    + actions.stream()
                            .map(action -> String.valueOf(action.number()))
                            .reduce("", (a, b) -> a + "x" + b);
            model.addAttribute(
                    "groupsChart", desk.draw(view, id, () -> view.charts().groupsOf(actions)));
        }
    }

    private void phases(PlanDesk.View view, Model model) {
        if (!view.reading().division().phases().isEmpty()) {
            model.addAttribute("phasesChart", desk.draw(view, "phases", view.charts()::phases));
            model.addAttribute("phasesNow", view.reading().phasesNow());
            model.addAttribute(
                    "phases",
                    view.reading().division().phases().stream()
                            .map(phase -> new PhaseLine(
                                    phase.name().in(view.reading().words().locale()),
                                    PlanCharts.span(phase),
                                    phase.quote()))
                            .toList());
        }
    }

    @GetMapping("/division/units/{code}")
    String unit(
            @PathVariable String code, @AuthenticationPrincipal @Nullable SignedIn user, Model model, Locale locale) {
        Optional<PlanDesk.View> opened = desk.open(user, model, locale);
        if (opened.isEmpty()) {
            return NOTHING;
        }
        Division division = opened.get().reading().division();
        Unit unit = division.unit(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("printed", unit.name().zh());
        model.addAttribute("translation", translation(unit, locale));
        part(opened.get(), List.of(unit), model);
        return "division/unit";
    }

    /** What units lead and share, and where that stands. */
    private void part(PlanDesk.View view, List<Unit> units, Model model) {
        Division division = view.reading().division();
        List<Action> led = units.stream()
                .flatMap(unit -> division.ledBy(unit).stream())
                .distinct()
                .toList();
        List<Action> shared = units.stream()
                .flatMap(unit -> division.sharedBy(unit).stream())
                .distinct()
                .filter(action -> !led.contains(action))
                .toList();
        model.addAttribute("led", view.reading().actions(led));
        model.addAttribute("shared", view.reading().actions(shared));
        groups(
                view,
                division.actions().stream()
                        .filter(action -> led.contains(action) || shared.contains(action))
                        .toList(),
                model);
        phases(view, model);
    }

    @GetMapping("/division/towns/{code}")
    String town(
            @PathVariable String code, @AuthenticationPrincipal @Nullable SignedIn user, Model model, Locale locale) {
        Optional<PlanDesk.View> opened = desk.open(user, model, locale);
        if (opened.isEmpty()) {
            return NOTHING;
        }
        PlanDesk.View view = opened.get();
        NamedCode town = view.reading().towns().stream()
                .filter(t -> t.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("town", town.name(locale));
        model.addAttribute("shares", view.reading().shares(town));
        view.reading().townRate(town).ifPresent(rate -> model.addAttribute("rate", rate));
        if (view.charts().hasTown(town)) {
            String id = "t" + view.reading().towns().indexOf(town);
            model.addAttribute(
                    "townChart", desk.draw(view, id, () -> view.charts().town(town)));
        }
        part(view, view.reading().division().unitsOf(code), model);
        return "division/town";
    }
}
