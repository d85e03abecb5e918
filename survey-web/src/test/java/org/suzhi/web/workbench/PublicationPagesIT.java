package org.suzhi.web.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.suzhi.analysis.command.AnalyseCommand;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.fieldwork.Caller;
import org.suzhi.web.publication.PublicationRefused;
import picocli.CommandLine;

/** A table on its way to the public: saved, proposed, reviewed by another person, published, corrected. */
class PublicationPagesIT extends ServerFixture {
    @TempDir
    private Path folder;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MessageSource messages;

    private Caller author;
    private Caller reviewer;
    private Caller nobody;

    @BeforeEach
    void twoStatisticians() throws Exception {
        accounts.save(new NewUser("author-of-tables", "作者", PASSWORD, Role.STATISTICIAN));
        accounts.save(new NewUser("reviewer-of-tables", "复核人", PASSWORD, Role.STATISTICIAN));
        author = Caller.signedIn(address(""), "author-of-tables", PASSWORD);
        reviewer = Caller.signedIn(address(""), "reviewer-of-tables", PASSWORD);
        nobody = Caller.nobody(address(""));
    }

    /** The path of the run's page. */
    private String saved(String title, String table) throws Exception {
        WorkbenchIT.page(author, table);
        HttpResponse<String> run = author.form(table, table, "run-title", title);
        assertThat(run.uri().getPath()).matches("/workbench/runs/\\d+");
        return run.uri().getPath();
    }

    private String proposed(String run, String... more) throws Exception {
        HttpResponse<String> publication = author.form(run, run + "/propose", more);
        assertThat(publication.uri().getPath()).matches("/publications/\\d+");
        return publication.uri().getPath();
    }

    private static String title() {
        return "Literacy by town " + UUID.randomUUID();
    }

    @Test
    void aSavedRunKeepsWhatMadeIt() throws Exception {
        String title = title();
        String run = saved(title, "/workbench/2024/table?rows=residence&columns=sex");
        assertThat(author.get(run).body())
                .contains(run + "/twin.zip")
                .contains(title, "Urban", "作者", "At a glance", "Hash of the rows", "Engine version");
        assertThat(author.get("/workbench/runs").body()).contains(title);
        Matcher extract = WorkbenchIT.ROWS.matcher(author.get(run).body());
        assertThat(extract.find()).isTrue();
        Path rows = write("rows.csv", extract.group());
        Path specification = write("specification.yaml", run + "/specification.yaml");
        Path result = write("result.json", run + "/result.json");
        Path again = folder.resolve("again.json");
        assertThat(new CommandLine(new AnalyseCommand())
                        .execute(specification.toString(), "--data", rows.toString(), "--out", again.toString()))
                .isZero();
        assertThat(again).hasSameBinaryContentAs(result);
    }

    private Path write(String name, String path) throws Exception {
        return Files.writeString(folder.resolve(name), author.get(path).body(), StandardCharsets.UTF_8);
    }

    /** The headline figures of a wave, for everybody: no column of the computation is called by its code. */
    @Test
    void headlineFiguresAreToldInWords() throws Exception {
        Matcher headline = Pattern.compile("href=\"(/publications/\\d+)\">Headline figures")
                .matcher(nobody.get("/publications?lang=en").body());
        assertThat(headline.find()).isTrue();
        assertThat(nobody.get(headline.group(1) + "?lang=en").body())
                .contains("Levels", "70 points or more", "Scientific knowledge", "Items answered right", "Farmers")
                .doesNotContain("level_", "part_", "right_", "chose_", "“1”");
    }

    @Test
    void anotherPersonReviewsBeforeItIsPublic() throws Exception {
        String title = title();
        String publication = proposed(saved(title, "/workbench/2024/table?rows=sex"));
        assertThat(nobody.get(publication).statusCode()).isEqualTo(404);
        assertThat(author.form(publication, publication + "/publish").body()).contains("no longer at that step");
        assertThat(author.form(publication, publication + "/review").body()).contains("cannot review your own run");
        assertThat(reviewer.form(publication, publication + "/review").body()).contains("Reviewed, ready");
        assertThat(nobody.get("/publications").body()).doesNotContain(title);
        assertThat(author.form(publication, publication + "/publish").body()).contains("in force");
        assertThat(nobody.get(publication).body())
                .contains(title, "Female", "<svg", "Synthetic", "in force")
                .doesNotContain("作者", "复核人", "/workbench/");
        assertThat(nobody.get("/publications").body()).contains(title);
        assertThat(reviewer.form(publication, publication + "/discard").body()).contains("no longer at that step");
    }

    @Test
    void aCorrectionStandsBesideWhatItCorrects() throws Exception {
        String first = published(proposed(saved(title(), "/workbench/2024/table?rows=sex&population=farmers%3D1")));
        String id = first.substring(first.lastIndexOf('/') + 1);
        String run = saved(title(), "/workbench/2024/table?rows=sex&population=elderly%3D1");
        assertThat(author.form(run, run + "/propose", "corrects", id, "reason", " ")
                        .body())
                .contains("A correction needs a reason");
        String second = published(proposed(run, "corrects", id, "reason", "wrong population"));
        assertThat(nobody.get(first).body()).contains("was corrected", second);
        assertThat(nobody.get(second).body()).contains("wrong population", first);
    }

    private String published(String publication) throws Exception {
        reviewer.form(publication, publication + "/review");
        assertThat(author.form(publication, publication + "/publish").body()).contains("in force");
        return publication;
    }

    @Test
    void smallCellsAreNotForThePublic() throws Exception {
        String run = saved(title(), "/workbench/2024/table?rows=town&columns=education");
        assertThat(author.get(run).body()).contains(">n below 30").doesNotContain(">withheld");
        String publication = published(proposed(run));
        assertThat(nobody.get(publication).body()).contains(">withheld").doesNotContain(">n below 30");
    }

    @Test
    void draftsAreForStatisticiansAlone() throws Exception {
        Caller surveyor = Caller.signedIn(address(""), SURVEYOR, PASSWORD);
        String publication = proposed(saved(title(), "/workbench/2024/table?rows=sex"));
        assertThat(surveyor.get(publication).statusCode()).isEqualTo(404);
        assertThat(surveyor.form("/publications", publication + "/review").statusCode())
                .isEqualTo(403);
        assertThat(nobody.get("/workbench/runs").statusCode()).isEqualTo(302);
        assertThat(author.form(publication, publication + "/discard").uri().getPath())
                .isEqualTo("/publications");
        assertThat(author.get(publication).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(PublicationRefused.Reason.class)
    void everyRefusalIsWorded(PublicationRefused.Reason reason) {
        String key = "publication.refused."
                + reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        for (java.util.Locale locale : new java.util.Locale[] {java.util.Locale.CHINESE, java.util.Locale.ENGLISH}) {
            assertThat(messages.getMessage(key, null, locale)).isNotBlank();
        }
    }
}
