package org.suzhi.web.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Survey;

/** The page on which a report is asked for, and the reports. */
@Controller
class ReportPages {
    private final Reports reports;
    private final ReportWriter writer;
    private final ReportTemplates templates;
    private final Fieldwork fieldwork;
    private final MessageSource messages;
    private final Clock clock;

    ReportPages(
            Reports reports,
            ReportWriter writer,
            ReportTemplates templates,
            Fieldwork fieldwork,
            MessageSource messages,
            Clock clock) {
        this.reports = reports;
        this.writer = writer;
        this.templates = templates;
        this.fieldwork = fieldwork;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The template of a language.
     *
     * @param own whether the office has given it
     */
    record TemplateLine(String language, boolean own, String words) {}

    @GetMapping("/reports")
    String page(Model model, Locale locale) {
        model.addAllAttributes(offered(locale));
        return "reports";
    }

    @GetMapping("/reports/file")
    ResponseEntity<byte[]> report(
            @RequestParam String kind,
            @RequestParam int year,
            @RequestParam String format,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String addressee,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            Locale locale) {
        ReportFormat as = ReportFormat.of(format).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ReportRequest request = new ReportRequest(
                ReportRequest.Kind.of(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                year,
                Subject.of(on).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                locale,
                new Letterhead(
                        issuer.strip(), number.strip(), addressee.strip(), date == null ? LocalDate.now(clock) : date));
        byte[] bytes = reports.write(request, as);
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(kind + "-" + year + request.subject().suffix() + "." + as.extension())
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, as.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(bytes);
    }

    @ExceptionHandler(ReportRefused.class)
    ModelAndView refused(ReportRefused refused, Locale locale) {
        ModelAndView page = new ModelAndView("reports", HttpStatus.NOT_FOUND);
        page.addObject("told", messages.getMessage(refused.key(), new Object[] {refused.got()}, locale));
        page.getModelMap().addAllAttributes(offered(locale));
        return page;
    }

    private Map<String, Object> offered(Locale locale) {
        return Map.of(
                "years",
                writer.years(),
                "missing",
                writer.missing().key(),
                "towns",
                writer.towns(),
                "units",
                writer.units(locale),
                "templates",
                ReportTemplates.LANGUAGES.stream()
                        .map(language -> template(language, locale))
                        .toList(),
                "today",
                LocalDate.now(clock),
                "formats",
                List.of(ReportFormat.values()),
                "synthetic",
                fieldwork.survey().map(Survey::synthetic).orElse(false));
    }

    private TemplateLine template(String language, Locale locale) {
        return templates
                .uploaded(language)
                .map(t -> new TemplateLine(
                        language,
                        true,
                        messages.getMessage(
                                "report.template.uploaded",
                                new Object[] {
                                    t.name(),
                                    t.uploadedBy(),
                                    LocalDate.ofInstant(t.uploadedAt(), clock.getZone())
                                            .toString()
                                },
                                locale)))
                .orElseGet(() -> new TemplateLine(
                        language, false, messages.getMessage("report.template.built-in", null, locale)));
    }
}
