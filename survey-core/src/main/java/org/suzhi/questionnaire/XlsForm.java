package org.suzhi.questionnaire;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A questionnaire as its author wrote it: an XLSForm workbook, read and found usable. */
public final class XlsForm {
    /** The largest workbook that is read. */
    public static final int MAX_BYTES = 32 << 20;

    private static final Map<String, String> NAMESPACES = new LinkedHashMap<>();
    private static final Pattern PATH = Pattern.compile("(/[\\w.-]+)+");
    private static final Map<String, String> ENTITIES =
            Map.of("xmlns:entities", "http://www.opendatakit.org/xforms/entities");

    static {
        NAMESPACES.put("xmlns", "http://www.w3.org/2002/xforms");
        NAMESPACES.put("xmlns:h", "http://www.w3.org/1999/xhtml");
        NAMESPACES.put("xmlns:ev", "http://www.w3.org/2001/xml-events");
        NAMESPACES.put("xmlns:xsd", "http://www.w3.org/2001/XMLSchema");
        NAMESPACES.put("xmlns:jr", "http://openrosa.org/javarosa");
        NAMESPACES.put("xmlns:orx", "http://openrosa.org/xforms");
        NAMESPACES.put("xmlns:odk", "http://www.opendatakit.org/xforms");
    }

    private final Settings settings;
    private final SurveyElement root;
    private final Map<String, ChoiceList> lists;
    private final ReferenceResolver references;
    private final ScoringKey scoring;
    private final List<FormProblem> doubts;

    private XlsForm(
            Settings settings,
            SurveyElement root,
            Map<String, ChoiceList> lists,
            ReferenceResolver references,
            ScoringKey scoring,
            List<FormProblem> doubts) {
        this.settings = settings;
        this.root = root;
        this.lists = lists;
        this.references = references;
        this.scoring = scoring;
        this.doubts = doubts;
    }

    /**
     * Reads a workbook, .xlsx or .xls.
     *
     * @param fileName its name, from which the form's id is taken where the settings give none
     * @throws FormProblems with all problems found, if it cannot be made into a form
     */
    public static XlsForm read(InputStream workbook, String fileName) {
        var problems = new Problems();
        Map<String, Sheet> sheets = WorkbookReader.read(workbook, fileName, problems);
        Sheet survey = sheets.get(SurveyReader.SHEET);
        if (survey == null) {
            problems.add(fileName, 0, "", String.join(", ", sheets.keySet()), "sheet.noSurvey");
            problems.refuseIfAny();
            throw new AssertionError("unreachable");
        }
        Settings settings = Settings.read(sheets.get("settings"), fileName);
        Map<String, ChoiceList> lists = ChoiceList.read(sheets.get("choices"), settings, problems);
        Map<String, ChoiceList> external = ChoiceList.read(sheets.get("external_choices"), settings, problems);
        Map<String, ChoiceList> osmTags = ChoiceList.read(sheets.get("osm"), settings, problems);
        Sheet entities = sheets.get("entities");
        SurveyElement entity =
                entities == null || entities.rows().isEmpty() ? null : new EntityReader(entities, problems).read();
        SurveyElement root = new SurveyReader(survey, settings, lists, external, osmTags, problems).read(entity);
        ScoringKey scoring = new ScoringReader(root, lists, problems).read(sheets.get("scoring"));
        var references = new ReferenceResolver(root);
        var check = new ExpressionCheck(Columns.ofSurvey(survey), references, problems);
        root.walk(check::checkReferences);
        problems.refuseIfAny();
        root.walk(check::checkSyntax);
        return new XlsForm(settings, root, lists, references, scoring, problems.found());
    }

    public String formId() {
        return settings.formId();
    }

    public String title() {
        return settings.get("title");
    }

    /** The version the settings give, "" if none. */
    public String version() {
        return settings.get("version");
    }

    /** The key of the scoring sheet, empty if there is none. */
    public ScoringKey scoring() {
        return scoring;
    }

    /** Expressions that no client can evaluate. The form converts all the same, but is not fit to be published. */
    public List<FormProblem> doubts() {
        return doubts;
    }

    /** The settings that would keep its submissions from being read here: an encryption key, another server. */
    public List<String> settingsAgainstStorage() {
        return Stream.of("public_key", "submission_url")
                .filter(name -> !settings.get(name).isEmpty())
                .toList();
    }

    /** A problem of the XForm where it stands in the workbook, if the survey sheet has the item it names. */
    public FormProblem inWorkbook(FormProblem problem) {
        Matcher path = PATH.matcher(problem.column());
        if (!path.find()) {
            return problem;
        }
        var at = new FormProblem[] {problem};
        root.walk(element -> {
            if (element.row > 0 && element.xpath().equals(path.group())) {
                at[0] = new FormProblem(
                        SurveyReader.SHEET,
                        element.row,
                        element.name,
                        problem.got(),
                        problem.code(),
                        problem.arguments());
            }
        });
        return at[0];
    }

    /** The ODK XForm, with the id and version of the settings. */
    public String convert() {
        return convert(version());
    }

    /** The ODK XForm, published under a version. */
    public String convert(String version) {
        return convert(formId(), version);
    }

    /** The ODK XForm, published under an id and a version. */
    public String convert(String formId, String version) {
        var translations = new Translations(root, lists.values(), settings.defaultLanguage(), references);
        var model = new ModelWriter(root, settings, lists, references);
        var body = new BodyWriter(root, lists, references, model);
        Xml head = Xml.element("h:head")
                .add(Xml.element("h:title").text(title()))
                .add(model.model(translations, formId, version));
        return Xml.element("h:html", head, body.body(settings.get("style")))
                .with(NAMESPACES)
                .with(references.count("entity") > 0 ? ENTITIES : Map.of())
                .with(namespaces())
                .document();
    }

    /** The further namespaces of the settings, written as {@code esri="http://…" ns2=…}. */
    private Map<String, String> namespaces() {
        var more = new LinkedHashMap<String, String>();
        for (String pair : settings.get("namespaces").strip().split("\\s+", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && !NAMESPACES.containsKey("xmlns:" + parts[0])) {
                more.put("xmlns:" + parts[0], parts[1].replaceAll("['\"]", ""));
            }
        }
        return more;
    }
}
