package org.suzhi.questionnaire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a select offers: a list of the form, of a file, or the answers of a repeated question. */
record ItemsetWriter(SurveyElement question, @Nullable ChoiceList list, ReferenceResolver references) {
    void add(Xml control) {
        if (list != null && list.usedBySearch) {
            addItems(control, list);
        } else if (Reference.isIn(question.list)) {
            control.add(ofAnswers());
        } else {
            control.add(ofInstance());
        }
    }

    private void addItems(Xml control, ChoiceList choices) {
        for (int i = 0; i < choices.choices.size(); i++) {
            ChoiceList.Choice choice = choices.choices.get(i);
            Xml label = Xml.element("label");
            if (choices.needsItext()) {
                label.with("ref", "jr:itext('" + choices.name + "-" + i + "')");
            } else if (choice.label() != null) {
                label.mixed(references.outputs(choice.label().plain(), null));
            }
            control.add(Xml.element("item", label, Xml.element("value").text(choice.name())));
        }
    }

    private Xml ofInstance() {
        int dot = question.list.lastIndexOf('.');
        String extension = dot < 0 ? "" : question.list.substring(dot);
        boolean file = SelectReader.FILE_TYPES.contains(extension);
        boolean geojson = extension.equals(".geojson");
        String id = file ? question.list.substring(0, dot) : question.list;
        String label = geojson ? "title" : "label";
        if (file) {
            label = question.parameters.getOrDefault("label", label);
        } else if (list != null && list.needsItext()) {
            label = "jr:itext(itextId)";
        }
        String value = question.parameters.getOrDefault("value", geojson ? "id" : "name");
        String filter = references.filter(question.choiceFilter, question, false);
        return itemset("instance('" + id + "')/root/item", filter, value, label);
    }

    private Xml ofAnswers() {
        String path = references.repeated(question.list, question).strip();
        int slash = path.lastIndexOf('/');
        String nodeset = path.substring(0, Math.max(slash, 0));
        String name = path.substring(slash + 1);
        String filter = references.filter(question.choiceFilter, question, true);
        filter = filter.isEmpty()
                ? "./" + name + " != ''"
                : filter.replace("current()/" + nodeset, ".").replace(nodeset, ".");
        return itemset(nodeset, filter, name, name);
    }

    private Xml itemset(String source, String filter, String value, String label) {
        String nodeset = filter.isEmpty() ? source : source + "[" + filter + "]";
        if ("true".equals(question.parameters.get("randomize"))) {
            String seed = question.parameters.getOrDefault("seed", "");
            List<String> arguments = seed.isEmpty()
                    ? List.of(nodeset)
                    : List.of(nodeset, references.expression(seed, question).strip());
            nodeset = "randomize(" + String.join(", ", arguments) + ")";
        }
        return Xml.element(
                        "itemset",
                        Xml.element("value").with("ref", value),
                        Xml.element("label").with("ref", label))
                .with("nodeset", nodeset);
    }
}
