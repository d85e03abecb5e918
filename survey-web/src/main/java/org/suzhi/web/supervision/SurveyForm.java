package org.suzhi.web.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.suzhi.sample.DomainFacts;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.SurveySetup;

/**
 * The fields of the set-up page as they stand: what is stored, what was typed, or for a new survey what is offered.
 *
 * @param value of the target in percent
 * @param national whether a new survey begins with the rates of the national survey beside its own
 */
record SurveyForm(
        String code,
        String nameZh,
        String nameEn,
        boolean synthetic,
        String operator,
        String value,
        String deadline,
        List<NamedCode> groups,
        List<NamedCode> towns,
        boolean national) {
    SurveyForm {
        groups = List.copyOf(groups);
        towns = List.copyOf(towns);
    }

    /** The five priority groups of the national outline, and its target. */
    static SurveyForm offered() {
        DomainFacts.TargetFact target = DomainFacts.literacyTarget();
        return new SurveyForm(
                "",
                "",
                "",
                false,
                target.operator(),
                number(target.value()),
                String.valueOf(target.deadline()),
                DomainFacts.groups().stream()
                        .map(g -> new NamedCode(g.code(), g.nameZh(), g.nameEn()))
                        .toList(),
                List.of(),
                true);
    }

    static SurveyForm of(Optional<SurveySetup> stored) {
        return stored.map(s -> new SurveyForm(
                        s.code(),
                        s.nameZh(),
                        s.nameEn(),
                        s.synthetic(),
                        s.target().operator(),
                        number(100 * s.target().value()),
                        String.valueOf(s.target().deadline()),
                        s.groups(),
                        s.towns(),
                        false))
                .orElseGet(SurveyForm::offered);
    }

    private static String number(double value) {
        return String.valueOf(Math.round(value * 1e6) / 1e6).replaceFirst("\\.0$", "");
    }

    /** As posted; rows without a code are left out. */
    static SurveyForm of(FormInput input, MultiValueMap<String, String> fields) {
        return new SurveyForm(
                input.text("survey-code"),
                input.text("name-zh"),
                input.text("name-en"),
                !input.text("synthetic").isEmpty(),
                input.text("operator"),
                input.text("target-value"),
                input.text("deadline"),
                rows(fields, "group"),
                rows(fields, "town"),
                !input.text("national").isEmpty());
    }

    private static List<NamedCode> rows(MultiValueMap<String, String> fields, String kind) {
        List<String> codes = fields.getOrDefault(kind + ".code", List.of());
        List<NamedCode> rows = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i).strip();
            if (!code.isEmpty()) {
                rows.add(new NamedCode(code, at(fields, kind + ".zh", i), at(fields, kind + ".en", i)));
            }
        }
        return rows;
    }

    private static String at(MultiValueMap<String, String> fields, String name, int i) {
        List<String> values = fields.getOrDefault(name, List.of());
        return i < values.size() ? values.get(i).strip() : "";
    }
}
