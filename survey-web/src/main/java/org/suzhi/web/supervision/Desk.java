package org.suzhi.web.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.Role;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.FileProblem;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.questionnaire.Questionnaires;

/** What every fieldwork page needs: the survey, the wave that is looked at, the towns that the user may see. */
@Component
public class Desk {
    private final Fieldwork fieldwork;
    private final Questionnaires questionnaires;
    private final Accounts accounts;
    private final MessageSource messages;
    private final Clock clock;
    final String psuItem;

    Desk(
            Fieldwork fieldwork,
            Questionnaires questionnaires,
            Accounts accounts,
            MessageSource messages,
            Clock clock,
            @Value("${suzhi.headline.psu}") String psuItem) {
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
        this.psuItem = psuItem;
    }

    /**
     * The view of one user on one wave.
     *
     * @param towns that the user looks after; for all but supervisors all towns
     */
    public record View(Survey survey, Wave wave, List<NamedCode> towns) {
        public View {
            towns = List.copyOf(towns);
        }

        public Set<String> townCodes() {
            return towns.stream().map(NamedCode::code).collect(Collectors.toSet());
        }
    }

    /** Opens a page on a wave, the newest where no year is given. */
    public View open(SignedIn user, @Nullable Integer year, Model model) {
        Survey survey = survey();
        List<Wave> waves = fieldwork.waves(survey.id()).stream()
                .sorted(Comparator.comparing(Wave::year).reversed())
                .toList();
        Wave wave = waves.stream()
                .filter(w -> year == null || w.year() == year)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("synthetic", survey.synthetic());
        model.addAttribute("years", waves.stream().map(Wave::year).toList());
        model.addAttribute("wave", wave);
        model.addAttribute("mayRunCases", Right.RUN_CASES.of(user));
        model.addAttribute("mayRunWaves", Right.RUN_WAVES.of(user));
        model.addAttribute("maySeeContacts", Right.SEE_CONTACTS.of(user));
        model.addAttribute("linkUntil", linkUntil(wave));
        model.addAttribute("zone", clock.getZone());
        return new View(survey, wave, towns(user, survey));
    }

    /** What a link is valid until unless told otherwise: a month, but not longer than the wave or its labels last. */
    private LocalDate linkUntil(Wave wave) {
        LocalDate until = LocalDate.now(clock).plusDays(30);
        for (LocalDate last :
                new @Nullable LocalDate[] {wave.closesOn(), wave.labels().validUntil()}) {
            until = last != null && last.isBefore(until) ? last : until;
        }
        return until;
    }

    public Survey survey() {
        return fieldwork.survey().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<NamedCode> towns(SignedIn user, Survey survey) {
        List<NamedCode> towns = fieldwork.towns(survey.id());
        if (user.role() != Role.SUPERVISOR) {
            return towns;
        }
        List<String> own = accounts.towns(user.id());
        return towns.stream().filter(town -> own.contains(town.code())).toList();
    }

    /** Name of a PSU as the questionnaire offers it, else its code. */
    public String psuName(Wave wave, String code, Locale locale) {
        var names = questionnaires.get(wave.questionnaireVersionId()).choices(psuItem);
        return names.containsKey(code) ? names.get(code).in(locale) : code;
    }

    /** The PSUs of those towns with their names, by code. */
    Map<String, String> psus(View view, Locale locale) {
        Set<String> towns = view.townCodes();
        Map<String, String> psus = new LinkedHashMap<>();
        fieldwork.psuTowns(view.wave().id()).forEach((psu, town) -> {
            if (towns.contains(town)) {
                psus.put(psu, psuName(view.wave(), psu, locale));
            }
        });
        return psus;
    }

    /** Those whom cases can be given to. */
    List<Accounts.Account> surveyors() {
        return accounts.all().stream()
                .filter(a -> a.active() && (a.role() == Role.SURVEYOR || a.role() == Role.SUPERVISOR))
                .toList();
    }

    public String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** What is wrong in a file, a sentence each; beyond the most, how many more there are. */
    public List<String> words(List<FileProblem> problems, int most, Locale locale) {
        List<String> words = new ArrayList<>();
        for (FileProblem problem : problems.subList(0, Math.min(most, problems.size()))) {
            words.add(text(
                    locale,
                    "file.problem",
                    String.valueOf(problem.row()),
                    text(locale, problem.key(), problem.column(), problem.got())));
        }
        if (problems.size() > most) {
            words.add(text(locale, "file.problems-more", problems.size() - most));
        }
        return words;
    }
}
