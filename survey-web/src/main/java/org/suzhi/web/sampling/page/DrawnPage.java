package org.suzhi.web.sampling.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.analysis.chart.ChartSvg;
import org.suzhi.analysis.chart.ChartText;
import org.suzhi.analysis.chart.SizeChart;
import org.suzhi.sampling.Draw;
import org.suzhi.sampling.DrawnPsu;
import org.suzhi.sampling.KishTable;
import org.suzhi.sampling.Unit;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.Role;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.sampling.AcceptWork;
import org.suzhi.web.sampling.DrawWork;
import org.suzhi.web.sampling.Draws;
import org.suzhi.web.sampling.Redrawn;
import org.suzhi.web.sampling.ReserveWork;
import org.suzhi.web.supervision.Desk;
import org.suzhi.web.supervision.FormInput;

/** A draw: what came out, whether it comes out again, its lists for the field, and its acceptance. */
@Controller
class DrawnPage {
    private static final List<String> FILES =
            List.of("sample.csv", "cases.csv", "reserves.csv", "plan.yaml", "record.yaml");
    private static final List<String> FILES_WITH_LISTS =
            List.of("sample.csv", "members.csv", "cases.csv", "reserves.csv", "plan.yaml", "record.yaml");
    private static final int MOST_RELEASED = 1000;
    private static final int LONGEST_REASON = 200;
    private static final int WIDE = 820;
    private static final int NARROW = 350;
    private static final int MOST_ROWS = 40;

    private final SamplingDesk sampling;
    private final Desk desk;
    private final Draws draws;
    private final DrawWork work;
    private final AcceptWork accepting;
    private final ReserveWork reserves;
    private final Accounts accounts;

    DrawnPage(
            SamplingDesk sampling,
            Desk desk,
            Draws draws,
            DrawWork work,
            AcceptWork accepting,
            ReserveWork reserves,
            Accounts accounts) {
        this.sampling = sampling;
        this.desk = desk;
        this.draws = draws;
        this.work = work;
        this.accepting = accepting;
        this.reserves = reserves;
        this.accounts = accounts;
    }

    @GetMapping("/sampling/{year}/draws/{id}")
    String show(
            @PathVariable int year,
            @PathVariable long id,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale) {
        Right.RUN_WAVES.require(user);
        Desk.View view = sampling.open(user, year, "draw", model, locale);
        Redrawn drawn = again(view, id);
        Draw draw = drawn.draw();
        model.addAttribute("drawn", drawn);
        model.addAttribute("strata", StratumReading.of(draw));
        model.addAttribute("units", draw.sample());
        model.addAttribute("reserves", draw.reserves());
        model.addAttribute(
                "invited", draw.sample().stream().mapToLong(DrawnPsu::invited).sum());
        model.addAttribute("members", ListReading.of(drawn.lists(), sampling.groups(view, locale)));
        model.addAttribute("memberCount", drawn.lists().sample().size());
        model.addAttribute("towns", towns(view, drawn, locale));
        model.addAttribute("surveyors", surveyors());
        Optional<Draws.Accepted> accepted = draws.accepted(view.wave().id());
        model.addAttribute("accepted", accepted.orElse(null));
        model.addAttribute(
                "stocks",
                accepted.filter(a -> a.drawId() == id)
                        .map(a -> reserves.stocks(view.wave().id()))
                        .orElse(List.of()));
        model.addAttribute("files", drawn.lists().sample().isEmpty() ? FILES : FILES_WITH_LISTS);
        model.addAttribute("joint", draw.joint().isPresent());
        SizeChart chart = chart(view, draw, locale);
        model.addAttribute("wide", ChartSvg.inline(chart, WIDE, "sizes-wide"));
        model.addAttribute("narrow", ChartSvg.inline(chart, NARROW, "sizes-narrow"));
        model.addAttribute("times", sampling);
        return "sampling/drawn";
    }

    private Redrawn again(Desk.View view, long id) {
        return work.again(view.wave().id(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Those who may interview. */
    private List<Accounts.Account> surveyors() {
        return accounts.all().stream()
                .filter(a -> a.active() && a.role() == Role.SURVEYOR)
                .toList();
    }

    /** The towns with drawn units or members of lists, by code. */
    private static Map<String, String> towns(Desk.View view, Redrawn drawn, Locale locale) {
        Set<String> visited = new HashSet<>();
        drawn.draw().sample().forEach(psu -> visited.add(psu.unit().town()));
        drawn.lists().sample().forEach(m -> visited.add(m.member().town()));
        Map<String, String> towns = new LinkedHashMap<>();
        for (NamedCode town : view.towns()) {
            if (visited.contains(town.code())) {
                towns.put(town.code(), town.name(locale));
            }
        }
        return towns;
    }

    private SizeChart chart(Desk.View view, Draw draw, Locale locale) {
        List<SizeChart.Row> rows = new ArrayList<>();
        draw.designs()
                .forEach((stratum, design) -> rows.add(new SizeChart.Row(
                        stratum,
                        design.units().stream().map(Unit::size).toList(),
                        draw.sample(stratum).stream()
                                .map(psu -> psu.unit().size())
                                .toList())));
        return new SizeChart(
                new ChartText(
                        desk.text(locale, "drawn.chart"),
                        "",
                        rows.size() > MOST_ROWS ? desk.text(locale, "drawn.chart-first", MOST_ROWS, rows.size()) : "",
                        view.survey().synthetic() ? desk.text(locale, "synthetic.mark") : "",
                        desk.text(
                                locale,
                                "drawn.chart-words",
                                draw.sample().size(),
                                rows.stream()
                                        .mapToInt(row -> row.sizes().size())
                                        .sum())),
                rows.subList(0, Math.min(MOST_ROWS, rows.size())),
                desk.text(locale, "drawn.chart-drawn"),
                desk.text(locale, "drawn.chart-frame"),
                desk.text(locale, "drawn.chart-axis"));
    }

    /** The lists that surveyors take along, one unit a sheet of paper. */
    @GetMapping("/sampling/{year}/draws/{id}/listing")
    String listing(
            @PathVariable int year,
            @PathVariable long id,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale) {
        Right.RUN_WAVES.require(user);
        Desk.View view = sampling.open(user, year, "draw", model, locale);
        Redrawn drawn = again(view, id);
        model.addAttribute("drawn", drawn);
        model.addAttribute("stage", drawn.draw().plan().secondStage().code());
        model.addAttribute("towns", towns(view, drawn, locale));
        model.addAttribute("kish", KishTable.values());
        model.addAttribute("lists", drawn.listCases());
        model.addAttribute("groups", sampling.groups(view, locale));
        model.addAttribute("survey", view.survey());
        return "sampling/listing";
    }

    /** Accepts a draw; its cases go to the surveyors chosen for their towns. */
    @PostMapping("/sampling/{year}/draws/{id}/accept")
    String accept(
            @PathVariable int year,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Desk.View view = desk.open(user, year, model);
        Map<String, Long> byTown = new HashMap<>();
        List<Accounts.Account> surveyors = surveyors();
        for (NamedCode town : view.towns()) {
            String chosen = fields.getFirst("surveyor-" + town.code());
            surveyors.stream()
                    .filter(s -> String.valueOf(s.id()).equals(chosen))
                    .forEach(s -> byTown.put(town.code(), s.id()));
        }
        try {
            AcceptWork.Made made = accepting.accept(user, again(view, id), byTown, locale);
            redirect.addFlashAttribute(
                    "told", desk.text(locale, "draw.accepted", made.units(), made.cases(), made.assigned()));
        } catch (AcceptWork.Refused refused) {
            redirect.addFlashAttribute(
                    "wrong", List.of(desk.text(locale, refused.refusal().key())));
        }
        model.asMap().clear();
        return "redirect:/sampling/" + year + "/draws/" + id;
    }

    /** Makes cases of the next reserves of a unit. */
    @PostMapping("/sampling/{year}/draws/{id}/release")
    String release(
            @PathVariable int year,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Desk.View view = desk.open(user, year, model);
        Redrawn drawn = again(view, id);
        FormInput input = new FormInput(fields, desk, locale);
        int count = (int) input.number("release-count", 1, MOST_RELEASED);
        String reason = input.required("release-reason", LONGEST_REASON);
        List<String> wrong = new ArrayList<>(input.problems());
        if (wrong.isEmpty()) {
            try {
                List<String> made = reserves.release(user, drawn, input.text("unit"), count, reason, locale);
                redirect.addFlashAttribute(
                        "told", desk.text(locale, "release.done", made.size(), String.join(", ", made)));
            } catch (AcceptWork.Refused refused) {
                wrong.add(desk.text(locale, refused.refusal().key()));
            }
        }
        if (!wrong.isEmpty()) {
            redirect.addFlashAttribute("wrong", wrong);
        }
        model.asMap().clear();
        return "redirect:/sampling/" + year + "/draws/" + id;
    }
}
