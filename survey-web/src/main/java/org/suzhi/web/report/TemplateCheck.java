package org.suzhi.web.report;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.template.BlockTemplate;
import com.deepoove.poi.template.IterableTemplate;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.suzhi.web.publication.page.Table;

/** Whether a Word file can serve as a template: its fields are those of the built-in one, and it can be filled. */
final class TemplateCheck {
    /** Fields that an office may leave out. */
    private static final Set<String> OPTIONAL = Set.of(
            "{{?issuer}}",
            "{{?issuer}} {{=#this}}",
            "{{?number}}",
            "{{?number}} {{=#this}}",
            "{{?addressee}}",
            "{{?addressee}} {{=#this}}",
            "{{date}}",
            "{{?sections}} {{?blocks}} {{?table}} {{caption}}",
            "{{?sections}} {{?blocks}} {{?table}} {{?note}}",
            "{{?sections}} {{?blocks}} {{?table}} {{?note}} {{=#this}}");

    private TemplateCheck() {}

    /**
     * What is wrong.
     *
     * @param key of its text
     * @param got what the text names
     */
    record Wrong(String key, String got) {}

    /** All that is wrong with a template; empty where it can be used. */
    static List<Wrong> of(byte[] file, String language) {
        Set<String> fields;
        try (XWPFTemplate template = XWPFTemplate.compile(new ByteArrayInputStream(file))) {
            if (hasMacrosOrLinks(template)) {
                return List.of(new Wrong("report.template.wrong.active", ""));
            }
            fields = fields(template);
        } catch (IOException | InvalidFormatException | RuntimeException e) {
            return List.of(new Wrong("report.template.wrong.file", "{{?sections}} … {{/sections}}"));
        }
        Set<String> known = builtIn(language);
        List<Wrong> wrong = new ArrayList<>();
        fields.stream()
                .filter(field -> !known.contains(field))
                .forEach(field -> wrong.add(new Wrong("report.template.wrong.unknown", field)));
        known.stream()
                .filter(field -> !OPTIONAL.contains(field) && !fields.contains(field))
                .forEach(field -> wrong.add(new Wrong("report.template.wrong.missing", field)));
        if (wrong.isEmpty() && !canBeFilled(file, language)) {
            wrong.add(new Wrong("report.template.wrong.fill", "{{#grid}}, {{@picture}}"));
        }
        return wrong;
    }

    private static boolean canBeFilled(byte[] file, String language) {
        Table table = new Table(List.of("1", "2"), List.of(List.of("3", "4")));
        Report trial = new Report(
                language,
                "-",
                new Letterhead("-", "-", "-", LocalDate.EPOCH),
                "-",
                List.of(new Report.Section(
                        "-", List.of(new Report.Paragraph("-"), new Report.Grid("-", table, "-", false)))));
        try {
            return new WordReport().write(trial, file).length > 0;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static Set<String> builtIn(String language) {
        try (XWPFTemplate template =
                XWPFTemplate.compile(new ByteArrayInputStream(WordReport.builtInTemplate(language)))) {
            return fields(template);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Macros, or another file that Word would load on opening. */
    private static boolean hasMacrosOrLinks(XWPFTemplate template) throws InvalidFormatException {
        for (PackagePart part : template.getXWPFDocument().getPackage().getParts()) {
            if (part.getContentType().contains("vba") || part.getContentType().contains("macroEnabled")) {
                return true;
            }
            if (part.isRelationshipPart()) {
                continue;
            }
            for (PackageRelationship relation : part.getRelationships()) {
                if (relation.getTargetMode() == TargetMode.EXTERNAL
                        && !relation.getRelationshipType().equals(XWPFRelation.HYPERLINK.getRelation())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The fields as they are written, each after those that it stands within. */
    private static Set<String> fields(XWPFTemplate template) {
        Set<String> fields = new TreeSet<>();
        collect(template.getElementTemplates(), "", fields);
        return fields;
    }

    private static void collect(List<MetaTemplate> templates, String within, Set<String> fields) {
        for (MetaTemplate template : templates) {
            if (template instanceof BlockTemplate block) {
                String field = within + block.getStartMark().getSource();
                fields.add(field);
                if (block instanceof IterableTemplate iterable) {
                    collect(iterable.getTemplates(), field + " ", fields);
                }
            } else if (template instanceof RunTemplate run) {
                fields.add(within + run.getSource());
            }
        }
    }
}
