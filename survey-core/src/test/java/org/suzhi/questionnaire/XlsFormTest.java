package org.suzhi.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the constructs of a workbook become in the XForm. */
class XlsFormTest {
    private static List<String> facts(String survey, String... more) {
        var workbook = new WorkbookBuilder().sheet("survey", survey);
        for (int i = 0; i < more.length; i += 2) {
            workbook.sheet(more[i], more[i + 1]);
        }
        return XFormMeaning.of(workbook.read().convert());
    }

    @Test
    void versionAndIdComeFromTheCallerOrTheSettings() {
        XlsForm form = new WorkbookBuilder()
                .sheet("survey", "type|name|label\ntext|a|A")
                .sheet("settings", "form_title|form_id|version\nT|f|7")
                .read();
        assertThat(form.title()).isEqualTo("T");
        assertThat(XFormMeaning.of(form.convert())).contains("instance data {id=f, version=7}");
        assertThat(XFormMeaning.of(form.convert("2025"))).contains("instance data {id=f, version=2025}");
        assertThat(XFormMeaning.of(form.convert("g", "8"))).contains("instance data {id=g, version=8}");
    }

    @Test
    void formWithoutSettingsIsNamedAfterItsFile() {
        assertThat(facts("type|name|label\ntext|a|A")).contains("title test", "instance data {id=test}");
    }

    @Test
    void textsWithoutALanguageBelongToTheDefaultLanguage() {
        assertThat(facts("""
                        type | name | label | label::English (en)
                        text | a | 甲 | A
                        """, "settings", "default_language\n中文 (zh)"))
                .contains(
                        "language {default=true(), lang=中文(zh)}",
                        "language {lang=English(en)}",
                        "text 中文 (zh) /data/a:label  = 甲",
                        "text English (en) /data/a:label  = A");
    }

    @Test
    void messagesAreTranslatedAndMayShowAnswers() {
        assertThat(facts("""
                        type | name | label | constraint | constraint_message | required | required_message::zh
                        integer | a | A | . > 1 | More than ${a} | yes | 必填
                        """))
                .contains(
                        "bind {constraint=.>1, jr:constraintMsg=jr:itext('/data/a:jr:constraintMsg'),"
                                + " jr:requiredMsg=jr:itext('/data/a:jr:requiredMsg'), nodeset=/data/a, required=true(),"
                                + " type=int}",
                        "text default /data/a:jr:constraintMsg  = More than<output{value=/data/a}>",
                        "text zh /data/a:jr:constraintMsg  = -",
                        "text zh /data/a:jr:requiredMsg  = 必填");
    }

    @Test
    void guidanceStandsBesideTheHint() {
        assertThat(facts("type|name|label|hint|guidance_hint\ntext|a|A|h|g"))
                .contains(
                        "text default /data/a:hint  = h",
                        "text default /data/a:hint guidance = g",
                        "body . hint {ref=jr:itext('/data/a:hint')} ");
    }

    @Test
    void calculatedDefaultIsSetAtFirstLoadAndInEachNewRepeat() {
        assertThat(facts("""
                        type | name | label | default
                        date | d | D | 2025-01-02
                        text | t | T | concat('a', 'b')
                        begin repeat | r | R |
                        date | e | E | today()
                        end repeat | | |
                        """))
                .contains(
                        "instance . d {} 2025-01-02",
                        "instance . t {} ",
                        "setvalue {event=odk-instance-first-load, ref=/data/t, value=concat('a','b')}",
                        "setvalue {event=odk-instance-first-load, ref=/data/r/e, value=today()}",
                        "body . . setvalue {event=odk-new-repeat, ref=/data/r/e, value=today()} ");
    }

    @Test
    void triggeredCalculationIsAnActionOfItsTrigger() {
        assertThat(facts("""
                        type | name | label | calculation | trigger
                        text | a | A | |
                        calculate | b | | now() | ${a}
                        dateTime | c | C | | ${a}
                        """))
                .contains(
                        "body . setvalue {event=xforms-value-changed, ref=/data/b, value=now()} ",
                        "body . setvalue {event=xforms-value-changed, ref=/data/c} ",
                        "bind {nodeset=/data/b, type=string}");
    }

    @Test
    void choicesOfAFileStandInAnExternalInstance() {
        assertThat(facts("""
                        type | name | label | choice_filter | parameters
                        text | town | Town | |
                        select_one_from_file villages.csv | v | V | town=${town} | value=code label=title
                        select_multiple_from_file x.xml | x | X | |
                        select_one_from_file m.geojson | m | M | |
                        """))
                .contains(
                        "body . itemset {nodeset=instance('villages')/root/item[town=/data/town]}",
                        "body . . value {ref=code} ",
                        "body . . label {ref=title} ",
                        "body . itemset {nodeset=instance('x')/root/item}",
                        "body . . value {ref=id} ",
                        "body . . label {ref=title} ");
    }

    @Test
    void answersOfARepeatCanBeChoices() {
        assertThat(facts("""
                        type | name | label
                        begin repeat | member | Member
                        text | name | Name
                        end repeat | |
                        select_one ${name} | head | Head
                        """))
                .contains(
                        "body . itemset {nodeset=/data/member[./name!='']}",
                        "body . . value {ref=name} ",
                        "body . . label {ref=name} ");
    }

    @Test
    void filterInARepeatRefersToTheSameInstance() {
        assertThat(facts("""
                        type | name | label | choice_filter
                        begin repeat | r | R |
                        select_one t | town | Town |
                        select_one v | village | Village | town=${town}
                        end repeat | | |
                        """, "choices", "list_name|name|label|town\nt|t01|T|\nv|v1|V|t01"))
                .contains("body . . . itemset {nodeset=instance('v')/root/item[town=current()/../town]}");
    }

    @Test
    void indexedRepeatKeepsWholePaths() {
        assertThat(facts("""
                        type | name | label | calculation
                        begin repeat | r | R |
                        integer | n | N |
                        calculate | before | | indexed-repeat(${n}, ${r}, position(..) - 1)
                        calculate | double | | ${n} * 2
                        end repeat | | |
                        calculate | total | | sum(${n})
                        """))
                .contains(
                        "bind {calculate=indexed-repeat(/data/r/n,/data/r,position(..)- 1), nodeset=/data/r/before,"
                                + " type=string}",
                        "bind {calculate=../n*2, nodeset=/data/r/double, type=string}",
                        "bind {calculate=sum(/data/r/n), nodeset=/data/total, type=string}");
    }

    @Test
    void randomizedChoicesKeepTheirSeed() {
        assertThat(facts("""
                        type | name | label | parameters
                        integer | seed | Seed |
                        select_one t | a | A | randomize=true
                        select_one t | b | B | randomize=true, seed=${seed}
                        select_one t | c | C | randomize=true seed=42
                        """, "choices", "list_name|name|label\nt|x|X"))
                .contains(
                        "body . itemset {nodeset=randomize(instance('t')/root/item)}",
                        "body . itemset {nodeset=randomize(instance('t')/root/item,/data/seed)}",
                        "body . itemset {nodeset=randomize(instance('t')/root/item,42)}");
    }

    @Test
    void parametersStandWhereClientsLookForThem() {
        assertThat(facts("""
                        type | name | label | parameters
                        text | a | A | rows=3
                        image | b | B | max-pixels=640
                        audio | c | C | quality=low
                        geopoint | d | D | capture-accuracy=10 warning-accuracy=20 allow-mock-accuracy=true
                        range | e | E | start=0 end=5 step=0.5
                        range | f | F |
                        rank t | g | G |
                        start-geopoint | h | |
                        background-audio | i | | quality=low
                        """, "choices", "list_name|name|label\nt|x|X"))
                .contains(
                        "body input {ref=/data/a, rows=3}",
                        "bind {nodeset=/data/b, orx:max-pixels=640, type=binary}",
                        "bind {nodeset=/data/c, odk:quality=low, type=binary}",
                        "body input {accuracyThreshold=10, ref=/data/d, unacceptableAccuracyThreshold=20}",
                        "bind {nodeset=/data/d, odk:allow-mock-accuracy=true, type=geopoint}",
                        "body range {end=5, ref=/data/e, start=0, step=0.5}",
                        "bind {nodeset=/data/e, type=decimal}",
                        "body range {end=10, ref=/data/f, start=1, step=1}",
                        "bind {nodeset=/data/f, type=int}",
                        "body odk:rank {ref=/data/g}",
                        "bind {nodeset=/data/g, type=odk:rank}",
                        "odk:setgeopoint {event=odk-instance-first-load, ref=/data/h}",
                        "odk:recordaudio {event=odk-instance-load, odk:quality=low, ref=/data/i}");
    }

    @Test
    void lastSavedAnswersAndPulldataNameTheirInstances() {
        assertThat(facts("""
                        type | name | label | default | calculation
                        text | town | Town | ${last-saved#town} |
                        calculate | pop | | | pulldata('towns', 'pop', 'code', ${town})
                        """))
                .contains(
                        "setvalue {event=odk-instance-first-load, ref=/data/town,"
                                + " value=instance('__last-saved')/data/town}",
                        "bind {calculate=pulldata('towns','pop','code',/data/town), nodeset=/data/pop, type=string}");
    }

    @Test
    void otherIsAddedInEveryLanguageOfTheList() {
        assertThat(facts("""
                        type | name | label
                        select_multiple t or_other | a | A
                        """, "choices", "list_name|name|label::zh|label::en\nt|x|甲|X"))
                .contains(
                        "text zh t-1  = Other",
                        "text en t-1  = Other",
                        "body input {ref=/data/a_other}",
                        "bind {nodeset=/data/a_other, relevant=selected(../a,'other'), type=string}");
    }

    @Test
    void loopMakesAGroupOfEachChoice() {
        assertThat(facts("""
                        type | name | label:english
                        begin loop over toilet | loop |
                        integer | number | How many %(label)s?
                        end loop | |
                        """, "choices", "list name|name|label:english\ntoilet|pit|Pit latrines\ntoilet|none|None"))
                .contains(
                        "instance . . pit {}",
                        "text english /data/loop/pit/number:label  = How many Pit latrines?",
                        "bind {nodeset=/data/loop/pit/number, type=int}")
                .noneMatch(fact -> fact.contains("/data/loop/none"));
    }

    @Test
    void flatGroupsLeaveNoTraceInTheInstance() {
        assertThat(facts("""
                        type | name | label | relevant
                        text | a | A |
                        begin group | g | G | ${a} = 1
                        text | b | B | ${a} > 2
                        end group | | |
                        """, "settings", "flat\nyes"))
                .contains(
                        "instance . b {} ",
                        "body group {}",
                        "bind {nodeset=/data/b, relevant=/data/a=1 and(/data/a>2), type=string}");
    }

    @Test
    void searchPutsItsChoicesIntoTheBody() {
        assertThat(facts("""
                        type | name | label | appearance
                        select_one f | a | A | search('fruits')
                        """, "choices", "list_name|name|label\nf|name_key|name"))
                .contains("body . item {}", "body . . value {} name_key")
                .noneMatch(fact -> fact.startsWith("instance {id=f}"));
    }

    @Test
    void externalSelectAsksItsList() {
        assertThat(facts("""
                        type | name | label | choice_filter
                        text | state | State |
                        select_one_external c | county | County | state=${state}
                        """, "external_choices", "LIST_NAME|name|state\nc|king|wa"))
                .contains(
                        "body input {query=instance('c')/root/item[state=/data/state], ref=/data/county}",
                        "bind {nodeset=/data/county, type=string}");
    }

    @Test
    void settingsBecomeAttributes() {
        assertThat(facts(
                        "type|name|label\ntext|a|A",
                        "settings",
                        "submission_url|auto_send|auto_delete|style|instance_name|namespaces|attribute::esri:v\n"
                                + "https://x.example|true|false|pages|${a}|esri=\"http://esri.com\"|2"))
                .contains(
                        "submission {action=https://x.example, method=post, orx:auto-delete=false, orx:auto-send=true}",
                        "body {class=pages}",
                        "instance data {esri:v=2, id=test}",
                        "bind {calculate=/data/a, nodeset=/data/meta/instanceName, type=string}");
    }

    @Test
    void auditStandsInTheMetaBlock() {
        assertThat(facts("type|name|label|parameters\naudit|||track-changes=true\ntext|a|A|"))
                .contains(
                        "instance . . audit {} ",
                        "bind {nodeset=/data/meta/audit, odk:track-changes=true, type=binary}");
    }

    @Test
    void disabledAndCommentRowsAreSkipped() {
        assertThat(facts("""
                        type | name | label | disabled | remark
                        text | a | A | |
                        text | b | B | yes |
                         | | | | only a remark
                        """)).contains("instance . a {} ").noneMatch(fact -> fact.contains("/data/b"));
    }

    @Test
    void markupInTextsIsEscaped() {
        String xform = new WorkbookBuilder()
                .sheet("survey", "type|name|label|hint\nnote|a|<b> & ${a} < \"x\"|<script>alert(1)</script>")
                .read()
                .convert();
        assertThat(xform)
                .contains("<label>&lt;b&gt; &amp; <output value=\" /data/a \"/> &lt; \"x\"</label>")
                .contains("<hint>&lt;script&gt;alert(1)&lt;/script&gt;</hint>");
    }

    @Test
    void nestedRepeatStandsOnceInTheTemplateAndOnceInTheInstance() {
        assertThat(facts("""
                        type | name | label | default
                        begin repeat | r | R |
                        text | a | A | x
                        begin repeat | s | S |
                        text | b | B |
                        end repeat | | |
                        end repeat | | |
                        """))
                .containsSubsequence(
                        "instance . r {jr:template=}",
                        "instance . . a {} x",
                        "instance . . s {jr:template=}",
                        "instance . . . b {} ",
                        "instance . r {}",
                        "instance . . a {} x",
                        "instance . . s {}",
                        "instance . . . b {} ",
                        "instance . meta {}")
                .filteredOn(fact -> fact.startsWith("instance"))
                .hasSize(11);
    }

    @Test
    void entityStandsInTheMetaBlock() {
        assertThat(facts(
                        "type|name|label|save_to\ntext|a|A|name",
                        "entities",
                        "dataset|label|create_if\ntrees|${a}|${a} != ''"))
                .contains(
                        "instance . . entity {create=1, dataset=trees, id=}",
                        "bind {entities:saveto=name, nodeset=/data/a, type=string}",
                        "bind {nodeset=/data/meta/entity/@id, readonly=true(), type=string}",
                        "setvalue {event=odk-instance-first-load, ref=/data/meta/entity/@id, value=uuid()}",
                        "bind {calculate=/data/a!='', nodeset=/data/meta/entity/@create, readonly=true(), type=string}",
                        "bind {calculate=/data/a, nodeset=/data/meta/entity/label, readonly=true(), type=string}");
        assertThat(facts(
                        "type|name|label\ntext|id|A\ncsv-external|trees|",
                        "entities",
                        "list_name|entity_id\ntrees|${id}"))
                .contains(
                        "instance . . entity {baseVersion=, branchId=, dataset=trees, id=, trunkVersion=, update=1} ",
                        "bind {calculate=/data/id, nodeset=/data/meta/entity/@id, readonly=true(), type=string}",
                        "bind {calculate=instance('trees')/root/item[name=/data/id]/__version,"
                                + " nodeset=/data/meta/entity/@baseVersion, readonly=true(), type=string}");
    }
}
