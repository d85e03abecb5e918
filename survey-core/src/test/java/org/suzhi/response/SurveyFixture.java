package org.suzhi.response;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.suzhi.questionnaire.WorkbookBuilder;
import org.suzhi.questionnaire.XlsForm;

/** A small literacy questionnaire and interviews of it. */
final class SurveyFixture {
    static final Clock RECEIVED = Clock.fixed(Instant.parse("2025-07-02T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    static final XlsForm WORKBOOK = new WorkbookBuilder()
            .sheet("survey", """
            type | name | label::中文 (zh) | label::English (en) | required | required_message::中文 (zh) | required_message::English (en) | relevant | constraint | constraint_message::中文 (zh) | constraint_message::English (en) | calculation | choice_filter
            start | start | | | | | | | | | | |
            end | end | | | | | | | | | | |
            today | today | | | | | | | | | | |
            begin group | place | 地点 | Place | | | | | | | | |
            select_one town | town | 镇 | Town | yes | 请选择镇 | Choose a town | | | | | |
            select_one village | village | 村 | Village | yes | | | | | | | | town=${town}
            end group | | | | | | | | | | | |
            begin group | person | 本人 | You | | | | | | | | |
            select_one sex | sex | 性别 | Sex | yes | | | | | | | |
            integer | age | 年龄 | Age | yes | | | | . >= 18 and . <= 69 | 年龄须在 18 至 69 岁之间 | Age must be 18 to 69 | |
            calculate | age_band | | | | | | | | | | if(${age} < 30, '18-29', if(${age} < 60, '30-59', '60-69')) |
            select_one work | occupation | 职业 | Occupation | yes | | | | | | | |
            calculate | farmers | | | | | | | | | | if(${occupation} = 'farmer', 1, 0) |
            text | employer | 单位 | Employer | | | | ${occupation} = 'worker' | string-length(.) <= 20 | | | |
            end group | | | | | | | | | | | |
            begin group | module_farmers | 农民 | Farmers | | | | ${farmers} = 1 | | | | |
            select_one tf | F01 | 农药 | Pesticides | yes | | | | | | | |
            select_multiple channel | F02 | 渠道 | Channels | | | | | count-selected(.) <= 2 | | | |
            end group | | | | | | | | | | | |
            select_one tf | K01 | 地心 | Core | yes | | | | | | | |
            select_one tf | K02 | 大陆 | Continents | yes | | | | | | | |
            decimal | hours | 小时 | Hours | | | | | . <= 24 | | | |
            date | born | 生日 | Born | | | | | . <= today() | | | |
            note | thanks | 谢谢 ${age} | Thanks | | | | | | | | |
            """)
            .sheet("choices", """
            list_name | name | label::中文 (zh) | label::English (en) | town
            town | t01 | 元善镇 | Yuanshan |
            town | t02 | 上坪镇 | Shangping |
            village | v001 | 甲村 | A | t01
            village | v002 | 乙村 | B | t01
            village | v003 | 丙村 | C | t02
            sex | male | 男 | Male |
            sex | female | 女 | Female |
            work | farmer | 农民 | Farmer |
            work | worker | 工人 | Worker |
            tf | true | 对 | True |
            tf | false | 错 | False |
            tf | dk | 不知道 | Do not know |
            channel | tv | 电视 | TV |
            channel | net | 网络 | Internet |
            channel | book | 书 | Books |
            """)
            .sheet("settings", """
            form_title | form_id | version | default_language | instance_name
            科学素质 | literacy | 1 | 中文 (zh) | concat(${town}, '-', ${age})
            """)
            .sheet("scoring", """
            item | key | points | dimension
            K01 | true | 60 | knowledge
            K02 | true | 30 | knowledge
            F02 | tv net | 10 | ability
            """)
            .read();

    static final PublishedForm FORM = PublishedForm.compile(WORKBOOK.convert("2025"));

    private SurveyFixture() {}

    /** The answers of a farmer, complete and right. */
    static Map<String, String> farmer() {
        var answers = new LinkedHashMap<String, String>();
        answers.put("start", "2025-07-01T09:00:00.000+08:00");
        answers.put("end", "2025-07-01T09:20:00.000+08:00");
        answers.put("today", "2025-07-01");
        answers.put("place/town", "t01");
        answers.put("place/village", "v002");
        answers.put("person/sex", "female");
        answers.put("person/age", "45");
        answers.put("person/age_band", "30-59");
        answers.put("person/occupation", "farmer");
        answers.put("person/farmers", "1");
        answers.put("module_farmers/F01", "dk");
        answers.put("module_farmers/F02", "tv net");
        answers.put("K01", "true");
        answers.put("K02", "false");
        answers.put("hours", "1.5");
        answers.put("born", "1980-02-29");
        answers.put("meta/instanceID", "uuid:0f8fad5b-d9cb-469f-a165-70867728950e");
        answers.put("meta/instanceName", "t01-45");
        return answers;
    }

    static String xml(Map<String, String> answers) {
        var groups = new TreeMap<String, StringBuilder>();
        answers.forEach((path, value) -> {
            int slash = path.indexOf('/');
            String group = slash < 0 ? "" : path.substring(0, slash);
            String name = path.substring(slash + 1);
            groups.computeIfAbsent(group, g -> new StringBuilder()).append("<%s>%s</%s>".formatted(name, value, name));
        });
        var xml = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?><data id=\"literacy\" version=\"2025\">");
        groups.forEach(
                (group, items) -> xml.append(group.isEmpty() ? items : "<%s>%s</%s>".formatted(group, items, group)));
        return xml.append("</data>").toString();
    }

    static SubmissionCheck check(String xml) {
        return FORM.check(xml.getBytes(StandardCharsets.UTF_8), RECEIVED);
    }

    static ValidatedResponse accepted(Map<String, String> answers) {
        SubmissionCheck check = check(xml(answers));
        if (check instanceof SubmissionCheck.Accepted accepted) {
            return accepted.response();
        }
        throw new AssertionError(check.toString());
    }

    static List<Finding> findings(String xml) {
        return check(xml) instanceof SubmissionCheck.Refused refused ? refused.findings() : List.of();
    }

    static List<Finding> findings(Map<String, String> answers) {
        return findings(xml(answers));
    }
}
