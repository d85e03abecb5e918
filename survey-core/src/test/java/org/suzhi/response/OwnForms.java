package org.suzhi.response;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.suzhi.questionnaire.WorkbookBuilder;
import org.suzhi.questionnaire.XlsForm;

/** Small workbooks that together use what field questionnaires use, by name. */
final class OwnForms {
    static final ExternalFiles FILES = name -> name.equals("villages.csv")
            ? Optional.of(
                    "name,label,town\nv1,\"Jia, upper\",t01\nv2,乙村,t01\nv3,丙村,t02\n".getBytes(StandardCharsets.UTF_8))
            : Optional.empty();

    private static final String CHOICES = """
            list_name | name | label::中文 (zh) | label::English (en) | town
            yn | yes | 是 | Yes |
            yn | no | 否 | No |
            town | t01 | 元善镇 | Yuanshan |
            town | t02 | 上坪镇 | Shangping |
            village | v1 | 甲村 | A | t01
            village | v2 | 乙村 | B | t01
            village | v3 | 丙村 | C | t02
            """;

    private static final Map<String, XlsForm> FORMS = new LinkedHashMap<>();

    static {
        put("everything", """
                type | name | label | hint | relevant | constraint | calculation | default | parameters | required | choice_filter | repeat_count
                start | start | | | | | | | | | |
                end | end | | | | | | | | | |
                today | today | | | | | | | | | |
                integer | n | How many? | | | . < 5 and . > 0 | | 2 | | yes | |
                begin repeat | member | Member | | | | | | | | | ${n}
                text | name | Name | | | | | | | yes | |
                date | born | Born | | | . <= today() | | | | | |
                calculate | age | | | | | int((today() - ${born}) div 365.25) | | | | |
                calculate | idx | | | | | position(..) | | | | |
                select_one yn | adult | Adult | | ${age} >= 18 | | | | | | |
                end repeat | | | | | | | | | | |
                calculate | sum | | | | | sum(${idx}) | | | | |
                calculate | names | | | | | join(', ', ${name}) | | | | |
                calculate | first | | | | | indexed-repeat(${name}, ${member}, 1) | | | | |
                select_one ${name} | head | Head | | | | | | | | |
                select_multiple town or_other | towns | Towns | | | count-selected(.) <= 3 | | | | | |
                calculate | townname | | | | | jr:choice-name(selected-at(${towns}, 0), '${towns}') | | | | |
                select_one village | village | Village | | | | | | randomize=true seed=42 | | town=selected-at(${towns}, 0) |
                rank yn | rank | Rank | | | | | | | | |
                range | r | Range | | | | | | start=0 end=5 step=0.5 | | |
                decimal | d | Decimal | | | . >= 0.5 | | | | | |
                time | t | Time | | | | | | | | |
                dateTime | dt | DateTime | | | | | | | | |
                acknowledge | ok | OK | | | | | | | yes | |
                geopoint | g | Place | | | | | | | | |
                text | mail | Mail | | | regex(., '[a-z]+@[a-z.]+') | | concat('a', '@b.cn') | | | |
                calculate | once | | | | | once(string(random())) | | | | |
                calculate | stamp | | | | | format-date(${today}, '%Y/%m/%d') | | | | |
                text | echo | Echo | | string-length(${mail}) > 0 | | | | | | |
                note | bye | Bye ${names} | | | | | | | | |
                """);
        put("nested-repeats", """
                type | name | label | relevant | constraint | calculation | required | choice_filter
                begin repeat | house | House | | | | |
                select_one town | town | Town | | | | yes |
                select_one village | village | Village | | | | yes | town=${town}
                begin repeat | person | Person | | | | |
                integer | age | Age | | . >= 0 and . < 120 | | yes |
                select_one yn | works | Works | ${age} >= 16 | | | yes |
                calculate | key | | | | concat(${town}, '-', position(../..), '-', position(..)) | |
                end repeat | | | | | | |
                calculate | adults | | | | count(${person}[age >= 18]) | |
                integer | rooms | Rooms | | . >= 1 and . <= 20 | | |
                end repeat | | | | | | |
                calculate | people | | | | count(${age}) | |
                calculate | oldest | | | | max(${age}) | |
                """);
        put("languages", """
                type | name | label::中文 (zh) | label::English (en) | hint::中文 (zh) | guidance_hint | constraint | constraint_message::中文 (zh) | constraint_message::English (en) | required | required_message::中文 (zh) | image
                select_one yn | consent | 同意吗？ | Do you agree? | | | | | | yes | 请回答 | a.png
                integer | age | 年龄 | Age | 周岁 | Ask for the ID card | . >= 18 and . <= 69 | ${age} 不在 18 至 69 岁之间 | ${age} is not 18 to 69 | yes | 请回答 |
                note | thanks | 谢谢，您 ${age} 岁 | Thanks, you are ${age} | | | | | | | |
                """);
        put("relevance-chain", """
                type | name | label | relevant | calculation | required
                select_one yn | a | A | | | yes
                calculate | a_yes | | | if(${a} = 'yes', 1, 0) |
                begin group | g | G | ${a_yes} = 1 | |
                integer | n | N | | | yes
                begin group | h | H | ${n} > 30 | |
                text | t | T | | | yes
                end group | | | | |
                end group | | | | |
                calculate | t_length | | | string-length(${t}) |
                text | last | Last | ${t_length} = 0 or ${a} = 'no' | | yes
                """);
        put("skips-by-selection", """
                type | name | label | relevant | constraint | required
                select_multiple town | towns | Towns | | not(selected(., 't01') and count-selected(.) > 1) | yes
                text | t01_why | Why t01 | selected(${towns}, 't01') | | yes
                text | t02_why | Why t02 | selected(${towns}, 't02') | string-length(.) < 10 | yes
                note | both | Both | selected(${towns}, 't01') and selected(${towns}, 't02') | |
                """);
        put("dates", """
                type | name | label | constraint | calculation | relevant
                date | from | From | . <= date('2030-12-31') | |
                date | to | To | . >= ${from} | |
                calculate | days | | | ${to} - ${from} |
                calculate | due | | | date(decimal-date-time(${from}) + 30) |
                calculate | month | | | format-date(${from}, '%b %Y') |
                text | why | Why so long | | | ${days} > 365
                time | at | At | | |
                dateTime | when | When | . < now() | |
                """);
        put("defaults-and-triggers", """
                type | name | label | default | calculation | trigger | readonly
                text | town | Town | 元善 镇 | | |
                date | day | Day | today() | | |
                integer | n | N | 1 + 2 | | |
                calculate | n_changed | | | now() | ${n} |
                integer | twice | Twice | | ${n} * 2 | ${n} |
                text | fixed | Fixed | x | | | yes
                hidden | secret | | 42 | | |
                """);
        put("file-choices", """
                type | name | label | choice_filter | calculation
                select_one town | town | Town | |
                select_one_from_file villages.csv | village | Village | town=${town} |
                select_multiple_from_file villages.csv | more | More | |
                calculate | village_town | | | instance('villages')/root/item[name=${village}]/town
                calculate | village_name | | | pulldata('villages', 'label', 'name', ${village})
                """);
        put("tables-and-layout", """
                type | name | label | appearance | hint
                begin group | table | Table | table-list | All rows
                select_one yn | q1 | Row 1 | |
                select_one yn | q2 | Row 2 | | with a hint
                end group | | | |
                begin group | page | Page | field-list |
                text | long | Long | multiline |
                integer | phone | Phone | numbers |
                select_one town | mini | Mini | minimal |
                select_multiple town | cols | Columns | columns-2 |
                end group | | | |
                image | photo | Photo | |
                audio | sound | Sound | |
                barcode | code | Code | |
                """);
        put("scores", """
                type | name | label | calculation | relevant
                select_one yn | k1 | K1 | |
                select_one yn | k2 | K2 | |
                calculate | s1 | | if(${k1} = 'yes', 10, 0) |
                calculate | s2 | | if(${k2} = 'no', 5.5, 0) |
                calculate | score | | round(${s1} + ${s2}, 1) |
                calculate | level | | if(${score} >= 10, 'high', if(${score} > 0, 'some', 'none')) |
                calculate | mean | | (${s1} + ${s2}) div 2 |
                calculate | weighted | | weighted-checklist(2, 5, ${k1} = 'yes', 2, ${k2} = 'yes', 3) |
                note | well | Well done: ${score} of 15.5, ${level} | | ${score} >= 10
                """);
        put("calculations", """
                type | name | label | calculation | bind::type | default
                integer | i | I | | | 5
                decimal | d | D | | | 1.50
                text | a | A | | | x
                begin repeat | r | R | | |
                integer | n | N | | |
                end repeat | | | | |
                calculate | c0 | | sum(${n}) | |
                calculate | c1 | | min(${n}) | |
                calculate | c2 | | max(${n}) | |
                calculate | c3 | | number('') + 1 | |
                calculate | c4 | | ${a} = 'x' | |
                calculate | c5 | | ${a} != '' | |
                calculate | c6 | | round(-2.5) | |
                calculate | c7 | | round(2.5) | |
                calculate | c8 | | 0.1 + 0.2 | |
                calculate | c9 | | 1 div 3 | |
                calculate | c10 | | 1 div 0 | |
                calculate | c11 | | 100000 * 100000 * 100000 | |
                calculate | c12 | | 0.00001 | |
                calculate | c13 | | int('') | |
                calculate | c14 | | int(2.7) | |
                calculate | c15 | | int(-2.7) | |
                calculate | c16 | | count(${n}) | |
                calculate | c17 | | count-non-empty(${n}) | |
                calculate | c18 | | join(',', ${n}) | |
                calculate | c19 | | concat(${n}) | |
                calculate | c20 | | string(${n}) | |
                calculate | c21 | | substr('abc', 1) | |
                calculate | c22 | | date('2024-02-29') + 1 | |
                calculate | c23 | | date('2024-02-29') | |
                calculate | c24 | | decimal-date-time('2024-02-29') | |
                calculate | c25 | | decimal-date-time('2024-02-29T12:00:00.000+00:00') | |
                calculate | c26 | | format-date('2024-02-29', '%e/%n/%y %b %a') | |
                calculate | c27 | | format-date-time('2024-02-29T05:06:07.089+00:00', '%Y-%m-%d %H:%M:%S.%3 %h') | |
                calculate | c28 | | '2024-03-01' > '2024-02-29' | |
                calculate | c29 | | date('2024-03-01') - date('2024-02-29') | |
                calculate | c30 | | number('2024-03-01') | |
                calculate | c31 | | coalesce('', 'b') | |
                calculate | c32 | | if(${a}, 'y', 'n') | |
                calculate | c33 | | if('false', 'y', 'n') | |
                calculate | c34 | | not(${a}) | |
                calculate | c35 | | selected-at('a b c', 1) | |
                calculate | c36 | | selected-at('a b', 9) | |
                calculate | c37 | | count-selected(' a  b ') | |
                calculate | c38 | | contains('', '') | |
                calculate | c39 | | string-length(' a ') | |
                calculate | c40 | | normalize-space(' a  b ') | |
                calculate | c41 | | translate('bar','abc','AB') | |
                calculate | c42 | | regex('abc','^a.*c$') | |
                calculate | c43 | | round(1234.567, -2) | |
                calculate | c44 | | round(15.5, 0) | |
                calculate | c45 | | pow(2, 0.5) | |
                calculate | c46 | | exp(1) | |
                calculate | c47 | | log(10) | |
                calculate | c48 | | pi() | |
                calculate | c49 | | -(3) | |
                calculate | c50 | | 5 mod 3 | |
                calculate | c51 | | -5 mod 3 | |
                calculate | c52 | | 5 mod -3 | |
                calculate | c53 | | checklist(1,2,'a','') | |
                calculate | c54 | | boolean-from-string('1') | |
                calculate | c55 | | digest('abc','MD5','hex') | |
                calculate | c56 | | substring-before('abc','z') | |
                calculate | c57 | | 12 = '12.0' | |
                calculate | c58 | | '12' = 12 | |
                calculate | c59 | | ${i} = '5' | |
                calculate | c60 | | ${i} + ${d} | |
                calculate | c61 | | ${d} | |
                calculate | c62 | | string(${d}) | |
                calculate | c63 | | number(true()) | |
                calculate | c64 | | true() | |
                calculate | c65 | | string(true()) | |
                calculate | c66 | | ends-with('abc','c') | |
                calculate | c67 | | abs(-1.50) | |
                calculate | c68 | | ceiling(1.2) | |
                calculate | c69 | | floor(-1.2) | |
                calculate | c70 | | 2 * 3 - 4 div 2 | |
                calculate | c71 | | 10 div 4 | |
                calculate | c72 | | 7 - 7.0 | |
                calculate | c73 | | position(/data/r[2]) | |
                calculate | c74 | | indexed-repeat(${n}, ${r}, 2) | |
                calculate | c75 | | starts-with('abc','') | |
                calculate | c76 | | min(/data/none) | |
                calculate | c77 | | area('24.36 114.49 0 0;24.37 114.49 0 0;24.37 114.5 0 0;24.36 114.49 0 0') | |
                calculate | c78 | | distance('24.36 114.49 0 0;24.37 114.5 0 0') | |
                calculate | c79 | | weighted-checklist(3,-1,'1',2,'1',2) | |
                calculate | c80 | | atan2(1,2) | |
                calculate | c81 | | sin(1) | |
                calculate | c82 | | base64-decode('YWJj') | |
                calculate | c83 | | once('z') | |
                calculate | c84 | | string-length('连平') | |
                calculate | whole | | 2.7 | int |
                calculate | negative | | -2.7 | int |
                calculate | no_number | | number('') | decimal |
                calculate | no_whole | | 'x' | int |
                """);
    }

    private OwnForms() {}

    private static void put(String name, String survey) {
        FORMS.put(
                name,
                new WorkbookBuilder()
                        .sheet("survey", survey)
                        .sheet("choices", CHOICES)
                        .sheet(
                                "settings",
                                "form_title|form_id|version|default_language\n" + name + "|" + name + "|1|中文 (zh)")
                        .read());
    }

    static Map<String, XlsForm> all() {
        return FORMS;
    }
}
