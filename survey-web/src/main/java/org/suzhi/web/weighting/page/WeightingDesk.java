package org.suzhi.web.weighting.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.supervision.Desk;
import org.suzhi.web.weighting.WeightingVariable;
import org.suzhi.web.weighting.WeightingVariables;

/** What every weighting page needs: the wave, and the names of its variables. */
@Component
class WeightingDesk {
    private final Desk desk;
    private final Fieldwork fieldwork;
    private final WeightingVariables variables;

    WeightingDesk(Desk desk, Fieldwork fieldwork, WeightingVariables variables) {
        this.desk = desk;
        this.fieldwork = fieldwork;
        this.variables = variables;
    }

    /** Names of variables and levels in the reader's language. */
    record Names(Map<String, WeightingVariable> variables, Locale locale) {
        public String variable(String name) {
            WeightingVariable known = variables.get(name);
            return known == null ? name : known.label(locale);
        }

        public String level(String variable, String code) {
            WeightingVariable known = variables.get(variable);
            return known == null ? code : known.level(code, locale);
        }

        public String margin(List<String> names) {
            return String.join(" × ", names.stream().map(this::variable).toList());
        }

        public String cell(List<String> names, List<String> levels) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                words.add(level(names.get(i), levels.get(i)));
            }
            return String.join(" × ", words);
        }
    }

    /** Opens a page on the wave of a year. */
    Desk.View open(SignedIn user, int year, String here, Model model, Locale locale) {
        Right.RUN_WAVES.require(user);
        Desk.View view = desk.open(user, year, model);
        model.addAttribute("here", here);
        model.addAttribute("names", names(view.wave(), locale));
        return view;
    }

    Names names(Wave wave, Locale locale) {
        Map<String, WeightingVariable> named = new LinkedHashMap<>(variables.of(wave));
        List<String> lists = fieldwork.lists(wave.id());
        if (!lists.isEmpty()) {
            List<NamedCode> frames = new ArrayList<>(fieldwork.groups(wave.surveyId()));
            frames.add(new NamedCode(
                    "areas",
                    text(Locale.SIMPLIFIED_CHINESE, "weights.frame.areas"),
                    text(Locale.ENGLISH, "weights.frame.areas")));
            named.put("frame", ofLists("frame", frames));
            named.put("frames", ofLists("frames", List.of()));
        }
        return new Names(named, locale);
    }

    /** A column that rows have where persons were drawn from lists. */
    private WeightingVariable ofLists(String name, List<NamedCode> levels) {
        String key = "weights." + name;
        return new WeightingVariable(
                name, text(Locale.SIMPLIFIED_CHINESE, key), text(Locale.ENGLISH, key), levels, List.of());
    }

    String text(Locale locale, String key, Object... arguments) {
        return desk.text(locale, key, arguments);
    }
}
