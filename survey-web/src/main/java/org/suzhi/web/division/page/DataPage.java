package org.suzhi.web.division.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.division.DivisionFile;
import org.suzhi.web.division.DivisionReading;
import org.suzhi.web.division.DivisionWork;
import org.suzhi.web.division.StoredDivision;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.FileProblem;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.questionnaire.Sha256;
import org.suzhi.web.questionnaire.UploadedFile;
import org.suzhi.web.supervision.Desk;

/** Where a plan's division of work is loaded from its files. */
@Controller
class DataPage {
    private static final String PAGE = "redirect:/division/data";
    private static final int MOST_PROBLEMS_SHOWN = 100;

    private final PlanDesk plan;
    private final Desk desk;
    private final Fieldwork fieldwork;
    private final DivisionWork work;

    DataPage(PlanDesk plan, Desk desk, Fieldwork fieldwork, DivisionWork work) {
        this.plan = plan;
        this.desk = desk;
        this.fieldwork = fieldwork;
        this.work = work;
    }

    @GetMapping("/division/data")
    String show(@AuthenticationPrincipal SignedIn user, Model model, Locale locale) {
        if (fieldwork.survey().isEmpty()) {
            return "redirect:/fieldwork/start";
        }
        plan.open(user, model, locale).ifPresent(view -> model.addAttribute("stored", view.stored()));
        model.addAttribute("files", DivisionFile.values());
        return "division/data";
    }

    /** Checks the files; where anything is wrong in any of them, all of it is told and nothing is stored. */
    @PostMapping("/division/data")
    String load(
            HttpServletRequest request,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        Survey survey = desk.survey();
        Map<DivisionFile, byte[]> files = new EnumMap<>(DivisionFile.class);
        List<StoredDivision.Origin> origins = new ArrayList<>();
        MultiValueMap<String, MultipartFile> sent = request instanceof MultipartHttpServletRequest form
                ? form.getMultiFileMap()
                : new LinkedMultiValueMap<>();
        for (DivisionFile kind : DivisionFile.values()) {
            @Nullable MultipartFile file = sent.getFirst(kind.name().toLowerCase(Locale.ROOT));
            if (file != null && !file.isEmpty()) {
                byte[] bytes = UploadedFile.bytes(file);
                files.put(kind, bytes);
                origins.add(new StoredDivision.Origin(
                        kind, UploadedFile.nameOr(file, kind.usualName()), Sha256.hex(bytes)));
            }
        }
        List<String> wrong = load(user, survey, files, origins, locale);
        if (wrong.isEmpty()) {
            redirect.addFlashAttribute("told", desk.text(locale, "division.data.loaded"));
        } else {
            redirect.addFlashAttribute("wrong", wrong);
        }
        return PAGE;
    }

    private List<String> load(
            SignedIn user,
            Survey survey,
            Map<DivisionFile, byte[]> files,
            List<StoredDivision.Origin> origins,
            Locale locale) {
        if (!files.containsKey(DivisionFile.WORK)) {
            return List.of(desk.text(locale, "division.data.no-work"));
        }
        DivisionReading read = work.read(survey, files);
        List<String> wrong = words(read.problems(), locale);
        if (wrong.isEmpty()) {
            work.orphaned(survey, read.division())
                    .forEach(key -> wrong.add(desk.text(locale, "division.data.orphaned", key)));
        }
        if (wrong.isEmpty()) {
            work.load(user, survey, read.division(), origins);
        }
        return wrong;
    }

    private List<String> words(List<DivisionReading.Found> problems, Locale locale) {
        List<String> words = new ArrayList<>();
        for (DivisionReading.Found found : problems.subList(0, Math.min(MOST_PROBLEMS_SHOWN, problems.size()))) {
            FileProblem problem = found.problem();
            words.add(desk.text(
                    locale,
                    "division.data.problem",
                    found.file().usualName(),
                    String.valueOf(problem.row()),
                    desk.text(locale, problem.key(), problem.column(), problem.got())));
        }
        if (problems.size() > MOST_PROBLEMS_SHOWN) {
            words.add(desk.text(locale, "file.problems-more", problems.size() - MOST_PROBLEMS_SHOWN));
        }
        return words;
    }
}
