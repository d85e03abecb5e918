package org.suzhi.web.supervision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suzhi.web.fieldwork.FileProblem;
import org.suzhi.web.fieldwork.TableFile;
import org.suzhi.web.publication.ItemReference;
import org.suzhi.web.publication.page.Csv;

/**
 * Shares of right answers elsewhere as a table: {@code item, place, year, n, percent, source}, of which only n may be empty.
 *
 * @param problems everything that is wrong, in the order of the rows
 */
record ItemReferenceFile(List<ItemReference> references, List<FileProblem> problems) {
    private static final int LONGEST = 40;
    private static final Map<String, List<String>> HEADINGS = Map.of(
            "item", List.of("item", "题目", "题号"),
            "place", List.of("place", "country", "地区", "国家", "国家或地区", "调查"),
            "year", List.of("year", "年份", "年"),
            "n", List.of("n", "样本量", "人数"),
            "percent", List.of("percent", "percent_correct", "答对比例", "百分比"),
            "source", List.of("source", "来源"));

    /** Reads a file; nothing is stored. */
    static ItemReferenceFile read(byte[] bytes) {
        ElsewhereTable table = new ElsewhereTable(bytes, HEADINGS, "item", "place", "year", "percent", "source");
        List<ItemReference> references = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (TableFile.Line line : table.rows()) {
            String item = table.text(line, "item", LONGEST);
            String place = table.text(line, "place", LONGEST);
            String year = table.text(line, "year", LONGEST);
            String source = table.text(line, "source", ElsewhereTable.LONGEST_SOURCE);
            double percent = table.percent(line, "percent");
            @Nullable Integer n = respondents(table, line);
            if (!seen.add(List.of(item, place, year, source))) {
                table.tell(line, "item", String.join(" · ", item, place, year), "figure-twice");
            }
            references.add(new ItemReference(item, place, year, n, percent, source));
        }
        if (references.size() > 1 && references.stream().allMatch(r -> r.percent() <= 1)) {
            table.check(table.rows().get(0), "percent", false, "all-shares");
        }
        return new ItemReferenceFile(references, table.problems());
    }

    private static @Nullable Integer respondents(ElsewhereTable table, TableFile.Line line) {
        String cell = table.optional(line, "n", LONGEST).replace(",", "");
        boolean number = cell.matches("[1-9]\\d{0,8}");
        table.check(line, "n", number || cell.isEmpty(), "respondents");
        return number ? Integer.valueOf(cell) : null;
    }

    /** The same table, to be changed and imported again. */
    static String csv(List<ItemReference> references) {
        Csv csv = new Csv();
        csv.line(List.of("item", "place", "year", "n", "percent", "source"));
        references.forEach(r -> csv.line(List.of(
                r.item(),
                r.place(),
                r.year(),
                r.n() == null ? "" : String.valueOf(r.n()),
                number(r.percent()),
                r.source())));
        return csv.text();
    }

    static String number(double percent) {
        return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
    }
}
