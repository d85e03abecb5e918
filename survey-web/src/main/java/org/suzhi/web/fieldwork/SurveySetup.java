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
        Target target,
        List<ContextPoint> context) {
    public SurveySetup {
        towns = List.copyOf(towns);
        groups = List.copyOf(groups);
        context = List.copyOf(context);
    }

    SurveySetup withTowns(List<NamedCode> others) {
        return new SurveySetup(code, nameZh, nameEn, synthetic, others, groups, target, context);
    }

    /** The goal: {@code indicator operator value} by the end of {@code deadline}; the value is a share, 0 to 1. */
    public record Target(String indicator, String operator, double value, int deadline) {}

    /** A rate measured elsewhere, as a share, with how well it is established and where it stands. */
    public record ContextPoint(int year, double rate, String status, String source) {}
}
