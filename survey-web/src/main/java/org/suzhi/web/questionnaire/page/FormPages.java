package org.suzhi.web.questionnaire.page;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.response.FormDraft;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.questionnaire.Draft;
import org.suzhi.web.questionnaire.Drafts;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;
import org.suzhi.web.questionnaire.Questionnaires;
import org.suzhi.web.questionnaire.SurveyName;
import org.suzhi.web.questionnaire.UploadedFile;

/** The published questionnaires, and the way of a workbook to one of them: hand in, look, publish. */
@Controller
class FormPages {
    private final Questionnaires questionnaires;
    private final Drafts drafts;
    private final Clock clock;

    FormPages(Questionnaires questionnaires, Drafts drafts, Clock clock) {
        this.questionnaires = questionnaires;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping("/forms")
    String list(Model model) {
        List<SurveyName> surveys = questionnaires.surveys();
        model.addAttribute("versions", questionnaires.list());
        model.addAttribute("zone", clock.getZone());
        model.addAttribute("synthetic", surveys.stream().anyMatch(SurveyName::synthetic));
        return "forms";
    }

    @GetMapping("/forms/{id}.xml")
    ResponseEntity<byte[]> xform(@PathVariable long id) {
        PublishedQuestionnaire form =
                questionnaires.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(form.formId() + "-" + form.version() + ".xml", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(form.xform().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/forms")
    String handIn(
            @RequestParam(required = false) @Nullable MultipartFile workbook,
            @RequestParam(required = false) @Nullable List<MultipartFile> media,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes told) {
        if (workbook == null || workbook.isEmpty()) {
            told.addFlashAttribute("wrong", "forms.no-workbook");
            return "redirect:/forms";
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        String unsafe = read(media, files);
        if (unsafe != null) {
            told.addFlashAttribute("wrong", "forms.unsafe-name").addFlashAttribute("got", unsafe);
            return "redirect:/forms";
        }
        String name = UploadedFile.name(workbook);
        return "redirect:/forms/drafts/" + drafts.save(user.id(), name, UploadedFile.bytes(workbook), files);
    }

    @GetMapping("/forms/drafts/{id}")
    String draft(@PathVariable long id, @AuthenticationPrincipal SignedIn user, Model model, Locale locale) {
        Draft draft = own(id, user);
        Drafts.Checked checked = drafts.check(draft);
        FormDraft form = checked.form();
        DraftPage page = form == null || form.form().isEmpty()
                ? DraftPage.of(draft.fileName(), checked.problems(), locale)
                : DraftPage.of(
                        draft.fileName(), checked.problems(), form, form.form().get(), locale);
        List<SurveyName> surveys = questionnaires.surveys();
        model.addAttribute("page", page);
        model.addAttribute("draft", draft);
        model.addAttribute("unused", checked.unused());
        model.addAttribute("surveys", surveys);
        model.addAttribute("synthetic", surveys.stream().anyMatch(SurveyName::synthetic));
        return "form-draft";
    }

    @PostMapping("/forms/drafts/{id}/files")
    String addFiles(
            @PathVariable long id,
            @RequestParam List<MultipartFile> media,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes told) {
        Draft draft = own(id, user);
        Map<String, byte[]> files = new LinkedHashMap<>();
        String unsafe = read(media, files);
        if (unsafe != null) {
            told.addFlashAttribute("wrong", "forms.unsafe-name").addFlashAttribute("got", unsafe);
        } else {
            drafts.add(draft, files);
        }
        return "redirect:/forms/drafts/" + id;
    }

    @PostMapping("/forms/drafts/{id}/publish")
    String publish(
            @PathVariable long id,
            @RequestParam String version,
            @RequestParam long survey,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes told) {
        Draft draft = own(id, user);
        if (!drafts.check(draft).publishable()) {
            return "redirect:/forms/drafts/" + id;
        }
        Drafts.Outcome outcome = drafts.publish(user.id(), survey, draft, version.strip());
        boolean done = outcome == Drafts.Outcome.PUBLISHED || outcome == Drafts.Outcome.SAME;
        told.addFlashAttribute(done ? "done" : "wrong", "forms." + outcome.code())
                .addFlashAttribute("got", version.strip());
        return done ? "redirect:/forms" : "redirect:/forms/drafts/" + id;
    }

    /** Too much, or cut off on the way. */
    @ExceptionHandler(MultipartException.class)
    String unreadable() {
        return "redirect:/forms?upload";
    }

    private Draft own(long id, SignedIn user) {
        return drafts.find(id, user.id()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Reads files by name; returns the first name that cannot be one, if any. */
    private static @Nullable String read(@Nullable List<MultipartFile> media, Map<String, byte[]> files) {
        for (MultipartFile file : media == null ? List.<MultipartFile>of() : media) {
            String name = UploadedFile.name(file);
            if (!file.isEmpty() && !UploadedFile.isSafe(name)) {
                return name;
            }
            if (!file.isEmpty()) {
                files.put(name, UploadedFile.bytes(file));
            }
        }
        return null;
    }
}
