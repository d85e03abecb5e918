package org.suzhi.web.supervision;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.CaseStatus;
import org.suzhi.web.fieldwork.CaseWork;
import org.suzhi.web.fieldwork.Links;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.SurveyCase;

/** Makes respondents' links and shows them, this once, on a sheet to be printed. */
@Controller
class LinksPage {
    private static final int MOST = 500;

    private final Desk desk;
    private final CaseWork work;
    private final Links links;
    private final Clock clock;
    private final String publicAddress;

    LinksPage(
            Desk desk,
            CaseWork work,
            Links links,
            Clock clock,
            @Value("${suzhi.public-address:}") String publicAddress) {
        this.desk = desk;
        this.work = work;
        this.links = links;
        this.clock = clock;
        this.publicAddress = publicAddress.replaceFirst("/+$", "");
    }

    /** One respondent's link as printed. */
    record Slip(String code, String address, QrCode image) {}

    @PostMapping("/fieldwork/links")
    @Transactional
    public String make(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable List<Long> ids,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            jakarta.servlet.http.HttpServletResponse response,
            Model model,
            Locale locale) {
        Right.RUN_CASES.require(user);
        Desk.View view = desk.open(user, year, model);
        FormInput input = new FormInput(fields, desk, locale);
        LocalDate until = input.date("validUntil");
        if (input.problems().isEmpty() && until.isBefore(LocalDate.now(clock))) {
            input.wrong("links.in-the-past", String.valueOf(until));
        }
        List<SurveyCase> open = ids == null
                ? List.of()
                : ids.stream()
                        .distinct()
                        .limit(MOST)
                        .flatMap(id -> work.find(user, id).stream())
                        .filter(c -> c.status() == CaseStatus.OPEN)
                        .toList();
        if (open.isEmpty()) {
            input.wrong("links.none");
        }
        List<Slip> slips = new ArrayList<>();
        if (input.problems().isEmpty()) {
            String front = front(request);
            for (SurveyCase c : open) {
                String address = front + "/r/" + links.issue(user.id(), c.id(), until);
                slips.add(new Slip(c.code(), address, QrCode.of(address)));
            }
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("wrong", input.problems());
        model.addAttribute("slips", slips);
        model.addAttribute("until", until);
        model.addAttribute("survey", view.survey());
        return "fieldwork/links";
    }

    private String front(HttpServletRequest request) {
        return publicAddress.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : publicAddress;
    }
}
