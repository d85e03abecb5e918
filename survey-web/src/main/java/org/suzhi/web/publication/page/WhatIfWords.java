package org.suzhi.web.publication.page;

import java.util.List;
import java.util.Locale;
import org.suzhi.analysis.indicator.Target.Operator;
import org.suzhi.analysis.indicator.Trend.Estimated;
import org.suzhi.analysis.indicator.WhatIf;
import org.suzhi.web.publication.Contributions.Split;
import org.suzhi.web.publication.Target;

/** What another rate of one group would make of the whole, its arithmetic line by line. */
public record WhatIfWords(Split group, String name, int year, Target target, Texts texts) {
    private WhatIf whatIf() {
        return new WhatIf(group.to());
    }

    /** What the group must reach for the whole to meet the target. */
    public String needed() {
        Operator operator = Operator.of(target.operator());
        Estimated needed = whatIf().needed(target.value());
        String goal = goal(operator);
        boolean upward = operator.isUpward();
        if (upward ? needed.value() >= 1 : needed.value() <= 0) {
            double all = upward ? 1 : 0;
            return texts.of(
                    "whatif.never." + (upward ? "all" : "none"),
                    name,
                    Texts.percent(whatIf().whole(all).value()),
                    goal);
        }
        if (upward ? needed.value() < 0 : needed.value() > 1) {
            return texts.of("whatif.anyway", name, goal);
        }
        return texts.of(
                "whatif.needed." + operator.name().toLowerCase(Locale.ROOT),
                goal,
                name,
                Texts.percent(needed.value()),
                texts.interval(Math.max(0, needed.lower()), Math.min(1, needed.upper())),
                Texts.percent(group.to().rate(0)),
                Texts.percent(group.to().rate(1)));
    }

    /** What the whole would be at a rate of the group. */
    public String result(double rate) {
        Estimated whole = whatIf().whole(rate);
        if (Double.isNaN(whole.lower())) {
            return texts.of("whatif.result.bare", name, Texts.percent(rate), Texts.percent(whole.value()));
        }
        String place = whole.lower() > target.value() ? "above" : whole.upper() < target.value() ? "below" : "within";
        return texts.of(
                "whatif.result." + place,
                name,
                Texts.percent(rate),
                Texts.percent(whole.value()),
                texts.interval(whole.lower(), whole.upper()),
                Texts.shortPercent(target.value()));
    }

    /** Share times rate, part by part. */
    public Table arithmetic(double rate) {
        double share = group.to().share(0);
        double rest = group.to().share(1);
        double whole = whatIf().whole(rate).value();
        return new Table(
                List.of(
                        texts.of("whatif.part"),
                        texts.of("whatif.share"),
                        texts.of("whatif.times"),
                        texts.of("whatif.product")),
                List.of(
                        line(name, share, rate),
                        line(texts.of("contributions.rest"), rest, group.to().rate(1)),
                        List.of(texts.of("chart.whole"), Texts.percent(1), "", Texts.percent(whole))));
    }

    private static List<String> line(String part, double share, double rate) {
        return List.of(part, Texts.percent(share), Texts.percent(rate), Texts.percent(share * rate));
    }

    /** What all of it supposes. */
    public String warning() {
        return texts.of("whatif.warning", name, Integer.toString(year));
    }

    private String goal(Operator operator) {
        return texts.of("whatif.goal." + operator.name().toLowerCase(Locale.ROOT), Texts.shortPercent(target.value()));
    }
}
