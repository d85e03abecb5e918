package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.Domains;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;

/** The domains of a request: all combinations of the levels of its {@code by} variables, the first varying fastest. */
final class DomainGrid {
    private static final int MOST = 1_000_000;

    private final List<String> names;
    private final List<List<String>> levels;
    private final Domains domains;

    private DomainGrid(List<String> names, List<List<String>> levels, Domains domains) {
        this.names = names;
        this.levels = levels;
        this.domains = domains;
    }

    static DomainGrid of(Extract extract, List<String> by, BitSet members) {
        List<List<String>> levels = new ArrayList<>();
        int[] codes = new int[extract.rows()];
        long count = 1;
        for (int i = 0; i < codes.length; i++) {
            codes[i] = members.get(i) ? 0 : -1;
        }
        for (String name : by) {
            CategoryColumn column = categories(extract, name);
            for (int i = 0; i < codes.length; i++) {
                int code = column.code(i);
                codes[i] = codes[i] < 0 || code < 0 ? -1 : (int) (codes[i] + count * code);
            }
            count *= column.levels().size();
            if (count > MOST) {
                throw new AnalysisProblem("too_many_domains", String.join(", ", by), MOST);
            }
            levels.add(column.levels());
        }
        return new DomainGrid(by, levels, Domains.of(codes, (int) count));
    }

    /** A column as categories; numbers become levels in ascending order. */
    static CategoryColumn categories(Extract extract, String name) {
        if (extract.column(name) instanceof CategoryColumn column) {
            return column;
        }
        NumericColumn numbers = (NumericColumn) extract.column(name);
        TreeSet<Double> distinct = new TreeSet<>();
        for (int i = 0; i < numbers.size(); i++) {
            if (!numbers.isMissing(i)) {
                distinct.add(numbers.value(i));
            }
            if (distinct.size() > MOST) {
                throw new AnalysisProblem("too_many_domains", name, MOST);
            }
        }
        double[] values = distinct.stream().mapToDouble(Double::doubleValue).toArray();
        int[] codes = new int[numbers.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = numbers.isMissing(i) ? -1 : Arrays.binarySearch(values, numbers.value(i));
        }
        return CategoryColumn.copyOf(
                Arrays.stream(values).mapToObj(NumericColumn::text).toList(), codes);
    }

    Domains domains() {
        return domains;
    }

    /** The level of every {@code by} variable in a domain. */
    Map<String, String> levels(int domain) {
        Map<String, String> of = new LinkedHashMap<>();
        int rest = domain;
        for (int v = 0; v < names.size(); v++) {
            int size = levels.get(v).size();
            of.put(names.get(v), levels.get(v).get(rest % size));
            rest /= size;
        }
        return of;
    }
}
