package org.suzhi.web.sampling.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.sampling.Unit;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.sampling.FrameSummary;
import org.suzhi.web.sampling.FrameWork;
import org.suzhi.web.sampling.Frames;
import org.suzhi.web.sampling.ListFrames;
import org.suzhi.web.sampling.ListSummary;
import org.suzhi.web.sampling.StoredFrame;
import org.suzhi.web.sampling.StoredList;
import org.suzhi.web.supervision.Desk;
import org.suzhi.web.supervision.FormInput;

/** The frame of a wave: imported from a file, looked at by stratum and town. */
@Controller
class FramePage {
    private final SamplingDesk sampling;
    private final Desk desk;
    private final Frames frames;
    private final ListFrames lists;
    private final FrameWork work;
    private final Clock clock;

    FramePage(SamplingDesk sampling, Desk desk, Frames frames, ListFrames lists, FrameWork work, Clock clock) {
        this.sampling = sampling;
        this.desk = desk;
        this.frames = frames;
        this.lists = lists;
        this.work = work;
        this.clock = clock;
    }

    /** Leads to the newest wave. */
    @GetMapping("/sampling")
    String newest(@AuthenticationPrincipal SignedIn user, Model model) {
        Wave wave = desk.open(user, null, model).wave();
        // What a page would show must not go into the address.
        model.asMap().clear();
        return "redirect:/sampling/" + wave.year() + "/frame";
    }

    /** A year chosen on any of the pages. */
    @GetMapping(path = "/sampling", params = "year")
    String chosen(@RequestParam int year) {
        return "redirect:/sampling/" + year + "/frame";
    }

    @GetMapping("/sampling/{year}/frame")
    String show(@PathVariable int year, @AuthenticationPrincipal SignedIn user, Model model, Locale locale) {
        Desk.View view = sampling.open(user, year, "frame", model, locale);
        Optional<StoredFrame> frame = frames.newest(view.wave().id());
        List<Unit> units = frame.map(f -> frames.units(f.id())).orElse(List.of());
        Map<String, String> towns = view.towns().stream()
                .collect(Collectors.toMap(NamedCode::code, town -> town.name(locale), (a, b) -> a));
        List<FrameSummary> strata = FrameSummary.by(Unit::stratum, units);
        List<FrameSummary> byTown = FrameSummary.by(Unit::town, units);
        model.addAttribute("strata", strata);
        model.addAttribute("mostOfStrata", most(strata));
        model.addAttribute("byTown", byTown);
        model.addAttribute("mostOfTowns", most(byTown));
        model.addAttribute("all", FrameSummary.by(unit -> "", units));
        model.addAttribute("townNames", towns);
        model.addAttribute(
                "located", units.stream().filter(u -> u.centre() != null).count());
        Map<StoredList, List<ListSummary>> imported = new LinkedHashMap<>();
        lists.newest(view.wave().id()).forEach(list -> imported.put(list, ListSummary.of(lists.members(list))));
        model.addAttribute("lists", imported);
        model.addAttribute("groups", sampling.groups(view, locale));
        model.addAttribute("today", LocalDate.now(clock));
        return "sampling/frame";
    }

    private static long most(List<FrameSummary> rows) {
        return rows.stream().mapToLong(FrameSummary::persons).max().orElse(0);
    }

    /** Imports a frame; where anything is wrong in it, everything wrong is told and nothing is stored. */
    @PostMapping("/sampling/{year}/frame")
    String add(
            @PathVariable int year,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Desk.View view = desk.open(user, year, model);
        FormInput input = new FormInput(fields, desk, locale);
        TableUpload upload = TableUpload.read(input, file);
        List<String> wrong = new ArrayList<>(input.problems());
        if (wrong.isEmpty()) {
            wrong.addAll(sampling.words(work.add(user, view.wave(), upload.origin(), upload.rows()), locale));
        }
        if (wrong.isEmpty()) {
            StoredFrame frame = frames.newest(view.wave().id()).orElseThrow();
            redirect.addFlashAttribute(
                    "told",
                    desk.text(locale, "frame.imported", frames.units(frame.id()).size()));
        } else {
            redirect.addFlashAttribute("wrong", wrong);
        }
        return "redirect:/sampling/" + year + "/frame";
    }
}
