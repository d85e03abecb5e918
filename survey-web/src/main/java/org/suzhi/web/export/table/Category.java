package org.suzhi.web.export.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A choice of a variable.
 *
 * @param code as the questionnaire names it
 * @param number what stands for it where a file format holds numbers only: the code itself where all codes of the
 *     variable are whole numbers, else its place among them, from 1
 */
public record Category(String code, int number, Label label) {
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,8}");

    /** The categories of a variable, numbered. */
    static List<Category> numbered(Map<String, Label> labels) {
        boolean whole = labels.keySet().stream().allMatch(c -> WHOLE.matcher(c).matches());
        List<Category> categories = new ArrayList<>();
        labels.forEach((code, label) ->
                categories.add(new Category(code, whole ? Integer.parseInt(code) : categories.size() + 1, label)));
        return categories;
    }
}
