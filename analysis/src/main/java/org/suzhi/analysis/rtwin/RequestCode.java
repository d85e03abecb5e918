package org.suzhi.analysis.rtwin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Estimates, models and tests as calls of the functions in {@code functions.R}. */
final class RequestCode {
    private static final Set<String> LIMITS =
            Set.of("wald", "mean", "logit", "xlogit", "asin", "beta", "likelihood", "score", "quantile");
    private final RNames names;
    private final Set<String> decompositions = new HashSet<>();

    RequestCode(RNames names) {
        this.names = names;
    }

    String estimate(Section e) {
        e.only(
                "id",
                "statistic",
                "variable",
                "variables",
                "numerator",
                "denominator",
                "level",
                "by",
                "subset",
                "naRm",
                "deff",
                "covariance",
                "ci",
                "probs",
                "rule",
                "standardize",
                "plausibleValues",
                "expr");
        if (e.value("plausibleValues").isPresent()) {
            return imputed(e);
        }
        Section ci = e.section("ci").only("method", "level", "df");
        List<String> variables = new ArrayList<>(e.texts("variables"));
        for (String key : List.of("variable", "numerator", "denominator")) {
            e.text(key).ifPresent(variables::add);
        }
        Call call = new Call("estimate", e.text("id", ""))
                .with("statistic", e.text("statistic").map(R::text))
                .with("variables", names.texts(variables))
                .with("level", e.text("level").map(R::text))
                .withList("by", e.texts("by").isEmpty() ? "" : names.texts(e.texts("by")))
                .with("subset", e.text("subset").map(s -> "quote(" + names.code(s) + ")"))
                .withFlag("naRm", e.flag("naRm"))
                .with("deff", e.text("deff").filter("replace"::equals).map(R::text))
                .with("method", ci.text("method").map(m -> R.text(LIMITS.contains(m) ? m : "none")))
                .with("confidence", ci.text("level").map(R::number))
                .with("df", ci.text("df").map(R::text))
                .withList("probs", e.texts("probs").isEmpty() ? "" : R.numbers(e.texts("probs")))
                .with("rule", e.text("rule").map(R::text));
        if (e.value("standardize").isPresent()) {
            call.with("standard", standardized(e.section("standardize")));
        }
        return call.toString();
    }

    private String imputed(Section e) {
        e.only("id", "statistic", "plausibleValues", "expr", "subset", "naRm", "deff", "ci");
        return new Call("imputed", e.text("id", ""))
                .with("statistic", e.text("statistic").map(R::text))
                .with("columns", names.texts(e.texts("plausibleValues")))
                .with("value", e.text("expr").map(x -> "quote(" + names.code(x) + ")"))
                .with("subset", e.text("subset").map(s -> "quote(" + names.code(s) + ")"))
                .with("confidence", e.section("ci").only("level").text("level").map(R::number))
                .toString();
    }

    private String standardized(Section z) {
        z.only("by", "over", "population", "excludingMissing");
        String excluding = z.texts("excludingMissing").isEmpty()
                ? ""
                : ", excluding.missing = " + names.formula(z.texts("excludingMissing"));
        return "function(d) svystandardize(d, by = " + names.formula(z.texts("by")) + ", over = "
                + names.formula(z.texts("over")) + ", population = " + R.numbers(z.texts("population")) + excluding
                + ")";
    }

    String decomposition(Section d) {
        d.only("id", "over", "from", "to", "by", "variable", "level", "subset", "naRm", "ci");
        decompositions.add(d.text("id", ""));
        Section ci = d.section("ci").only("level", "df");
        return new Call("decomposition", d.text("id", ""))
                .with("over", names.texts(d.texts("over")))
                .with("from", d.text("from").map(R::text))
                .with("to", d.text("to").map(R::text))
                .with("by", names.texts(d.texts("by")))
                .with("variable", names.texts(d.texts("variable")))
                .with("level", d.text("level").map(R::text))
                .with("subset", d.text("subset").map(s -> "quote(" + names.code(s) + ")"))
                .withFlag("naRm", d.flag("naRm"))
                .with("confidence", ci.text("level").map(R::number))
                .with("df", ci.text("df").filter(df -> !df.equals("design")).map(R::number))
                .toString();
    }

    String itemNonresponse(Section i) {
        i.only("id", "items", "doNotKnow", "notReached", "subset", "ci");
        return new Call("item_nonresponse", i.text("id", ""))
                .with("items", names.texts(i.texts("items")))
                .withList("unknown", i.texts("doNotKnow").isEmpty() ? "" : R.texts(i.texts("doNotKnow")))
                .withFlag("reached", i.flag("notReached"))
                .with("subset", i.text("subset").map(s -> "quote(" + names.code(s) + ")"))
                .with("confidence", i.section("ci").only("level").text("level").map(R::number))
                .toString();
    }

    String model(Section m) {
        m.only("id", "kind", "formula", "family", "link", "subset");
        if (m.text("kind", "glm").equals("olr")) {
            return new Call("ordinal", m.text("id", ""))
                    .with("formula", names.code(m.text("formula", "")))
                    .with("subset", m.text("subset").map(s -> "quote(" + names.code(s) + ")"))
                    .toString();
        }
        String family = m.text("family", "gaussian");
        String quasi = family.equals("binomial") || family.equals("poisson") ? "quasi" + family : family;
        return new Call("model", m.text("id", ""))
                .with("formula", names.code(m.text("formula", "")))
                .with("family", quasi + "(" + m.text("link", "") + ")")
                .with("subset", m.text("subset").map(s -> "quote(" + names.code(s) + ")"))
                .toString();
    }

    String test(Section t) {
        String kind = t.text("kind", "");
        if (kind.equals("contrast")) {
            return contrast(t);
        }
        String id = t.text("id", "");
        Call call = switch (kind) {
            case "chisq" ->
                new Call("table_test", id)
                        .with("rows", names.texts(t.texts("rows")))
                        .with("columns", names.texts(t.texts("columns")))
                        .with("statistic", t.text("statistic").map(R::text));
            case "gof" ->
                new Call("share_test", id)
                        .with("variable", names.texts(t.texts("variable")))
                        .with("p", R.numbers(t.texts("p")));
            case "ttest" ->
                new Call("group_test", id)
                        .with("variable", names.texts(t.texts("variable")))
                        .with("group", t.text("group").map(g -> names.texts(List.of(g))));
            case "ranktest" ->
                new Call("rank_test", id)
                        .with("variable", names.texts(t.texts("variable")))
                        .with("group", names.texts(t.texts("group")))
                        .with("test", t.text("test").map(R::text));
            case "terms" -> terms(t);
            default -> throw new NotRecomputed("kind: " + kind);
        };
        return call.with("subset", t.text("subset").map(s -> "quote(" + names.code(s) + ")"))
                .toString();
    }

    private Call terms(Section t) {
        if (!t.text("method", "Wald").equals("Wald")) {
            throw new NotRecomputed("method: " + t.text("method", ""));
        }
        return new Call("term_test", t.text("id", ""))
                .with("model", t.text("model").map(R::text))
                .with("terms", "~" + names.code(String.join(" + ", t.texts("terms"))))
                .with("df", t.text("df").filter(df -> !df.equals("design")).map(R::number));
    }

    private String contrast(Section t) {
        if (t.text("of").filter(decompositions::contains).isPresent()) {
            throw new NotRecomputed("contrast of a decomposition");
        }
        List<String> weights = t.texts("weights");
        return new Call("contrast", t.text("id", ""))
                .with("of", t.text("of").map(R::text))
                .with(
                        "contrasts",
                        weights.isEmpty()
                                ? "quote(" + t.text("expr", "") + ")"
                                : "c(" + R.numbers(weights).replaceFirst("^c\\((.*)\\)$", "$1") + ")")
                .with("null", t.text("null").map(R::number))
                .with("alternative", t.text("alternative").map(R::text))
                .with("df", t.text("df").filter(df -> !df.equals("design")).map(R::number))
                .with("confidence", t.text("level").map(R::number))
                .toString();
    }
}
