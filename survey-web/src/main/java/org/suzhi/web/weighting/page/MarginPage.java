package org.suzhi.web.weighting.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.microdata.Extract;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.extract.WaveExtract;
import org.suzhi.web.fieldwork.MarginCell;
import org.suzhi.web.fieldwork.MarginVersion;
import org.suzhi.web.fieldwork.MarginVersions;
import org.suzhi.web.questionnaire.Sha256;
import org.suzhi.web.questionnaire.UploadedFile;
import org.suzhi.web.supervision.Desk;
import org.suzhi.web.supervision.FormInput;
import org.suzhi.web.weighting.MarginFile;
import org.suzhi.web.weighting.MarginFit;
import org.suzhi.web.weighting.MarginView;
import org.suzhi.web.weighting.MarginWork;

/** The population totals of a wave: imported from a file, checked, looked at beside the sample. */
@Controller
class MarginPage {
    private static final int MOST_PROBLEMS_SHOWN = 100;
    private static final int LONGEST = 200;

    private final WeightingDesk weighting;
    private final Desk desk;
    private final MarginVersions margins;
    private final MarginWork work;
    private final Extracts extracts;

    MarginPage(WeightingDesk weighting, Desk desk, MarginVersions margins, MarginWork work, Extracts extracts) {
        this.weighting = weighting;
        this.desk = desk;
        this.margins = margins;
        this.work = work;
        this.extracts = extracts;
    }

    @GetMapping("/weights/{year}/margins")
    String show(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale) {
        Desk.View view = weighting.open(user, year, "margins", model, locale);
        List<MarginVersion> versions = margins.of(view.wave().id());
        Optional<MarginVersion> shown = versions.stream()
                .filter(v -> version == null ? v.inUse() : v.number() == version)
                .findFirst();
        if (version != null && shown.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<MarginCell> cells = shown.map(v -> margins.cells(v.id())).orElse(List.of());
        model.addAttribute("versions", versions);
        model.addAttribute("shown", shown.orElse(null));
        model.addAttribute(
                "sources", cells.stream().map(MarginCell::source).distinct().toList());
        model.addAttribute(
                "dates",
                cells.stream().map(MarginCell::asOf).distinct().sorted().toList());
        model.addAttribute("invented", cells.stream().anyMatch(MarginCell::synthetic));
        Optional<Extract> respondents = cells.isEmpty()
                ? Optional.empty()
                : extracts.ifReady(view.wave().id(), true)
                        .map(WaveExtract::table)
                        .filter(rows -> rows.rows() > 0);
        model.addAttribute("margins", MarginView.of(cells, respondents));
        model.addAttribute(
                "misfits",
                respondents.map(rows -> MarginFit.misfits(cells, rows, locale)).orElse(List.of()));
        return "weighting/margins";
    }

    /** Imports margins; where anything is wrong in them, everything wrong is told and nothing is stored. */
    @PostMapping("/weights/{year}/margins")
    String add(
            @PathVariable int year,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Desk.View view = weighting.open(user, year, "margins", model, locale);
        WeightingDesk.Names names = weighting.names(view.wave(), locale);
        FormInput input = new FormInput(fields, desk, locale);
        @Nullable String source = input.optional("source", LONGEST);
        @Nullable String note = input.optional("note", LONGEST);
        boolean synthetic = !input.text("synthetic").isEmpty();
        byte[] bytes = UploadedFile.bytes(file);
        MarginFile read = MarginFile.read(
                bytes,
                year,
                names.variables(),
                new MarginFile.Defaults(source == null ? "" : source, input.date("as-of"), synthetic));
        List<String> wrong = new ArrayList<>(input.problems());
        wrong.addAll(desk.words(read.problems(), MOST_PROBLEMS_SHOWN, locale));
        if (wrong.isEmpty()) {
            wrong.addAll(MarginFit.contradictions(read.cells(), locale));
        }
        if (!wrong.isEmpty()) {
            redirect.addFlashAttribute("wrong", wrong);
            return "redirect:/weights/" + year + "/margins";
        }
        MarginVersion version = work.add(
                user,
                view.wave().id(),
                new MarginVersions.Origin(
                        UploadedFile.nameOr(file, "margins"), Sha256.hex(bytes), note == null ? "" : note),
                read.cells());
        redirect.addFlashAttribute(
                "told",
                desk.text(
                        locale,
                        version.inUse() ? "margins.imported-in-use" : "margins.imported",
                        version.number(),
                        read.cells().size()));
        return "redirect:/weights/" + year + "/margins?version=" + version.number();
    }

    @PostMapping("/weights/{year}/margins/{number}/use")
    String use(
            @PathVariable int year,
            @PathVariable int number,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Desk.View view = weighting.open(user, year, "margins", model, locale);
        MarginVersion version = margins.of(view.wave().id()).stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        work.use(user, view.wave().id(), version.id());
        redirect.addFlashAttribute("told", desk.text(locale, "margins.used", number));
        return "redirect:/weights/" + year + "/margins";
    }
}
