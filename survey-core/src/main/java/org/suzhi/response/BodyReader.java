package org.suzhi.response;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.suzhi.questionnaire.logic.Expression;
import org.suzhi.questionnaire.logic.InstanceNode;
import org.suzhi.questionnaire.logic.Itemset;
import org.suzhi.questionnaire.logic.SecondaryInstances;
import org.w3c.dom.Element;

/** Reads a form's body: which items are asked how, which groups repeat, and what the selects offer. */
final class BodyReader {
    private static final Pattern ITEM_TEXT = Pattern.compile("\\s*jr:itext\\(\\s*([\\w.-]+)\\s*\\)\\s*");
    private static final Map<String, Control> CONTROLS = Map.of(
            "input", Control.INPUT,
            "secret", Control.INPUT,
            "select", Control.SELECT_MULTIPLE,
            "select1", Control.SELECT_ONE,
            "rank", Control.RANK,
            "range", Control.RANGE,
            "trigger", Control.TRIGGER,
            "upload", Control.UPLOAD);
    private static final Set<String> TEXTS = Set.of("label", "hint", "help", "alert", "item", "itemset", "tag");
    private static final Set<String> ACTIONS = Set.of("setvalue", "setgeopoint", "recordaudio");

    private final FormCompiler form;
    private final Itext itext;
    private final SecondaryInstances secondary;

    BodyReader(FormCompiler form, Itext itext, SecondaryInstances secondary) {
        this.form = form;
        this.itext = itext;
        this.secondary = secondary;
    }

    void read(Element parent, FormItem context) {
        for (Element element : XFormDocument.children(parent)) {
            String name = XFormDocument.name(element);
            Control control = CONTROLS.get(name);
            if (control != null) {
                FormItem item = target(element, context);
                if (item != null) {
                    readControl(element, item, control);
                    read(element, item);
                }
            } else if (name.equals("group") || name.equals("repeat")) {
                boolean refers = element.hasAttribute("ref") || element.hasAttribute("nodeset");
                FormItem item = refers ? target(element, context) : context;
                if (item != null) {
                    if (name.equals("repeat")) {
                        item.repeat = true;
                    } else if (refers) {
                        item.label =
                                itext.of(XFormDocument.child(element, "label")).plain();
                    }
                    read(element, item);
                }
            } else if (ACTIONS.contains(name)) {
                readAction(element, context);
            } else if (!TEXTS.contains(name)) {
                form.problem("<" + element.getNodeName() + ">", element.getNodeName(), "xform.unknownControl");
            }
        }
    }

    private @Nullable FormItem target(Element element, FormItem context) {
        String bind = XFormDocument.attribute(element, "bind");
        String ref = XFormDocument.attribute(element, element.hasAttribute("ref") ? "ref" : "nodeset");
        FormItem item = bind.isEmpty() ? form.find(ref, context) : form.byBind(bind);
        if (item == null) {
            form.problem(
                    "<" + element.getNodeName() + " ref=\"" + ref + "\">", bind.isEmpty() ? ref : bind, "xform.noNode");
        }
        return item;
    }

    private void readAction(Element action, FormItem context) {
        String ref = XFormDocument.attribute(action, "ref");
        if (!ref.contains("@") && form.find(ref, context) == null) {
            form.problem("<" + action.getNodeName() + " ref=\"" + ref + "\">", ref, "xform.noNode");
        }
        String value = XFormDocument.attribute(action, "value");
        if (!value.isBlank()) {
            form.expression("<" + action.getNodeName() + " ref=\"" + ref + "\"> value", value);
        }
    }

    private void readControl(Element element, FormItem item, Control control) {
        item.control = control;
        item.label = itext.of(XFormDocument.child(element, "label")).plain();
        if (control == Control.RANGE) {
            readRange(element, item);
        }
        var inline = new LinkedHashMap<String, Wording>();
        XFormDocument.children(element, "item").forEach(choice -> {
            Element value = XFormDocument.child(choice, "value");
            inline.put(
                    value == null ? "" : value.getTextContent().strip(),
                    itext.of(XFormDocument.child(choice, "label")).plain());
        });
        if (!inline.isEmpty()) {
            item.choices.add(new ChoiceList.Inline(inline));
        }
        // The items of a range only label its ticks.
        if (control != Control.RANGE) {
            XFormDocument.children(element, "itemset").forEach(itemset -> readItemset(itemset, item));
        }
    }

    private void readItemset(Element itemset, FormItem item) {
        String nodeset = XFormDocument.attribute(itemset, "nodeset");
        Expression expression = form.expression("<itemset nodeset> of " + item.path, nodeset);
        Element value = XFormDocument.child(itemset, "value");
        Element label = XFormDocument.child(itemset, "label");
        if (expression != null && value != null) {
            var items = Itemset.of(expression, lastName(XFormDocument.attribute(value, "ref")), secondary);
            item.choices.add(new ChoiceList.FromItemset(
                    items, labelOf(label == null ? "" : XFormDocument.attribute(label, "ref"))));
        }
    }

    private static String lastName(String ref) {
        return ref.strip().substring(ref.strip().lastIndexOf('/') + 1);
    }

    private Function<InstanceNode, Wording> labelOf(String ref) {
        Matcher text = ITEM_TEXT.matcher(ref);
        boolean translated = text.matches();
        String name = translated ? text.group(1) : lastName(ref);
        return node -> {
            InstanceNode label = node.child(name);
            String content = label == null ? "" : label.text();
            return translated ? itext.byId(content).plain() : Wording.of(content);
        };
    }

    private void readRange(Element element, FormItem item) {
        try {
            item.range = new FormItem.Range(
                    Double.parseDouble(XFormDocument.attribute(element, "start")),
                    Double.parseDouble(XFormDocument.attribute(element, "end")),
                    Double.parseDouble(XFormDocument.attribute(element, "step")));
        } catch (NumberFormatException e) {
            form.problem("<range> of " + item.path, String.valueOf(e.getMessage()), "xform.range");
        }
    }
}
