package org.suzhi.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suzhi.questionnaire.WorkbookBuilder;
import org.suzhi.questionnaire.logic.MalformedXml;

class SubmissionCheckTest {
    @Test
    void completeInterviewIsAccepted() {
        ValidatedResponse response = SurveyFixture.accepted(SurveyFixture.farmer());
        assertThat(response.instanceId()).isEqualTo("uuid:0f8fad5b-d9cb-469f-a165-70867728950e");
        assertThat(response.version()).isEqualTo("2025");
        assertThat(response.answer("/data/person/age")).contains(new Answer.Whole("45", 45));
        assertThat(response.answer("/data/place/village")).contains(new Answer.Choice("v002"));
        assertThat(response.answer("/data/module_farmers/F02"))
                .contains(new Answer.Choices("tv net", List.of("tv", "net")));
        assertThat(response.answer("/data/hours")).contains(new Answer.Real("1.5", 1.5));
        assertThat(response.answer("/data/person/employer")).isEmpty();
        assertThat(response.xml()).contains("<town>t01</town>");
    }

    @Test
    void keyScoresTheResponse() {
        var score = SurveyFixture.WORKBOOK.scoring().score(SurveyFixture.accepted(SurveyFixture.farmer()));
        assertThat(score.total()).isEqualTo(70);
        assertThat(score.byDimension()).containsExactly(Map.entry("knowledge", 60.0), Map.entry("ability", 10.0));
    }

    @Test
    void serverRecalculatesWhatTheClientCalculated() {
        Map<String, String> answers = SurveyFixture.farmer();
        answers.put("person/age_band", "18-29");
        answers.remove("person/farmers");
        ValidatedResponse response = SurveyFixture.accepted(answers);
        assertThat(response.answer("/data/person/age_band")).contains(new Answer.Text("30-59"));
        assertThat(response.answer("/data/person/farmers")).contains(new Answer.Text("1"));
        assertThat(response.answer("/data/meta/instanceName")).contains(new Answer.Text("t01-45"));
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                broken("age 17", a -> a.put("person/age", "17"), "/data/person/age", Rule.CONSTRAINT, "17"),
                broken("age 70", a -> a.put("person/age", "70"), "/data/person/age", Rule.CONSTRAINT, "70"),
                broken("age abc", a -> a.put("person/age", "abc"), "/data/person/age", Rule.TYPE, "abc"),
                broken("age empty", a -> a.put("person/age", ""), "/data/person/age", Rule.REQUIRED, ""),
                broken("no age", a -> a.remove("person/age"), "/data/person/age", Rule.REQUIRED, ""),
                broken("no sex", a -> a.remove("person/sex"), "/data/person/sex", Rule.REQUIRED, ""),
                broken("other sex", a -> a.put("person/sex", "x"), "/data/person/sex", Rule.CHOICE, "x"),
                broken(
                        "village of another town",
                        a -> a.put("place/village", "v003"),
                        "/data/place/village",
                        Rule.CHOICE,
                        "v003"),
                broken(
                        "unknown channel",
                        a -> a.put("module_farmers/F02", "tv fax"),
                        "/data/module_farmers/F02",
                        Rule.CHOICE,
                        "fax"),
                broken(
                        "channel twice",
                        a -> a.put("module_farmers/F02", "tv tv"),
                        "/data/module_farmers/F02",
                        Rule.CHOICE,
                        "tv tv"),
                broken(
                        "three channels",
                        a -> a.put("module_farmers/F02", "tv net book"),
                        "/data/module_farmers/F02",
                        Rule.CONSTRAINT,
                        "tv net book"),
                broken(
                        "employer of a farmer",
                        a -> a.put("person/employer", "某厂"),
                        "/data/person/employer",
                        Rule.RELEVANT,
                        "某厂"),
                broken("hours", a -> a.put("hours", "1,5"), "/data/hours", Rule.TYPE, "1,5"),
                broken("no such day", a -> a.put("born", "1981-02-29"), "/data/born", Rule.TYPE, "1981-02-29"),
                broken("born tomorrow", a -> a.put("born", "2025-07-02"), "/data/born", Rule.CONSTRAINT, "2025-07-02"),
                broken("unknown item", a -> a.put("person/phone", "1"), "/data/person/phone", Rule.UNKNOWN_ITEM, "1"),
                broken("no id", a -> a.remove("meta/instanceID"), "/data/meta/instanceID", Rule.REQUIRED, ""));
    }

    private static Arguments broken(
            String name, Consumer<Map<String, String>> change, String item, Rule rule, String got) {
        return Arguments.of(name, change, item, rule, got);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void oneBreakIsTheOneFinding(
            String name, Consumer<Map<String, String>> change, String item, Rule rule, String got) {
        Map<String, String> answers = SurveyFixture.farmer();
        change.accept(answers);
        assertThat(SurveyFixture.findings(answers))
                .extracting(Finding::item, Finding::rule, Finding::got)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(item, rule, got));
    }

    @Test
    void allFindingsAreToldAtOnce() {
        Map<String, String> answers = SurveyFixture.farmer();
        answers.put("person/age", "17");
        answers.put("person/sex", "x");
        answers.remove("K01");
        assertThat(SurveyFixture.findings(answers))
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(Rule.CONSTRAINT, Rule.CHOICE, Rule.REQUIRED);
    }

    @Test
    void findingSpeaksTheAuthorsWordsInTheLanguageAsked() {
        Map<String, String> answers = SurveyFixture.farmer();
        answers.put("person/age", "17");
        Finding finding = SurveyFixture.findings(answers).get(0);
        assertThat(finding.message(Locale.CHINA)).isEqualTo("年龄须在 18 至 69 岁之间");
        assertThat(finding.message(Locale.ENGLISH)).isEqualTo("Age must be 18 to 69");
        assertThat(finding.label().in(Locale.CHINA)).isEqualTo("年龄");
        assertThat(finding.label().in(Locale.ENGLISH)).isEqualTo("Age");
    }

    @Test
    void findingSpeaksOurWordsWhereTheAuthorGivesNone() {
        Map<String, String> answers = SurveyFixture.farmer();
        answers.put("person/sex", "x");
        Finding finding = SurveyFixture.findings(answers).get(0);
        assertThat(finding.message(Locale.CHINA)).isEqualTo("“x”不在选项之中。");
        assertThat(finding.message(Locale.ENGLISH)).isEqualTo("\"x\" is not one of the choices.");
    }

    @Test
    void emptyNodesOfIrrelevantGroupsAreFine() {
        Map<String, String> answers = SurveyFixture.farmer();
        answers.put("person/occupation", "worker");
        answers.put("person/employer", "某厂");
        answers.put("module_farmers/F01", "");
        answers.put("module_farmers/F02", "");
        assertThat(SurveyFixture.accepted(answers).answer("/data/person/farmers"))
                .contains(new Answer.Text("0"));
    }

    @Test
    void answersInAnIrrelevantGroupAreRefusedEachByName() {
        Map<String, String> answers = SurveyFixture.farmer();
        answers.put("person/occupation", "worker");
        assertThat(SurveyFixture.findings(answers))
                .extracting(Finding::item, Finding::rule)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/data/module_farmers/F01", Rule.RELEVANT),
                        org.assertj.core.groups.Tuple.tuple("/data/module_farmers/F02", Rule.RELEVANT));
    }

    @Test
    void itemTwiceIsRefused() {
        String xml =
                SurveyFixture.xml(SurveyFixture.farmer()).replace("<K01>true</K01>", "<K01>true</K01><K01>false</K01>");
        assertThat(SurveyFixture.findings(xml)).extracting(Finding::rule).containsExactly(Rule.REPEATED_ITEM);
    }

    @Test
    void otherFormAndOtherVersionAreRefused() {
        String xml = SurveyFixture.xml(SurveyFixture.farmer());
        assertThat(SurveyFixture.findings(xml.replace("id=\"literacy\"", "id=\"other\"")))
                .extracting(Finding::rule, Finding::got, Finding::expected)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Rule.UNKNOWN_FORM, "other", "literacy"));
        assertThat(SurveyFixture.findings(xml.replace("version=\"2025\"", "version=\"2024\"")))
                .extracting(Finding::rule, Finding::got, Finding::expected)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Rule.UNKNOWN_VERSION, "2024", "2025"));
        assertThat(SurveyFixture.findings(xml.replace("version=\"2025\"", "")))
                .extracting(Finding::rule)
                .containsExactly(Rule.UNKNOWN_VERSION);
    }

    @Test
    void editNamesTheSubmissionItReplaces() {
        Map<String, String> answers = SurveyFixture.farmer();
        answers.put("meta/deprecatedID", "uuid:old");
        assertThat(SurveyFixture.accepted(answers).deprecatedId()).contains("uuid:old");
    }

    @Test
    void answerInAnotherDeclaredEncodingIsRead() {
        Map<String, String> answers = SurveyFixture.farmer();
        answers.put("person/occupation", "worker");
        answers.put("person/employer", "连平县某厂");
        answers.remove("module_farmers/F01");
        answers.remove("module_farmers/F02");
        String xml = SurveyFixture.xml(answers).replace("UTF-8", "UTF-16");
        SubmissionCheck check = SurveyFixture.FORM.check(xml.getBytes(StandardCharsets.UTF_16), SurveyFixture.RECEIVED);
        assertThat(check).isInstanceOfSatisfying(SubmissionCheck.Accepted.class, accepted -> {
            assertThat(accepted.response().valueOf("employer")).isEqualTo("连平县某厂");
            assertThat(accepted.response().xml()).contains("连平县某厂");
        });
    }

    @Test
    void aSubmissionTellsFormVersionAndIdBeforeItIsChecked() throws MalformedXml {
        byte[] xml = SurveyFixture.xml(SurveyFixture.farmer()).getBytes(StandardCharsets.UTF_8);
        SubmittedXml submitted = SubmittedXml.read(xml);
        assertThat(submitted.formId()).isEqualTo("literacy");
        assertThat(submitted.version()).isEqualTo("2025");
        assertThat(submitted.instanceId()).isEqualTo("uuid:0f8fad5b-d9cb-469f-a165-70867728950e");
    }

    private static PublishedForm form(String survey) {
        return PublishedForm.compile(
                new WorkbookBuilder().sheet("survey", survey).read().convert());
    }

    private static SubmissionCheck check(PublishedForm form, String items) {
        String xml = "<data id=\"test\">" + items + "<meta><instanceID>uuid:1</instanceID></meta></data>";
        return form.check(xml.getBytes(StandardCharsets.UTF_8), SurveyFixture.RECEIVED);
    }

    @Test
    void regexMayMatchAPartSinceWebFormsTakesIt() {
        PublishedForm form = form("type|name|label|constraint\ntext|a|A|regex(., '[0-9]+')");
        assertThat(check(form, "<a>12</a>")).isInstanceOf(SubmissionCheck.Accepted.class);
        assertThat(check(form, "<a>x12</a>")).isInstanceOf(SubmissionCheck.Accepted.class);
        assertThat(check(form, "<a>x</a>")).isInstanceOf(SubmissionCheck.Refused.class);
    }

    @Test
    void todayIsTheDayOfTheInterviewNotOfItsReceipt() {
        PublishedForm form = form("type|name|label|constraint\nend|end||\ndate|visit|Visit|. >= today()");
        String sentLate = "<end>2025-06-20T10:00:00.000+08:00</end><visit>2025-06-21</visit>";
        assertThat(check(form, sentLate)).isInstanceOf(SubmissionCheck.Accepted.class);
        String before = "<end>2025-06-20T10:00:00.000+08:00</end><visit>2025-06-19</visit>";
        assertThat(check(form, before)).isInstanceOf(SubmissionCheck.Refused.class);
    }

    @Test
    void answersInRepeatsAreNamedByTheirPosition() {
        PublishedForm form = form("""
                type | name | label | constraint | relevant
                begin repeat | m | M | |
                integer | age | Age | . < 120 |
                text | job | Job | | ${age} > 15
                end repeat | | | |
                """);
        SubmissionCheck good = check(form, "<m><age>10</age></m><m><age>40</age><job>farmer</job></m>");
        assertThat(good)
                .isInstanceOfSatisfying(
                        SubmissionCheck.Accepted.class,
                        accepted -> assertThat(accepted.response().answers())
                                .containsKeys("/data/m[1]/age", "/data/m[2]/age", "/data/m[2]/job"));
        SubmissionCheck bad = check(form, "<m><age>10</age><job>x</job></m><m><age>140</age></m>");
        assertThat(bad)
                .isInstanceOfSatisfying(
                        SubmissionCheck.Refused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(Finding::item, Finding::rule)
                                .containsExactly(
                                        org.assertj.core.groups.Tuple.tuple("/data/m[2]/age", Rule.CONSTRAINT),
                                        org.assertj.core.groups.Tuple.tuple("/data/m[1]/job", Rule.RELEVANT)));
    }

    @Test
    void rangeOffersItsStepsOnly() {
        PublishedForm form = form("type|name|label|parameters\nrange|r|R|start=0 end=5 step=0.5");
        assertThat(check(form, "<r>2.5</r>")).isInstanceOf(SubmissionCheck.Accepted.class);
        assertThat(check(form, "<r>2.6</r>")).isInstanceOf(SubmissionCheck.Refused.class);
        assertThat(check(form, "<r>5.5</r>")).isInstanceOf(SubmissionCheck.Refused.class);
        assertThat(check(form, "<r>x</r>")).isInstanceOf(SubmissionCheck.Refused.class);
        PublishedForm untyped = form("type|name|label|bind::type\nrange|r|R|string");
        assertThat(check(untyped, "<r>x</r>")).isInstanceOf(SubmissionCheck.Refused.class);
        assertThat(check(untyped, "<r>3</r>")).isInstanceOf(SubmissionCheck.Accepted.class);
    }

    @Test
    void nameOfAnAttachmentIsAFileNameWithoutAPath() {
        PublishedForm form = form("type|name|label\nimage|p|P");
        assertThat(check(form, "<p>photo 1.jpg</p>")).isInstanceOf(SubmissionCheck.Accepted.class);
        assertThat(check(form, "<p>../../etc/passwd</p>")).isInstanceOf(SubmissionCheck.Refused.class);
        assertThat(check(form, "<p>C:\\x.jpg</p>")).isInstanceOf(SubmissionCheck.Refused.class);
    }

    @Test
    void formIsCheckedByManyThreadsAtOnce() {
        byte[] good = SurveyFixture.xml(SurveyFixture.farmer()).getBytes(StandardCharsets.UTF_8);
        Map<String, String> young = SurveyFixture.farmer();
        young.put("person/age", "17");
        byte[] bad = SurveyFixture.xml(young).getBytes(StandardCharsets.UTF_8);
        long accepted = java.util.stream.IntStream.range(0, 2000)
                .parallel()
                .filter(i -> SurveyFixture.FORM.check(i % 2 == 0 ? good : bad, SurveyFixture.RECEIVED)
                        instanceof SubmissionCheck.Accepted)
                .count();
        assertThat(accepted).isEqualTo(1000);
    }
}
