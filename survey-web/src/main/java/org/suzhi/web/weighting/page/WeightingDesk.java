package org.suzhi.web.weighting.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.StratumNames;
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
    private final StratumNames strata;

    WeightingDesk(Desk desk, Fieldwork fieldwork, WeightingVariables variables, StratumNames strata) {
        this.desk = desk;
        this.fieldwork = fieldwork;
        this.variables = variables;
        this.strata = strata;
    }

    /** What a column of the design, or one that the questionnaire calculates, is called, and its levels. */
    private record Column(String label, UnaryOperator<String> levels) {}

    /** Names of variables and levels in the reader's language. */
    record Names(Map<String, WeightingVariable> variables, Map<String, Column> columns, Locale locale) {
        public String variable(String name) {
            Column column = columns.get(name);
            if (column != null) {
                return column.label();
            }
            WeightingVariable known = variables.get(name);
            return known == null ? name : known.label(locale);
        }

        public String level(String variable, String code) {
            Column column = columns.get(variable);
            if (column != null) {
                return column.levels().apply(code);
            }
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

        /** Classes as results write them, {@code a, b + c, d}, with the names of their levels in place of the codes. */
        public String classes(List<String> names, String cells) {
            List<String> labels = new ArrayList<>();
            for (String cell : cells.split("\\s*\\+\\s*", -1)) {
                String[] levels = cell.split(", ", -1);
                labels.add(levels.length == names.size() ? cell(names, List.of(levels)) : cell);
            }
            return String.join(" + ", labels);
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
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put(
                "stratum",
                new Column(text(locale, "workbench.variable.stratum"), strata.of(wave.surveyId(), locale)::of));
        columns.put("psu", new Column(text(locale, "weighting.psu"), code -> desk.psuName(wave, code, locale)));
        if (!fieldwork.lists(wave.id()).isEmpty()) {
            Map<String, String> frames = new LinkedHashMap<>();
            fieldwork.groups(wave.surveyId()).forEach(group -> frames.put(group.code(), group.name(locale)));
            frames.put("areas", text(locale, "weights.frame.areas"));
            columns.put("frame", new Column(text(locale, "weights.frame"), code -> frames.getOrDefault(code, code)));
            columns.put("frames", new Column(text(locale, "weights.frames"), code -> code));
        }
        Map<String, WeightingVariable> known = variables.of(wave);
        known.values().stream()
                .filter(variable -> variable.levels().isEmpty())
                .forEach(variable -> columns.put(
                        variable.name(),
                        new Column(variable.label(locale), code -> variables.calculated(variable, code, locale))));
        return new Names(known, columns, locale);
    }

    String text(Locale locale, String key, Object... arguments) {
        return desk.text(locale, key, arguments);
    }
}
