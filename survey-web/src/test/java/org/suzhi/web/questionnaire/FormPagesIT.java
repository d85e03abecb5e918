package org.suzhi.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;

/** From a workbook on the author's disk to a published version, over HTTP as a browser goes. */
class FormPagesIT extends ServerFixture {
    private static final String BOUNDARY = "----suzhi-forms";
    private static final Pattern CSRF = Pattern.compile("_csrf(?:=|\" value=\")([^\"&]+)");

    @Autowired
    private Accounts accounts;

    private HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void logIn() throws Exception {
        accounts.save(new NewUser("statistician-f", "统计员", PASSWORD, Role.STATISTICIAN));
        browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(Redirect.ALWAYS)
                .build();
        String login = get("/login?lang=en").body();
        post("/login", "username=statistician-f&password=" + encode(PASSWORD) + "&_csrf=" + encode(csrf(login)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String csrf(String page) {
        Matcher token = CSRF.matcher(page);
        assertThat(token.find()).as(page).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(address(path))).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String fields) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address(path)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> upload(String path, byte[] workbook, Map<String, byte[]> media) throws Exception {
        var body = new ByteArrayOutputStream();
        if (workbook.length > 0) {
            part(body, "workbook", "form.xlsx", workbook);
        }
        for (var file : media.entrySet()) {
            part(body, "media", file.getKey(), file.getValue());
        }
        body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        String token = csrf(get("/forms").body());
        return browser.send(
                HttpRequest.newBuilder(URI.create(address(path + "?_csrf=" + encode(token))))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void part(ByteArrayOutputStream body, String name, String fileName, byte[] content)
            throws IOException {
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] workbook(String survey, String formId) {
        return new FormWorkbook()
                .sheet("survey", survey)
                .sheet("choices", "list_name|name|label\nyn|yes|Yes\nyn|no|No")
                .sheet("scoring", "item|key|points|dimension\nk|yes|10|knowledge")
                .sheet("settings", "form_title|form_id|version\nA form|" + formId + "|1")
                .bytes();
    }

    private static String draftOf(HttpResponse<String> page) {
        return page.uri().getPath();
    }

    @Test
    void problemsOfAWorkbookStandInATableInBothLanguages() throws Exception {
        HttpResponse<String> page =
                upload("/forms", workbook("type|name|label\ntexd|a|A\ntext|b c|B\nselect_one yn|k|K", "f1"), Map.of());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("The workbook has 2 problems", "is not a question type", "cannot be a name")
                .contains("<td>survey</td>", "<td class=\"number\">2</td>", "<td>type</td>")
                .doesNotContain("Publish this version");
        assertThat(get(draftOf(page) + "?lang=zh-CN").body()).contains("工作簿有 2 处问题", "不是题目类型");
        get("/forms?lang=en");
    }

    @Test
    void soundWorkbookIsShownThenPublishedAndNeverOverwritten() throws Exception {
        String survey = "type|name|label\nselect_one yn|k|Is it <b>so</b>?\ninteger|n|How many?";
        HttpResponse<String> page = upload("/forms", workbook(survey, "f2"), Map.of());
        assertThat(page.body())
                .contains(
                        "Is it &lt;b&gt;so&lt;/b&gt;?",
                        "How many?",
                        "knowledge",
                        "Publish this version",
                        "<li>Yes</li>");
        HttpResponse<String> list = publish(page, "7");
        assertThat(list.body()).contains("Version 7 is published.", "<td>f2</td>");

        assertThat(publish(upload("/forms", workbook(survey, "f2"), Map.of()), "7")
                        .body())
                .contains("with exactly this content");
        HttpResponse<String> taken = publish(upload("/forms", workbook(survey + "\ntext|t|T", "f2"), Map.of()), "7");
        assertThat(taken.body()).contains("Version 7 is published with other content");
        assertThat(publish(taken, "8").body()).contains("Version 8 is published.");
        assertThat(publish(upload("/forms", workbook(survey, "f2"), Map.of()), "../9")
                        .body())
                .contains("The version &quot;../9&quot; cannot be used");

        Matcher link = Pattern.compile("href=\"(/forms/\\d+\\.xml)\"").matcher(list.body());
        assertThat(link.find()).isTrue();
        assertThat(get(link.group(1)).body()).startsWith("<?xml").contains("version=\"7\"");
    }

    private HttpResponse<String> publish(HttpResponse<String> page, String version) throws Exception {
        Matcher survey = Pattern.compile("<option value=\"(\\d+)\"").matcher(page.body());
        assertThat(survey.find()).as(page.body()).isTrue();
        return post(
                draftOf(page) + "/publish",
                "version=" + encode(version) + "&survey=" + survey.group(1) + "&_csrf=" + encode(csrf(page.body())));
    }

    @Test
    void missingFilesAreNamedUntilTheyCome() throws Exception {
        byte[] workbook =
                workbook("type|name|label|image\nselect_one_from_file v.csv|v|V|a.png\nselect_one yn|k|K|", "f3");
        HttpResponse<String> page =
                upload("/forms", workbook, Map.of("v.csv", "name,label\nv1,\u7532".getBytes(StandardCharsets.UTF_16)));
        assertThat(page.body()).contains("The form needs the file &quot;a.png&quot;", "is not in UTF-8");
        HttpResponse<String> complete = upload(
                draftOf(page) + "/files",
                new byte[0],
                Map.of(
                        "v.csv",
                        "name,label\nv1,\u7532".getBytes(StandardCharsets.UTF_8),
                        "a.png",
                        new byte[] {1},
                        "z.png",
                        new byte[] {2}));
        assertThat(complete.body()).contains("Publish this version", "will not be stored: z.png");
        assertThat(publish(complete, "1").body()).contains("Version 1 is published.");
    }

    @Test
    void badUploadsAreToldInOneSentence() throws Exception {
        byte[] good = workbook("type|name|label\ntext|k|K", "f4");
        assertThat(upload("/forms", new byte[0], Map.of()).body()).contains("Choose a workbook.");
        assertThat(upload("/forms", good, Map.of("../.htaccess", new byte[] {1}))
                        .body())
                .contains("The file name &quot;.htaccess&quot; cannot be used");
        assertThat(upload("/forms", "not a workbook".getBytes(StandardCharsets.UTF_8), Map.of())
                        .body())
                .contains("This is no workbook that can be read");
        assertThat(upload("/forms", new byte[21 << 20], Map.of()).body()).contains("larger than 20 MB");
        assertThat(get("/forms/drafts/999999").statusCode()).isEqualTo(404);
    }
}
