package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Column;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.MissingReason;
import org.suzhi.microdata.NumericColumn;

/** The {@code missing} section: which values of a column stand for no answer, and why there is none. */
record MissingCodes(List<String> columns, Map<String, MissingReason> reasons) {
    static MissingCodes read(SpecificationReader reader) {
        Map<String, MissingReason> reasons = new LinkedHashMap<>();
        for (MissingReason reason : MissingReason.values()) {
            for (String code : reader.texts(SpecificationReader.spelled(reason))) {
                if (reasons.put(code, reason) != null) {
                    throw new AnalysisProblem("spec_repeated_id", reader.at(SpecificationReader.spelled(reason)), code);
                }
            }
        }
        MissingCodes codes = new MissingCodes(reader.texts("columns"), reasons);
        reader.finish();
        if (codes.columns().isEmpty()) {
            throw new AnalysisProblem("spec_missing_key", reader.at("columns"));
        }
        return codes;
    }

    Extract apply(Extract extract) {
        Extract with = extract;
        for (String column : columns) {
            with = with.with(column, recoded(with.column(column)));
        }
        return with;
    }

    private Column recoded(Column column) {
        MissingReason[] missing = new MissingReason[column.size()];
        for (int i = 0; i < missing.length; i++) {
            Optional<MissingReason> before = column.missingReason(i);
            missing[i] = before.isPresent() ? before.get() : reasons.get(column.text(i));
        }
        return column instanceof NumericColumn numbers
                ? NumericColumn.copyOf(numbers.toArray(), missing)
                : recoded((CategoryColumn) column, missing);
    }

    /** Codes for a reason are no levels any more. */
    private Column recoded(CategoryColumn column, MissingReason[] missing) {
        Set<String> gone = new HashSet<>(reasons.keySet());
        List<String> levels = new ArrayList<>();
        int[] newCode = new int[column.levels().size()];
        for (int l = 0; l < newCode.length; l++) {
            String level = column.levels().get(l);
            newCode[l] = gone.contains(level) ? -1 : levels.size();
            if (!gone.contains(level)) {
                levels.add(level);
            }
        }
        int[] codes = column.toArray();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = codes[i] < 0 ? -1 : newCode[codes[i]];
        }
        return numbers(levels)
                .<Column>map(values -> {
                    double[] all = new double[codes.length];
                    for (int i = 0; i < all.length; i++) {
                        all[i] = codes[i] < 0 ? Double.NaN : values[codes[i]];
                    }
                    return NumericColumn.copyOf(all, missing);
                })
                .orElseGet(() -> CategoryColumn.copyOf(levels, codes, missing));
    }

    /** What is left may be numbers only: a column was read as text just for its codes. */
    private static Optional<double[]> numbers(List<String> levels) {
        double[] values = new double[levels.size()];
        for (int l = 0; l < values.length; l++) {
            try {
                values[l] = Double.parseDouble(levels.get(l));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return levels.isEmpty() ? Optional.empty() : Optional.of(values);
    }
}
