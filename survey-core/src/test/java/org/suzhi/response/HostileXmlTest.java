package org.suzhi.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suzhi.questionnaire.WorkbookBuilder;

/** XML made to harm is refused as malformed, quickly and without reading anything else. */
class HostileXmlTest {
    private static Finding refusal(byte[] xml) {
        SubmissionCheck check = SurveyFixture.FORM.check(xml, SurveyFixture.RECEIVED);
        List<Finding> findings = ((SubmissionCheck.Refused) check).findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).rule()).isEqualTo(Rule.MALFORMED);
        assertThat(findings.get(0).message(Locale.CHINA)).startsWith("提交的内容不是可读的 XML");
        return findings.get(0);
    }

    private static Finding refusal(String xml) {
        return refusal(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void entityBombIsRefused() {
        var bomb = new StringBuilder("<!DOCTYPE data [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        bomb.append("]><data id=\"literacy\" version=\"2025\"><K01>&a29;</K01></data>");
        assertThat(refusal(bomb.toString()).expected()).isEqualTo("doctype");
    }

    @Test
    void externalEntityIsNotRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "true");
        String xml = "<!DOCTYPE data [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + SurveyFixture.xml(SurveyFixture.farmer())
                        .replaceFirst("<\\?xml[^>]*\\?>", "")
                        .replace("<K01>true</K01>", "<K01>&x;</K01>");
        assertThat(refusal(xml).expected()).isEqualTo("doctype");
    }

    @Test
    void externalDtdIsNotRead() {
        String xml = "<!DOCTYPE data SYSTEM \"http://127.0.0.1:9/x.dtd\"><data id=\"literacy\" version=\"2025\"/>";
        assertThat(refusal(xml).expected()).isEqualTo("doctype");
    }

    @Test
    void undeclaredEntityIsRefused() {
        refusal("<data id=\"literacy\" version=\"2025\"><K01>&x;</K01></data>");
    }

    @Test
    void millionNodesAreRefused() {
        String xml = "<data id=\"literacy\" version=\"2025\">" + "<a/>".repeat(1_000_000) + "</data>";
        assertThat(refusal(xml).expected()).isEqualTo("too_many_nodes");
    }

    @Test
    void deepNestingIsRefused() {
        String xml = "<a>".repeat(100_000) + "</a>".repeat(100_000);
        assertThat(refusal(xml).expected()).isEqualTo("too_deep");
    }

    @Test
    void hugeDocumentIsRefused() {
        String xml = "<data id=\"literacy\"><K01>" + "x".repeat(5_000_000) + "</K01></data>";
        assertThat(refusal(xml).expected()).isEqualTo("too_large");
    }

    @Test
    void wrongCharsetIsRefused() {
        byte[] gbk = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><data id=\"literacy\"><K01>\u4e2d\u6587</K01></data>"
                .getBytes(java.nio.charset.Charset.forName("GBK"));
        assertThat(refusal(gbk).expected()).isEqualTo("encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "no xml", "<data>", "<data></dat>", "<data id='literacy'", "\u0000", "<a/><b/>", "{}"})
    void whatIsNoXmlIsRefused(String text) {
        refusal(text);
    }

    @Test
    void manyRepeatsAreCheckedAndManyFindingsCutShort() {
        PublishedForm form = PublishedForm.compile(
                new WorkbookBuilder().sheet("survey", """
                        type | name | label | constraint | calculation
                        begin repeat | m | M | |
                        integer | n | N | . < 5 |
                        calculate | twice | | | ${n} * 2
                        end repeat | | | |
                        calculate | all | | | sum(${n})
                        """).read().convert());
        String head = "<data id=\"test\">";
        String foot = "<meta><instanceID>uuid:1</instanceID></meta></data>";
        String good = head + "<m><n>1</n></m>".repeat(20_000) + foot;
        assertThat(form.check(good.getBytes(StandardCharsets.UTF_8), SurveyFixture.RECEIVED))
                .isInstanceOfSatisfying(SubmissionCheck.Accepted.class, accepted -> {
                    assertThat(accepted.response().valueOf("all")).isEqualTo("20000");
                    assertThat(accepted.response().answer("/data/m[20000]/twice"))
                            .contains(new Answer.Text("2"));
                });
        String bad = head + "<m><n>9</n><x/></m>".repeat(20_000) + foot;
        assertThat(form.check(bad.getBytes(StandardCharsets.UTF_8), SurveyFixture.RECEIVED))
                .isInstanceOfSatisfying(
                        SubmissionCheck.Refused.class,
                        refused -> assertThat(refused.findings()).hasSize(1000));
    }
}
