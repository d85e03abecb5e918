package org.suzhi.analysis.rtwin;

import java.util.ArrayList;
import java.util.List;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Extract;

/** Reads the columns that a twin uses, under their names in R, with categories in our order of levels. */
final class DataCode {
    private final RNames names;
    private final Extract extract;
    private final Section factors;

    DataCode(RNames names, Extract extract, Section factors) {
        this.names = names;
        this.extract = extract;
        this.factors = factors;
    }

    private List<String> columns() {
        return extract.names().stream().filter(names.used()::containsKey).toList();
    }

    /** The used columns of the extract. */
    Extract used() {
        Extract.Builder used = Extract.builder();
        columns().forEach(name -> used.column(name, extract.column(name)));
        return used.build();
    }

    List<String> lines() {
        List<String> columns = columns();
        List<String> lines = new ArrayList<>();
        List<String> classes = columns.stream()
                .map(c -> extract.column(c) instanceof CategoryColumn ? "character" : "numeric")
                .toList();
        lines.add("data <- read.csv(\"data.csv\", encoding = \"UTF-8\", na.strings = \"\", check.names = FALSE,");
        lines.add("                 colClasses = " + R.texts(classes) + ")");
        lines.add("names(data) <- " + names.texts(columns));
        for (String column : columns) {
            List<String> levels = factors.texts(column);
            if (levels.isEmpty()
                    && names.analysed(column)
                    && extract.column(column) instanceof CategoryColumn categories) {
                levels = categories.levels();
            }
            if (!levels.isEmpty()) {
                String name = "data$" + names.of(column);
                lines.add(name + " <- factor(" + name + ", levels = " + R.texts(levels) + ")");
            }
        }
        return lines;
    }
}
