package org.suzhi.web.weighting.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.suzhi.analysis.weighting.WeightLimit;
import org.suzhi.web.supervision.FormInput;
import org.suzhi.web.weighting.WeightingChoices;
import org.suzhi.web.weighting.WeightingChoices.Calibration;
import org.suzhi.web.weighting.WeightingChoices.Compose;
import org.suzhi.web.weighting.WeightingChoices.Count;
import org.suzhi.web.weighting.WeightingChoices.Nonresponse;
import org.suzhi.web.weighting.WeightingChoices.Trim;
import org.suzhi.web.weighting.WeightingChoices.Unknown;

/** Reads the form in which a plan is put together; what is wrong is left with the input. */
final class PlanForm {
    static final List<String> COLLAPSES = List.of("none", "nearest", "order");
    static final List<String> CALIBRATIONS = List.of("none", "rake", "linear", "logit");
    static final List<String> COMPOSITIONS = List.of("effective", "fixed");
    private static final double MOST = 1e6;

    private final MultiValueMap<String, String> fields;
    private final FormInput input;
    private final PlanColumns columns;

    PlanForm(MultiValueMap<String, String> fields, FormInput input, PlanColumns columns) {
        this.fields = fields;
        this.input = input;
        this.columns = columns;
    }

    WeightingChoices read() {
        return new WeightingChoices(
                count("household", "household-cap"),
                count("multiplicity", ""),
                compose(),
                input.text("unknown").isEmpty() ? null : new Unknown(ofAll("unknown-cells")),
                nonresponse(),
                trim(),
                calibration());
    }

    private @Nullable Count count(String name, String cap) {
        String column = input.text(name);
        if (column.isEmpty()) {
            return null;
        }
        if (columns.counts().stream().noneMatch(c -> c.name().equals(column))) {
            input.wrong("plan.no-column", column);
        }
        return new Count(column, cap.isEmpty() ? null : bound(cap, 1), columns.isOfRespondentsOnly(column));
    }

    /** Where persons were drawn from lists, the frames must be put together, one way or the other. */
    private @Nullable Compose compose() {
        String how = input.text("compose");
        boolean shared = COMPOSITIONS.contains(how);
        if (columns.lists().isEmpty()) {
            return null;
        }
        if (shared == !input.text("multiplicity").isEmpty()) {
            input.wrong(shared ? "plan.frames-twice" : "plan.frames-due");
        }
        if (shared && columns.lists().size() > 1) {
            input.wrong("plan.frames-many", columns.lists().size());
        }
        return shared
                ? new Compose(
                        columns.lists().get(0),
                        how.equals("fixed") ? Double.valueOf(input.number("list-share", 0, 1)) : null)
                : null;
    }

    private @Nullable Nonresponse nonresponse() {
        String method = input.text("nonresponse");
        if (method.isEmpty() || method.equals("none")) {
            return null;
        }
        List<String> cells = ofAll("nonresponse-cells");
        if (method.equals("propensity")) {
            Integer classes = input.text("propensity-classes").isEmpty()
                    ? null
                    : Integer.valueOf((int) input.number("propensity-classes", 2, 100));
            return new Nonresponse("propensity", cells, 1, null, "none", List.of(), classes);
        }
        int minimum = input.text("minimum").isEmpty() ? 1 : (int) input.number("minimum", 1, MOST);
        String collapse = chosen("collapse", COLLAPSES);
        return new Nonresponse("classes", cells, minimum, bound("max-factor", 1.01), collapse, List.of(), null);
    }

    private @Nullable Trim trim() {
        String upper = input.text("trim-upper").toLowerCase(Locale.ROOT);
        @Nullable Double lower = bound("trim-lower", 0);
        if (upper.isEmpty() && lower == null) {
            return null;
        }
        if (!upper.isEmpty()
                && !upper.matches("\\d+(\\.\\d+)?")
                && WeightLimit.parse(upper).isEmpty()) {
            input.wrong("plan.no-limit", upper);
        }
        return new Trim(
                upper.isEmpty() ? null : upper,
                lower,
                !input.text("redistribute").isEmpty());
    }

    private @Nullable Calibration calibration() {
        String method = chosen("calibration", CALIBRATIONS);
        if (method.equals("none")) {
            return null;
        }
        List<List<String>> margins = values("margins").stream()
                .map(names -> List.of(names.split(":", -1)))
                .toList();
        if (margins.isEmpty()) {
            input.wrong("plan.no-margins");
        }
        if (!method.equals("rake") && margins.stream().anyMatch(names -> names.size() > 1)) {
            input.wrong("plan.crossed", method);
        }
        @Nullable Double lower = bound("bound-lower", 0);
        @Nullable Double upper = bound("bound-upper", 1);
        if ((lower == null) != (upper == null) || (method.equals("logit") && lower == null)) {
            input.wrong("plan.two-bounds");
        }
        Integer minimum = input.text("margin-minimum").isEmpty()
                ? null
                : Integer.valueOf((int) input.number("margin-minimum", 1, MOST));
        return new Calibration(method, margins, lower, upper, minimum, null);
    }

    private @Nullable Double bound(String name, double least) {
        return input.text(name).isEmpty() ? null : Double.valueOf(input.number(name, least, MOST));
    }

    private String chosen(String name, List<String> offered) {
        return Optional.of(input.text(name)).filter(offered::contains).orElse(offered.get(0));
    }

    /** Columns that all rows have. */
    private List<String> ofAll(String name) {
        Predicate<String> known =
                column -> columns.ofAll().stream().anyMatch(c -> c.name().equals(column));
        values(name).stream().filter(known.negate()).forEach(column -> input.wrong("plan.no-column", column));
        return values(name).stream().filter(known).toList();
    }

    private List<String> values(String name) {
        List<String> values = fields.get(name);
        return values == null ? List.of() : List.copyOf(values);
    }
}
