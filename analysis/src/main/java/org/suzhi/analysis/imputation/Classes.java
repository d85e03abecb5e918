package org.suzhi.analysis.imputation;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.microdata.Column;
import org.suzhi.microdata.Extract;

/** Rows by imputation class, the classes in the order in which the rows first name them. */
record Classes(Map<String, BitSet> rows) {
    static Classes of(Extract extract, List<String> columns, BitSet rows) {
        Map<String, BitSet> classes = new LinkedHashMap<>();
        List<Column> by = columns.stream().map(extract::column).toList();
        for (int i = rows.nextSetBit(0); i >= 0; i = rows.nextSetBit(i + 1)) {
            StringBuilder name = new StringBuilder();
            for (int c = 0; c < by.size(); c++) {
                if (by.get(c).isMissing(i)) {
                    throw new AnalysisRefusal("impute_missing_predictor", columns.get(c), i + 1);
                }
                name.append(c == 0 ? "" : ", ")
                        .append(columns.get(c))
                        .append(" = ")
                        .append(by.get(c).text(i));
            }
            classes.computeIfAbsent(name.toString(), n -> new BitSet()).set(i);
        }
        return new Classes(classes);
    }
}
