package org.suzhi.web.supervision;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.sample.DomainFacts;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.SurveySetup;
import org.suzhi.web.fieldwork.SurveyWork;
import org.suzhi.web.fieldwork.TownFile;
import org.suzhi.web.publication.ContextLine;
import org.suzhi.web.publication.NationalSurvey;
import org.suzhi.web.publication.PublishedElsewhere;
import org.suzhi.web.questionnaire.UploadedFile;

/** Where the survey itself is set up: names, target, groups, towns. */
@Controller
class SurveyPage {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_PROBLEMS_SHOWN = 200;
    private static final String CODE = "[A-Za-z0-9._-]{1,40}";
    private static final List<String> OPERATORS = List.of(">", ">=", "==");

    private final Desk desk;
    private final Fieldwork fieldwork;
    private final SurveyWork work;
    private final PublishedElsewhere elsewhere;

    SurveyPage(Desk desk, Fieldwork fieldwork, SurveyWork work, PublishedElsewhere elsewhere) {
        this.desk = desk;
        this.fieldwork = fieldwork;
        this.work = work;
        this.elsewhere = elsewhere;
    }

    @GetMapping("/survey")
    String show(Model model) {
        return show(SurveyForm.of(work.current()), model);
    }

    private String show(SurveyForm form, Model model) {
        List<ContextLine.Point> national = NationalSurvey.line().points();
        model.addAttribute("form", form);
        model.addAttribute("operators", OPERATORS);
        model.addAttribute("points", national.size());
        model.addAttribute("first", String.valueOf(national.get(0).year()));
        model.addAttribute(
                "last", String.valueOf(national.get(national.size() - 1).year()));
        model.addAttribute("exists", fieldwork.survey().isPresent());
        model.addAttribute("synthetic", form.synthetic());
        return "survey";
    }

    @PostMapping("/survey")
    String save(
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        FormInput input = new FormInput(fields, desk, locale);
        SurveyForm form = SurveyForm.of(input, fields);
        List<NamedCode> towns = towns(form.towns(), file, input, locale);
        input.required("name-zh", LONGEST_NAME);
        input.required("name-en", LONGEST_NAME);
        if (!form.code().matches(CODE)) {
            input.wrong("survey.bad-code", form.code());
        }
        if (!OPERATORS.contains(form.operator())) {
            input.wrong("survey.bad-operator", form.operator());
        }
        double value = input.number("target-value", 0, 100);
        int deadline = (int) input.number("deadline", 2000, 2100);
        check(form.groups(), "survey.group", input);
        check(towns, "survey.town", input);
        usedTowns(towns, input);
        if (!input.problems().isEmpty()) {
            model.addAttribute("wrong", input.problems());
            return show(form, model);
        }
        boolean isNew = fieldwork.survey().isEmpty();
        work.save(
                user,
                new SurveySetup(
                        form.code(),
                        form.nameZh(),
                        form.nameEn(),
                        form.synthetic(),
                        towns,
                        form.groups(),
                        new SurveySetup.Target(
                                DomainFacts.literacyTarget().key(), form.operator(), value / 100, deadline)));
        if (isNew && form.national()) {
            elsewhere.replaceLines(user, desk.survey().id(), List.of(NationalSurvey.line()));
        }
        redirect.addFlashAttribute("told", desk.text(locale, "survey.saved"));
        return "redirect:/survey";
    }

    /** The typed towns, with those of the file added or renamed. */
    private List<NamedCode> towns(List<NamedCode> typed, @Nullable MultipartFile file, FormInput input, Locale locale) {
        if (file == null || file.isEmpty()) {
            return typed;
        }
        TownFile read = TownFile.read(UploadedFile.bytes(file));
        desk.words(read.problems(), MOST_PROBLEMS_SHOWN, locale).forEach(input::wrongWords);
        Map<String, NamedCode> towns = new LinkedHashMap<>();
        typed.forEach(town -> towns.put(town.code(), town));
        read.towns().forEach(town -> towns.merge(town.code(), town, (old, fresh) -> named(fresh) ? fresh : old));
        return List.copyOf(towns.values());
    }

    /** A frame gives its towns no names but their codes. */
    private static boolean named(NamedCode town) {
        return !town.nameZh().equals(town.code());
    }

    private void check(List<NamedCode> rows, String key, FormInput input) {
        Set<String> seen = new HashSet<>();
        for (NamedCode row : rows) {
            if (!row.code().matches(CODE)) {
                input.wrong(key + ".bad-code", row.code());
            }
            if (!seen.add(row.code())) {
                input.wrong(key + ".twice", row.code());
            }
            if (row.nameZh().isEmpty() || row.nameEn().isEmpty()) {
                input.wrong(key + ".no-name", row.code());
            }
        }
    }

    /** A town in which a wave has sampled units stays. */
    private void usedTowns(List<NamedCode> towns, FormInput input) {
        Set<String> kept = new HashSet<>(towns.stream().map(NamedCode::code).toList());
        fieldwork.survey().map(Survey::id).map(fieldwork::waves).orElse(List.of()).stream()
                .flatMap(wave -> fieldwork.psuTowns(wave.id()).values().stream())
                .distinct()
                .filter(town -> !kept.contains(town))
                .forEach(town -> input.wrong("survey.town-in-use", town));
    }
}
