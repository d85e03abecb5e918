package org.suzhi.web.sampling.page;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.suzhi.sampling.SamplingProblem;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.StratumNames;
import org.suzhi.web.sampling.Frames;
import org.suzhi.web.supervision.Desk;

/** What every sampling page needs: the wave, its frame. */
@Component
class SamplingDesk {
    private static final int LONGEST_GROUP = 34;
    private static final int MOST_PROBLEMS_SHOWN = 200;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Desk desk;
    private final Fieldwork fieldwork;
    private final Frames frames;
    private final StratumNames strata;
    private final Clock clock;

    SamplingDesk(Desk desk, Fieldwork fieldwork, Frames frames, StratumNames strata, Clock clock) {
        this.desk = desk;
        this.fieldwork = fieldwork;
        this.frames = frames;
        this.strata = strata;
        this.clock = clock;
    }

    /** Opens a page on the wave of a year. */
    Desk.View open(SignedIn user, int year, String here, Model model, Locale locale) {
        Desk.View view = desk.open(user, year, model);
        model.addAttribute("here", here);
        model.addAttribute("stratumNames", strata.of(view.survey().id(), locale));
        model.addAttribute("frame", frames.newest(view.wave().id()).orElse(null));
        return view;
    }

    /** The names of the groups that a list can hold, by code: those whose code leaves room for the number of a case. */
    Map<String, String> groups(Desk.View view, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        fieldwork.groups(view.wave().surveyId()).stream()
                .filter(group -> group.code().length() <= LONGEST_GROUP)
                .forEach(group -> names.put(group.code(), group.name(locale)));
        return names;
    }

    /** What is wrong in a frame or plan, a sentence each; beyond the most, how many more there are. */
    List<String> words(List<SamplingProblem> problems, Locale locale) {
        List<String> words = new ArrayList<>(problems.stream()
                .limit(MOST_PROBLEMS_SHOWN)
                .map(problem -> problem.line(locale))
                .toList());
        if (problems.size() > MOST_PROBLEMS_SHOWN) {
            words.add(desk.text(locale, "file.problems-more", problems.size() - MOST_PROBLEMS_SHOWN));
        }
        return words;
    }

    /** A moment to the minute, in the time of the server. */
    public String minute(Instant at) {
        return MINUTE.withZone(clock.getZone()).format(at);
    }
}
