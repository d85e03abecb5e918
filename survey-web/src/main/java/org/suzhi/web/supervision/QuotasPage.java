package org.suzhi.web.supervision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Quotas;
import org.suzhi.web.fieldwork.Quotas.Quota;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.WaveWork;

/** Responses wanted by town and group. */
@Controller
class QuotasPage {
    private static final int MOST = 1_000_000;

    private final Desk desk;
    private final Quotas quotas;
    private final Fieldwork fieldwork;
    private final WaveWork work;

    QuotasPage(Desk desk, Quotas quotas, Fieldwork fieldwork, WaveWork work) {
        this.desk = desk;
        this.quotas = quotas;
        this.fieldwork = fieldwork;
        this.work = work;
    }

    @GetMapping("/fieldwork/quotas")
    String show(
            @RequestParam(required = false) @Nullable Integer year,
            @AuthenticationPrincipal SignedIn user,
            Model model) {
        Desk.View view = desk.open(user, year, model);
        Map<String, Integer> wanted = new HashMap<>();
        quotas.of(view.wave().id()).forEach(q -> wanted.put(field(q.townCode(), q.groupCode()), q.target()));
        model.addAttribute("towns", view.towns());
        model.addAttribute("groups", fieldwork.groups(view.survey().id()));
        model.addAttribute("wanted", wanted);
        return "fieldwork/quotas";
    }

    static String field(String town, String group) {
        return town + ":" + group;
    }

    @PostMapping("/fieldwork/quotas")
    String set(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Right.RUN_WAVES.require(user);
        Desk.View view = desk.open(user, year, model);
        List<String> problems = new ArrayList<>();
        List<Quota> wanted = new ArrayList<>();
        for (NamedCode town : view.towns()) {
            for (String group : groupCodes(view)) {
                String value = new FormInput(fields, desk, locale).text(field(town.code(), group));
                if (value.matches("\\d{1,7}") && Integer.parseInt(value) <= MOST) {
                    wanted.add(new Quota(town.code(), group, Integer.parseInt(value)));
                } else if (!value.isEmpty()) {
                    problems.add(desk.text(locale, "quotas.no-count", town.name(locale), value));
                }
            }
        }
        if (problems.isEmpty()) {
            work.setQuotas(user, view.wave().id(), wanted);
            redirect.addFlashAttribute("told", desk.text(locale, "quotas.set"));
        } else {
            redirect.addFlashAttribute("wrong", problems);
        }
        redirect.addAttribute("year", view.wave().year());
        return "redirect:/fieldwork/quotas";
    }

    private List<String> groupCodes(Desk.View view) {
        List<String> codes = new ArrayList<>(List.of(Quotas.WHOLE_TOWN));
        fieldwork.groups(view.survey().id()).forEach(group -> codes.add(group.code()));
        return codes;
    }

    @PostMapping("/fieldwork/quotas/invited")
    String setToInvited(
            @RequestParam(required = false) @Nullable Integer year,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Desk.View view = desk.open(user, year, model);
        work.setQuotasToInvited(user, view.wave().id());
        redirect.addFlashAttribute("told", desk.text(locale, "quotas.set"));
        redirect.addAttribute("year", view.wave().year());
        return "redirect:/fieldwork/quotas";
    }
}
