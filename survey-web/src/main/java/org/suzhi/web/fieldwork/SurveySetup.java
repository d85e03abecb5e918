package org.suzhi.web.fieldwork;

import java.util.List;

/** What a survey is before its first wave. Names that collection data and charts go by. */
public record SurveySetup(
        String code,
        String nameZh,
        String nameEn,
        boolean synthetic,
        List<NamedCode> towns,
        List<NamedCode> groups,
        Target target) {
    public SurveySetup {
        towns = List.copyOf(towns);
        groups = List.copyOf(groups);
    }

    SurveySetup withTowns(List<NamedCode> others) {
        return new SurveySetup(code, nameZh, nameEn, synthetic, others, groups, target);
    }

    /** The goal: {@code indicator operator value} by the end of {@code deadline}; the value is a share, 0 to 1. */
    public record Target(String indicator, String operator, double value, int deadline) {}
}
