package org.suzhi.response;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suzhi.questionnaire.FormProblem;
import org.suzhi.questionnaire.FormProblems;
import org.suzhi.questionnaire.logic.Expression;
import org.suzhi.questionnaire.logic.ExpressionException;
import org.suzhi.questionnaire.logic.FunctionLibrary;
import org.suzhi.questionnaire.logic.SecondaryInstances;
import org.w3c.dom.Element;

/** Compiles an XForm: primary instance, binds, texts, body, and the order in which relevance and calculations go. */
final class FormCompiler {
    private final String xform;
    private final ExternalFiles files;
    private final List<FormProblem> problems = new ArrayList<>();
    private final List<FormItem> all = new ArrayList<>();
    private final Map<String, FormItem> byPath = new LinkedHashMap<>();
    private final Map<String, String> bindIds = new LinkedHashMap<>();

    FormCompiler(String xform, ExternalFiles files) {
        this.xform = xform;
        this.files = files;
    }

    PublishedForm compile() {
        Element html = XFormDocument.parse(xform);
        Element head = XFormDocument.child(html, "head");
        Element model = head == null ? null : XFormDocument.child(head, "model");
        Element instance = model == null ? null : XFormDocument.child(model, "instance");
        if (!XFormDocument.name(html).equals("html") || head == null || model == null || instance == null) {
            String missing = model == null ? "<h:head><model>" : "<instance>";
            throw refuse("<" + html.getNodeName() + ">", html.getNodeName(), "xform.notForm", missing);
        }
        Element primary = XFormDocument.children(instance).stream().findFirst().orElse(null);
        if (primary == null) {
            throw refuse("<instance>", "", "xform.emptyInstance");
        }
        FormItem root = addItem(primary, null);
        Itext itext = readItext(XFormDocument.child(model, "itext"));
        SecondaryInstances secondary = new SecondaryInstanceReader(files, problems)
                .read(XFormDocument.children(model, "instance").skip(1).toList());
        XFormDocument.children(model, "bind").forEach(bind -> readBind(bind, itext));
        Element body = XFormDocument.child(html, "body");
        if (body != null) {
            new BodyReader(this, itext, secondary).read(body, root);
        }
        all.forEach(item -> item.repeatable = item.calculate != null
                && FunctionLibrary.isRepeatable(item.calculate)
                && secondary
                        .documents()
                        .keySet()
                        .containsAll(item.calculate.references().instances()));
        List<FormItem> order = new EvaluationOrder(all, problems).of();
        if (!problems.isEmpty()) {
            throw new FormProblems(problems);
        }
        Element title = XFormDocument.child(head, "title");
        return new PublishedForm(
                XFormDocument.attribute(primary, "id"),
                XFormDocument.attribute(primary, "version"),
                title == null ? "" : title.getTextContent().strip(),
                root,
                all,
                order,
                secondary,
                items(),
                itext.languages(),
                XFormDocument.files(html));
    }

    private static FormProblems refuse(String element, String got, String code, String... arguments) {
        return new FormProblems(List.of(FormProblem.inXForm(element, got, code, arguments)));
    }

    private Itext readItext(@Nullable Element itext) {
        try {
            return Itext.read(itext);
        } catch (ExpressionException e) {
            problem("<itext> <output>", e.expression(), "xform.expression", e.reason());
            return Itext.read(null);
        }
    }

    private FormItem addItem(Element element, @Nullable FormItem parent) {
        String name = XFormDocument.name(element);
        FormItem known = parent == null ? null : parent.byName.get(name);
        FormItem item = known == null ? new FormItem(name, parent, all.size()) : known;
        if (known == null) {
            all.add(item);
            byPath.put(item.path, item);
        }
        item.repeat |= element.hasAttributeNS("http://openrosa.org/javarosa", "template");
        List<Element> children = XFormDocument.children(element);
        if (children.isEmpty()) {
            item.defaultText = element.getTextContent();
        }
        Set<String> siblings = new HashSet<>();
        for (Element child : children) {
            FormItem added = addItem(child, item);
            added.repeat |= !siblings.add(added.name);
        }
        return item;
    }

    private void readBind(Element bind, Itext itext) {
        String nodeset = XFormDocument.attribute(bind, "nodeset");
        if (nodeset.isEmpty()) {
            nodeset = XFormDocument.attribute(bind, "ref");
        }
        if (nodeset.contains("@")) {
            return;
        }
        FormItem item = find(nodeset, all.get(0));
        if (item == null) {
            problem("bind nodeset=\"" + nodeset + "\"", nodeset, "xform.noNode");
            return;
        }
        String id = XFormDocument.attribute(bind, "id");
        if (!id.isEmpty()) {
            bindIds.put(id, item.path);
        }
        DataType type = DataType.of(XFormDocument.attribute(bind, "type"));
        item.type = type == null ? DataType.STRING : type;
        item.relevant = expression(bind, nodeset, "relevant");
        item.required = expression(bind, nodeset, "required");
        item.constraint = expression(bind, nodeset, "constraint");
        item.calculate = expression(bind, nodeset, "calculate");
        item.readonly = expression(bind, nodeset, "readonly");
        item.constraintMessage = itext.ofText(XFormDocument.attribute(bind, "constraintMsg"));
        item.requiredMessage = itext.ofText(XFormDocument.attribute(bind, "requiredMsg"));
        item.preload = (XFormDocument.attribute(bind, "preload") + " " + XFormDocument.attribute(bind, "preloadParams"))
                .strip();
    }

    private @Nullable Expression expression(Element bind, String nodeset, String attribute) {
        String source = XFormDocument.attribute(bind, attribute);
        return source.isBlank() ? null : expression("bind nodeset=\"" + nodeset + "\" " + attribute, source);
    }

    @Nullable
    Expression expression(String place, String source) {
        try {
            return Expression.parse(source);
        } catch (ExpressionException e) {
            problem(place, source, "xform.expression", e.reason());
            return null;
        }
    }

    void problem(String place, String got, String code, String... arguments) {
        problems.add(FormProblem.inXForm(place, got, code, arguments));
    }

    @Nullable
    FormItem byBind(String id) {
        return byPath.get(bindIds.getOrDefault(id, ""));
    }

    /** The item a reference names, seen from another item; prefixes do not count. */
    @Nullable
    FormItem find(String reference, FormItem from) {
        String path = reference.strip().replaceAll("\\[[^\\]]*\\]", "").replace("current()/", "");
        var names = new ArrayList<String>(path.startsWith("/") ? List.of() : from.names);
        for (String step : path.split("/", -1)) {
            String name = step.substring(step.indexOf(':') + 1).strip();
            if (name.equals("..")) {
                if (!names.isEmpty()) {
                    names.remove(names.size() - 1);
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return byPath.get("/" + String.join("/", names));
    }

    private Map<String, Item> items() {
        var items = new LinkedHashMap<String, Item>();
        for (FormItem item : all) {
            if (!item.isGroup()) {
                var choices = new LinkedHashMap<String, Wording>();
                item.choices.forEach(list -> choices.putAll(list.all()));
                items.put(
                        item.path,
                        new Item(item.path, item.type, item.control, item.label, choices, item.isComputed()));
            }
        }
        return items;
    }
}
