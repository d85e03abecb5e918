package org.suzhi.analysis.rtwin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Extract;

/** Reads the columns that a twin uses, under their names in R, with categories in our order of levels. */
final class DataCode {
    private final RNames names;
    private final Extract extract;
    private final Section source;

    DataCode(RNames names, Extract extract, Section source) {
        this.names = names;
        this.extract = extract;
        this.source = source;
    }

    List<String> lines() {
        List<String> columns =
                extract.names().stream().filter(names.used()::containsKey).toList();
        List<String> lines = new ArrayList<>();
        List<String> classes = extract.names().stream()
                .map(c -> !columns.contains(c)
                        ? "NULL"
                        : extract.column(c) instanceof CategoryColumn ? "character" : "numeric")
                .toList();
        lines.add("data <- read.csv(\"data.csv\", encoding = \"UTF-8\", na.strings = \"\", check.names = FALSE,");
        lines.add("                 colClasses = " + R.texts(classes) + ")   # NULL: a column that is not used");
        lines.add("names(data) <- " + names.texts(columns));
        for (String column : columns) {
            String name = "data$" + names.of(column);
            List<String> codes = codesOfNoAnswer(column);
            reasons(column)
                    .forEach((reason, of) -> lines.add("data <- because(data, " + R.text(names.of(column)) + ", "
                            + R.text(reason) + ", " + R.texts(of) + ")"));
            List<String> levels = List.of();
            if (extract.column(column) instanceof CategoryColumn categories) {
                levels = categories.levels().stream()
                        .filter(level -> !codes.contains(level))
                        .toList();
                if (!codes.isEmpty()) {
                    lines.add(name + "[" + name + " %in% " + R.texts(codes) + "] <- NA");
                    if (!levels.isEmpty() && levels.stream().allMatch(DataCode::isNumber)) {
                        lines.add(name + " <- as.numeric(" + name + ")");
                        levels = List.of();
                    }
                }
            } else if (!codes.isEmpty()) {
                lines.add(name + "[format(" + name + ", digits = 15, trim = TRUE) %in% " + R.texts(codes) + "] <- NA");
            }
            List<String> declared = source.section("factors").texts(column);
            if (!declared.isEmpty() || (names.analysed(column) && !levels.isEmpty())) {
                lines.add(name + " <- factor(" + name + ", levels = " + R.texts(declared.isEmpty() ? levels : declared)
                        + ")");
            }
        }
        return lines;
    }

    /** The codes that a column has instead of an answer. */
    private List<String> codesOfNoAnswer(String column) {
        List<String> codes = new ArrayList<>();
        for (Section missing : source.sections("missing")) {
            if (missing.texts("columns").contains(column)) {
                missing.map().keySet().stream()
                        .map(String::valueOf)
                        .filter(key -> !key.equals("columns"))
                        .forEach(reason -> codes.addAll(missing.texts(reason)));
            }
        }
        return codes;
    }

    /** Why there is no answer where a column has a code that says more than that the item is open. */
    private Map<String, List<String>> reasons(String column) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (Section missing : source.sections("missing")) {
            if (missing.texts("columns").contains(column)) {
                for (String reason : List.of("refused", "not-asked")) {
                    if (!missing.texts(reason).isEmpty()) {
                        reasons.put(reason, missing.texts(reason));
                    }
                }
            }
        }
        return reasons;
    }

    private static boolean isNumber(String text) {
        try {
            return !Double.isNaN(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
