package org.suzhi.web.division.page;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.division.DivisionWork;
import org.suzhi.web.division.Evidence;
import org.suzhi.web.division.NewValue;
import org.suzhi.web.division.PlanTarget;
import org.suzhi.web.division.TargetValue;
import org.suzhi.web.division.Values;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.questionnaire.UploadedFile;
import org.suzhi.web.supervision.Desk;
import org.suzhi.web.supervision.FormInput;

/** A target with all its values; where those who may enter and withdraw them. */
@Controller
class TargetPage {
    private static final int LONGEST_NOTE = 200;
    private static final String NOTHING = "division/nothing";
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private final PlanDesk plan;
    private final Desk desk;
    private final DivisionWork work;

    TargetPage(PlanDesk plan, Desk desk, DivisionWork work) {
        this.plan = plan;
        this.desk = desk;
        this.work = work;
    }

    /** A value of the list, in the reader's language; "" as the town of the whole. */
    record ValueLine(TargetValue value, String text, String town) {}

    @GetMapping("/division/targets/{key}")
    String show(
            @PathVariable String key, @AuthenticationPrincipal @Nullable SignedIn user, Model model, Locale locale) {
        Optional<PlanDesk.View> opened = plan.open(user, model, locale);
        if (opened.isEmpty()) {
            return NOTHING;
        }
        PlanReading reading = opened.get().reading();
        PlanTarget target = target(reading, key);
        List<TargetValue> values = reading.values().stream()
                .filter(value -> value.targetKey().equals(key))
                .toList();
        model.addAttribute("plan", target);
        model.addAttribute("t", reading.target(target));
        reading.division().actions().stream()
                .filter(action -> target.action() != null && action.number() == target.action())
                .findFirst()
                .ifPresent(action -> model.addAttribute("action", reading.action(action)));
        model.addAttribute(
                "values", values.stream().map(v -> line(reading, target, v)).toList());
        townsBeyond(target, values).ifPresent(sum -> model.addAttribute("townsBeyond", sum));
        model.addAttribute("towns", reading.towns());
        model.addAttribute("rule", Values.rule(target.measure()));
        model.addAttribute("today", reading.today().toString());
        model.addAttribute("endings", String.join(", ", Evidence.endings()));
        model.addAttribute(
                "accept", Evidence.endings().stream().map(e -> "." + e).collect(Collectors.joining(",")));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of());
        }
        return "division/target";
    }

    private static PlanTarget target(PlanReading reading, String key) {
        return reading.division().target(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ValueLine line(PlanReading reading, PlanTarget target, TargetValue value) {
        return new ValueLine(
                value,
                reading.words().value(target.measure(), value.value()),
                value.isOfTheWhole() ? "" : reading.townName(value.town()));
    }

    /** What the towns' newest counts add up to, where that is more than the whole's. */
    private static Optional<Long> townsBeyond(PlanTarget target, List<TargetValue> values) {
        if (target.measure() != PlanTarget.Measure.COUNT) {
            return Optional.empty();
        }
        Set<String> seen = new HashSet<>();
        double sum = 0;
        double whole = Double.POSITIVE_INFINITY;
        for (TargetValue value : values) {
            if (!value.isWithdrawn() && seen.add(value.town())) {
                sum += value.isOfTheWhole() ? 0 : value.value();
                whole = value.isOfTheWhole() ? value.value() : whole;
            }
        }
        return sum > whole ? Optional.of((long) sum) : Optional.empty();
    }

    /** Enters a value; where anything is wrong, all of it is told and nothing is stored. */
    @PostMapping("/division/targets/{key}")
    String enter(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile evidence,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        Right.RUN_WAVES.require(user);
        PlanDesk.View view =
                plan.view(desk.survey(), locale).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        PlanTarget target = target(view.reading(), key);
        if (!target.isEntered()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        FormInput input = new FormInput(fields, desk, locale);
        Optional<Double> value = Values.of(input.text("value"), target.measure());
        if (value.isEmpty()) {
            input.wrong("division.value." + Values.rule(target.measure()), input.text("value"));
        }
        int wrongBefore = input.problems().size();
        LocalDate asOf = input.date("as-of");
        boolean dated = input.problems().size() == wrongBefore;
        if (dated && (asOf.isAfter(work.today()) || asOf.isBefore(EARLIEST))) {
            input.wrong(
                    "division.value.date",
                    asOf.toString(),
                    EARLIEST.toString(),
                    work.today().toString());
        }
        String town = input.text("town");
        if (!town.isEmpty()
                && view.reading().towns().stream().map(NamedCode::code).noneMatch(town::equals)) {
            input.wrong("division.value.town", town);
        }
        String note = Optional.ofNullable(input.optional("note", LONGEST_NOTE)).orElse("");
        Optional<Evidence> file = evidence(evidence, input);
        if (input.problems().isEmpty() && value.isPresent() && file.isPresent()) {
            work.enter(user, view.survey(), new NewValue(key, town, value.get(), asOf, note, file.get()));
            redirect.addFlashAttribute("told", desk.text(locale, "division.value.entered"));
        } else {
            redirect.addFlashAttribute("wrong", input.problems());
            redirect.addFlashAttribute("typed", fields.toSingleValueMap());
        }
        return "redirect:/division/targets/" + key;
    }

    private static Optional<Evidence> evidence(@Nullable MultipartFile file, FormInput input) {
        if (file == null || file.isEmpty()) {
            input.wrong("division.evidence.none");
            return Optional.empty();
        }
        String name = UploadedFile.name(file);
        if (file.getSize() > Evidence.MOST_BYTES) {
            input.wrong("division.evidence.too-large", name, Evidence.MOST_BYTES >> 20);
            return Optional.empty();
        }
        Optional<Evidence> evidence = Evidence.of(name, UploadedFile.bytes(file));
        if (evidence.isEmpty()) {
            input.wrong("division.evidence.kind", name, String.join(", ", Evidence.endings()));
        }
        return evidence;
    }

    @PostMapping("/division/values/{id}/withdraw")
    String withdraw(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        Right.RUN_WAVES.require(user);
        PlanDesk.View view =
                plan.view(desk.survey(), locale).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        TargetValue value = view.reading().values().stream()
                .filter(v -> v.id() == id)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        FormInput input = new FormInput(fields, desk, locale);
        String reason = input.required("reason", LONGEST_NOTE);
        if (!input.problems().isEmpty()) {
            redirect.addFlashAttribute("wrong", input.problems());
        } else if (work.withdraw(user, view.survey(), id, reason)) {
            redirect.addFlashAttribute("told", desk.text(locale, "division.value.withdrawn"));
        } else {
            redirect.addFlashAttribute("wrong", List.of(desk.text(locale, "division.value.withdrawn-already")));
        }
        return "redirect:/division/targets/" + value.targetKey();
    }

    /** The file behind a value, always as a download: it came from outside. */
    @GetMapping("/division/evidence/{id}")
    ResponseEntity<byte[]> evidence(@PathVariable long id, @AuthenticationPrincipal SignedIn user) {
        Evidence evidence = work.evidence(user, desk.survey(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(evidence.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(evidence.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(evidence.content());
    }
}
