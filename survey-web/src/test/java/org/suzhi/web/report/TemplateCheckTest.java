package org.suzhi.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCheckTest {
    private static byte[] changed(String language, Consumer<XWPFDocument> change) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(WordReport.builtInTemplate(language)));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            change.accept(document);
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String text) {
        return document.getParagraphs().stream()
                .filter(p -> p.getText().contains(text))
                .findFirst()
                .orElseThrow();
    }

    private static void write(XWPFParagraph paragraph, String text) {
        for (int i = paragraph.getRuns().size() - 1; i > 0; i--) {
            paragraph.removeRun(i);
        }
        paragraph.getRuns().get(0).setText(text, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void theBuiltInTemplateAndOneWithMoreWordsCanBeUsed(String language) throws IOException {
        assertThat(TemplateCheck.of(WordReport.builtInTemplate(language), language))
                .isEmpty();
        assertThat(TemplateCheck.of(
                        changed(language, d -> d.createParagraph().createRun().setText("内部资料")), language))
                .isEmpty();
    }

    @Test
    void unknownAndMissingFieldsAreNamed() throws IOException {
        byte[] file = changed("en", d -> write(paragraph(d, "{{title}}"), "{{titel}}"));
        assertThat(TemplateCheck.of(file, "en"))
                .containsExactlyInAnyOrder(
                        new TemplateCheck.Wrong("report.template.wrong.unknown", "{{titel}}"),
                        new TemplateCheck.Wrong("report.template.wrong.missing", "{{title}}"));
    }

    @Test
    void aBlockWithoutItsEndAndAFileOfAnotherKindAreRefused() throws IOException {
        byte[] open = changed("en", d -> write(paragraph(d, "{{/sections}}"), "-"));
        assertThat(TemplateCheck.of(open, "en"))
                .extracting(TemplateCheck.Wrong::key)
                .containsExactly("report.template.wrong.file");
        assertThat(TemplateCheck.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "en"))
                .extracting(TemplateCheck.Wrong::key)
                .containsExactly("report.template.wrong.file");
    }

    @Test
    void aTemplateThatLoadsAnotherFileIsRefused() throws IOException {
        byte[] file = changed(
                "zh-CN",
                d -> d.getPackagePart()
                        .addExternalRelationship(
                                "http://example.org/other.dotm",
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"));
        assertThat(TemplateCheck.of(file, "zh-CN"))
                .extracting(TemplateCheck.Wrong::key)
                .containsExactly("report.template.wrong.active");
    }
}
