package org.suzhi.questionnaire;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entities sheet: the entity that a submission creates or updates on the server. It stands in the meta block
 * by the ODK XForms Entities specification 2024.1.
 */
final class EntityReader {
    static final String VERSION = "2024.1.0";
    private static final Set<String> COLUMNS =
            Set.of("list_name", "dataset", "label", "entity_id", "create_if", "update_if");

    private final Sheet sheet;
    private final Problems problems;

    EntityReader(Sheet sheet, Problems problems) {
        this.sheet = sheet;
        this.problems = problems;
    }

    /** The element of the entity, or null where the sheet cannot be used. */
    @Nullable
    SurveyElement read() {
        for (String heading : sheet.columns()) {
            if (!COLUMNS.contains(key(heading))) {
                problem(1, heading, heading, "entity.column");
                return null;
            }
        }
        if (sheet.rows().size() > 1) {
            problem(sheet.rows().get(1).number(), "", sheet.name(), "entity.several");
            return null;
        }
        Map<String, String> row = new LinkedHashMap<>();
        sheet.rows().get(0).cells().forEach((heading, text) -> row.put(key(heading), text.strip()));
        String list = row.getOrDefault("list_name", row.getOrDefault("dataset", ""));
        String id = row.getOrDefault("entity_id", "");
        String label = row.getOrDefault("label", "");
        if (!Names.isXmlName(list) || list.contains(".") || list.startsWith("__")) {
            problem(2, "list_name", list, "entity.name");
        }
        if (id.isEmpty() && (label.isEmpty() || row.containsKey("update_if"))) {
            problem(2, label.isEmpty() ? "label" : "entity_id", "", "entity.incomplete");
        }
        return entity(list, id, label, row.getOrDefault("create_if", ""), row.getOrDefault("update_if", ""));
    }

    private static String key(String heading) {
        return String.join("_", heading.split("\\s+", -1)).toLowerCase(Locale.ROOT);
    }

    private void problem(int row, String column, String got, String code) {
        problems.add(sheet.name(), row, column, got, code);
    }

    private static SurveyElement entity(String list, String id, String label, String createIf, String updateIf) {
        var entity = new SurveyElement(SurveyElement.Kind.QUESTION, "entity", "entity", 0);
        boolean updates = !id.isEmpty();
        boolean creates = !updates || !createIf.isEmpty();
        entity.instance.put("dataset", list);
        entity.instance.put("id", "");
        if (creates) {
            entity.instance.put("create", "1");
            addBind(entity, "create", createIf);
        }
        if (updates) {
            entity.instance.put("update", "1");
            addBind(entity, "update", updateIf);
            String item = "instance('" + list + "')/root/item[name=" + id + "]/";
            for (String version : new String[] {"baseVersion", "trunkVersion", "branchId"}) {
                entity.instance.put(version, "");
            }
            addBind(entity, "id", id);
            addBind(entity, "baseVersion", item + "__version");
            addBind(entity, "trunkVersion", item + "__trunkVersion");
            addBind(entity, "branchId", item + "__branchId");
        } else {
            entity.attributeBinds.put("id", new LinkedHashMap<>(Map.of("type", "string", "readonly", "true()")));
            entity.attributeDefaults.put("id", "uuid()");
        }
        if (!label.isEmpty()) {
            var child = new SurveyElement(SurveyElement.Kind.QUESTION, "entity label", "label", 0);
            child.bind.put("calculate", Phrase.of(label));
            child.bind.put("type", Phrase.of("string"));
            child.bind.put("readonly", Phrase.of("true()"));
            entity.add(child);
        }
        return entity;
    }

    private static void addBind(SurveyElement entity, String attribute, String calculate) {
        if (!calculate.isEmpty()) {
            entity.attributeBinds.put(
                    attribute, Map.of("type", "string", "readonly", "true()", "calculate", calculate));
        }
    }
}
