package org.suzhi.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constructs of XLSForm that the reference workbooks leave out; what pyxform makes of them is the measure. */
class FurtherConstructsTest {
    private static WorkbookBuilder workbook(String survey, String... more) {
        var workbook = new WorkbookBuilder().sheet("survey", survey);
        for (int i = 0; i < more.length; i += 2) {
            workbook.sheet(more[i], more[i + 1]);
        }
        return workbook;
    }

    private static List<String> facts(String survey, String... more) {
        return XFormMeaning.of(workbook(survey, more).read().convert());
    }

    private static List<String> codes(String survey, String... more) {
        FormProblems refused = catchThrowableOfType(
                FormProblems.class, () -> workbook(survey, more).read());
        return refused == null
                ? List.of()
                : refused.problems().stream().map(FormProblem::code).toList();
    }

    @Test
    void headingsMayBeOldUpperCaseOrSpaced() {
        assertThat(facts(
                        """
                        TYPE | Name | Caption | RELEVANCE | Constraint  Message | constraint | Read Only | Required
                        select one from yn | a | A | | | | yes | TRUE
                        int | b | B | ${a} = ‘yes’ | No “more” | . < 3 | | true()
                        """,
                        "choices",
                        "List Name | VALUE | Label\nyn | yes | Yes",
                        "settings",
                        "Form_ID|FORM_TITLE\nf|T"))
                .contains(
                        "title T",
                        "instance data {id=f}",
                        "bind {nodeset=/data/a, readonly=true(), required=true(), type=string}",
                        "bind {constraint=.<3, jr:constraintMsg=No \"more\", nodeset=/data/b, relevant=/data/a='yes',"
                                + " required=true(), type=int}");
    }

    @Test
    void settingsGoWhereClientsReadThem() {
        assertThat(
                        facts(
                                "type|name|label\ntext|a|A",
                                "settings",
                                "form_id|version|style|instance_name|submission_url|public_key|auto_send|auto_delete|namespaces|attribute::x\n"
                                        + "f|2|pages|concat(${a}, '!')|https://example.org/s|KEY|true|false|esri=\"http://esri.com/x\"|y"))
                .contains(
                        "instance data {id=f, version=2, x=y}",
                        "submission {action=https://example.org/s, base64RsaPublicKey=KEY, method=post,"
                                + " orx:auto-delete=false, orx:auto-send=true}",
                        "bind {calculate=concat(/data/a,'!'), nodeset=/data/meta/instanceName, type=string}",
                        "body {class=pages}");
    }

    @Test
    void auditStandsInTheMetaBlockWithItsParameters() {
        assertThat(facts("""
                        type | name | label | parameters
                        audit | | | location-priority=balanced location-min-interval=60 location-max-age=120 track-changes=true
                        text | a | A |
                        """))
                .contains(
                        "instance . meta {}",
                        "bind {nodeset=/data/meta/audit, odk:location-max-age=120, odk:location-min-interval=60,"
                                + " odk:location-priority=balanced, odk:track-changes=true, type=binary}");
    }

    @Test
    void backgroundGeopointFollowsItsTrigger() {
        assertThat(facts("""
                        type | name | label | trigger
                        text | a | A |
                        background-geopoint | where | | ${a}
                        """))
                .contains(
                        "bind {nodeset=/data/where, type=geopoint}",
                        "body . odk:setgeopoint {event=xforms-value-changed, ref=/data/where} ");
    }

    @Test
    void externalInstancesAreNamedAfterTheirQuestions() {
        assertThat(workbook("""
                        type | name | label | calculation
                        csv-external | people | |
                        xml-external | places | |
                        calculate | n | | count(instance('people')/root/item)
                        """).read().convert())
                .contains(
                        "<instance id=\"people\" src=\"jr://file-csv/people.csv\"/>",
                        "<instance id=\"places\" src=\"jr://file/places.xml\"/>");
    }

    @Test
    void noteWithoutANameGetsOneAndEmptyRowsAreSkipped() {
        assertThat(facts("type|name|label\nnote||First\n||\ntext|a|A"))
                .contains("instance . generated_note_name_2 {} ", "instance . a {} ");
    }

    @Test
    void groupsKeepNamesApartButReferencesMustBeClear() {
        assertThat(codes("""
                        type | name | label
                        begin group | g | G
                        text | a | A
                        end group | |
                        begin group | h | H
                        text | a | A
                        end group | |
                        """)).isEmpty();
        assertThat(codes("""
                        type | name | label
                        begin group | g | G
                        text | a | A
                        end group | |
                        text | a | A ${a}
                        """)).containsExactly("reference.ambiguous");
    }

    @Test
    void mediaHaveALanguageEachAndMissingTextsAreDashes() {
        assertThat(facts("""
                        type | name | label::English (en) | image::English (en) | media::audio::中文 (zh) | hint::中文 (zh)
                        text | a | A | a.png | a.mp3 | 提示
                        """))
                .contains(
                        "text English (en) /data/a:label image = jr://images/a.png",
                        "text 中文 (zh) /data/a:label audio = jr://audio/a.mp3",
                        "text 中文 (zh) /data/a:label  = -",
                        "text English (en) /data/a:hint  = -");
    }

    @ParameterizedTest
    @CsvSource({
        "audit, audit location-priority=balanced, parameter.together",
        "audit, audit location-priority=wild location-min-interval=1 location-max-age=2, parameter.choice",
        "audit, audit track-changes-reasons=never, parameter.choice",
        "audit, log track-changes=true, audit.name",
        "audio, a quality=great, parameter.choice",
        "background-audio, a quality=external, parameter.choice",
        "select_one t, a seed=1, parameter.seed",
        "select_one t, a randomize=true seed=many, parameter.number",
        "background-geopoint, a , geopoint.noTrigger",
        "text, a rows=1.5, parameter.number",
    })
    void parametersThatNoClientTakesAreRefused(String type, String nameAndParameters, String code) {
        String[] parts = nameAndParameters.split(" ", 2);
        assertThat(codes(
                        "type|name|label|parameters\n%s|%s|A|%s"
                                .formatted(type, parts[0], parts.length > 1 ? parts[1] : ""),
                        "choices",
                        "list_name|name|label\nt|x|X"))
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "'type|name|value|label', 'text|a|b|A', column.doubled",
        "'type|name|label', 'text|1a|A', question.badName",
        "'type|name|label', 'text|a:b|A', ''",
        "'type|name|label', 'text|年龄|A', ''",
        "'type|name|label', 'Text|a|A', question.unknownType",
        "'type|name|label|trigger', 'text|a|A|${nobody}', reference.unknown",
        "'type|name|label|trigger', 'text|a|A|nobody', trigger.noReference",
        "'type|name|label', 'text|a|A ${b', reference.malformed",
        "'type|name|label', 'text|a|A ${b c}', reference.malformed",
        "'type|name|label', 'select_one x.csv or_other|a|A', list.other",
        "'type|name|label', 'select_one_from_file x.txt|a|A', list.fileType",
        "'type|name|label|bind::entities:saveto', 'text|a|A|p', entity.none",
        "'type|name|label', 'begin group|a|A', group.unclosed",
        "'type|name|label', 'end group|a|', group.unmatchedEnd",
    })
    void mistakesAreNamed(String headings, String row, String code) {
        List<String> codes = codes(headings + "\n" + row);
        assertThat(codes.isEmpty() ? "" : codes.get(0)).isEqualTo(code);
    }
}
