package org.suzhi.web.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.questionnaire.UploadedFile;

/** Where an office takes the Word template, and gives its own. */
@Controller
class TemplatePages {
    private static final String PAGE = "redirect:/reports#template";
    private static final int LONGEST_NAME = 120;

    private final ReportTemplates templates;
    private final MessageSource messages;

    TemplatePages(ReportTemplates templates, MessageSource messages) {
        this.templates = templates;
        this.messages = messages;
    }

    @GetMapping("/reports/template/{language}.docx")
    ResponseEntity<byte[]> download(@PathVariable String language) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, ReportFormat.DOCX.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("template-" + known(language) + ".docx")
                                .build()
                                .toString())
                .body(templates.content(language));
    }

    @PostMapping("/reports/template")
    String upload(
            @RequestParam String language,
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        List<TemplateCheck.Wrong> wrong = templates.use(user, known(language), name(file), UploadedFile.bytes(file));
        if (wrong.isEmpty()) {
            redirect.addFlashAttribute("templateTold", text("report.template.used", locale));
        } else {
            redirect.addFlashAttribute(
                    "wrong",
                    wrong.stream().map(w -> text(w.key(), locale, w.got())).toList());
        }
        return PAGE;
    }

    @PostMapping("/reports/template/built-in")
    String builtIn(
            @RequestParam String language,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        templates.useBuiltIn(user, known(language));
        redirect.addFlashAttribute("templateTold", text("report.template.built-in-used", locale));
        return PAGE;
    }

    private static String known(String language) {
        return Optional.of(language)
                .filter(ReportTemplates.LANGUAGES::contains)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String name(MultipartFile file) {
        String name = UploadedFile.name(file);
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private String text(String key, Locale locale, Object... got) {
        return messages.getMessage(key, got, locale);
    }
}
