package org.suzhi.web.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.fieldwork.Caller;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.publication.ContextLine;
import org.suzhi.web.publication.ContextLines;
import org.suzhi.web.publication.ItemReference;
import org.suzhi.web.publication.ItemReferences;

/** Figures of other surveys, from the file to the dashboard. */
class ReferencesIT extends ServerFixture {
    private static final String NAME = "references-statistician";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Fieldwork fieldwork;

    @Autowired
    private ContextLines lines;

    @Autowired
    private ItemReferences items;

    @Autowired
    private JdbcClient jdbc;

    private Caller statistician;
    private long survey;
    private List<ContextLine> linesBefore = List.of();
    private List<ItemReference> itemsBefore = List.of();

    @BeforeEach
    void signIn() throws Exception {
        if (accounts.id(NAME).isEmpty()) {
            accounts.save(new NewUser(NAME, NAME, PASSWORD, Role.STATISTICIAN));
        }
        statistician = Caller.signedIn(address(""), NAME, PASSWORD);
        survey = fieldwork.survey().orElseThrow().id();
        linesBefore = lines.of(survey);
        itemsBefore = items.of(survey);
    }

    @AfterEach
    void putBack() {
        lines.replace(survey, linesBefore);
        items.replace(survey, itemsBefore);
    }

    private HttpResponse<String> upload(String path, String csv) throws Exception {
        return statistician.upload("/references", path, "file", "f.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private int audited(String action) {
        return jdbc.sql("select count(*) from audit_log where action = ?")
                .param(action)
                .query(Integer.class)
                .single();
    }

    @Test
    void aLineIsImportedDrawnReplacedAndRemoved() throws Exception {
        int audited = audited("context-lines-changed");
        String head = "series_zh,series_en,year,percent,status,criterion,source,note\n";
        HttpResponse<String> told = upload(
                "/references/lines",
                head + "河源市,Heyuan,2024,11.2,published,,city report,\n河源市,Heyuan,2025,12,target,,city plan,\n");
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body()).contains("Saved: Heyuan.", "city report", "city plan");
        assertThat(audited("context-lines-changed")).isEqualTo(audited + 1);
        assertThat(lines.of(survey)).hasSize(linesBefore.size() + 1).containsAll(linesBefore);
        String dashboard = statistician.get("/?lang=en").body();
        assertThat(dashboard)
                .contains(
                        "Heyuan target 12.00%", "Heyuan: 2024 11.20%; 2025 target 12.00%.", "Heyuan (2025): city plan")
                .contains("China (2024):", "The other lines are rates published elsewhere");
        assertThat(statistician.get("/tables/trend.csv?lang=en").body())
                .contains("2025,context,Heyuan,Heyuan,,0.12,,,,,,,,target,city plan");

        String file = statistician.get("/references/lines.csv").body();
        assertThat(file)
                .contains("河源市,Heyuan,2024,11.2,published,,city report,\r\n", "全国,China,2024,15.37,published,CRISP100");
        upload("/references/lines", file.replace("11.2,", "11.4,"));
        assertThat(statistician.get("/references/lines.csv").body()).isEqualTo(file.replace("11.2,", "11.4,"));

        statistician.form("/references", "/references/lines/remove", "name", "河源市");
        assertThat(lines.of(survey)).isEqualTo(linesBefore);
        assertThat(statistician.get("/?lang=en").body()).doesNotContain("Heyuan target");
    }

    @Test
    void theNationIsOfferedOnceItIsGone() throws Exception {
        statistician.form("/references", "/references/lines/remove", "name", "全国");
        assertThat(statistician.get("/references?lang=en").body()).contains("Add the rates of the national surveys");
        statistician.form("/references", "/references/lines/nation");
        assertThat(lines.of(survey)).containsExactlyInAnyOrderElementsOf(linesBefore);
        assertThat(statistician.get("/references?lang=en").body())
                .doesNotContain("Add the rates of the national surveys");
    }

    @Test
    void aWrongFileLeavesEverythingAsItWas() throws Exception {
        String wrong = upload(
                        "/references/lines",
                        "series_zh,year,percent,source\n河源市,2024,11.2,city report\n河源市,2023,112,\n")
                .body();
        assertThat(wrong)
                .contains("Row 3: percent: got ‘112’, give a percentage from 0 to 100 such as 12.93.")
                .contains("Row 3: source is empty: every figure needs its source.");
        assertThat(lines.of(survey)).isEqualTo(linesBefore);
        String tooMany = upload(
                        "/references/lines",
                        "series_zh,year,percent,source\na,2024,1,s\nb,2024,2,s\nc,2024,3,s\nd,2024,3,s\n")
                .body();
        assertThat(tooMany).contains("a chart can tell 4 apart");
        assertThat(lines.of(survey)).isEqualTo(linesBefore);
        upload("/references/items", "item,place,year,percent,source\nK01,X,2001,300,s\n");
        assertThat(items.of(survey)).isEqualTo(itemsBefore);
    }

    @Test
    void figuresOfItemsAreImportedDrawnAndRemoved() throws Exception {
        StringBuilder csv = new StringBuilder("item,place,year,n,percent,source\nX99,Atlantis,2020,100,10,tale\n");
        for (int k = 1; k <= 13; k++) {
            csv.append("K%02d,Atlantis,2020,100,%d,tale of %d\n".formatted(k, 40 + k, k));
        }
        int audited = audited("item-references-changed");
        String told = upload("/references/items", csv.toString()).body();
        assertThat(told).contains("Saved. Figures: 14; surveys: 1.", "Atlantis", "Not asked by us, so not shown: X99");
        assertThat(audited("item-references-changed")).isEqualTo(audited + 1);
        assertThat(items.of(survey)).hasSize(itemsBefore.size() + 14).containsAll(itemsBefore);
        assertThat(statistician.get("/?lang=en").body()).contains(">Atlantis 2020<", "Atlantis 2020: tale of 13");
        upload("/references/items", "item,place,year,n,percent,source\nK01,Atlantis,2020,,7,myth\n");
        assertThat(items.of(survey))
                .hasSize(itemsBefore.size() + 1)
                .contains(new ItemReference("K01", "Atlantis", "2020", null, 7, "myth"));
        statistician.form("/references", "/references/items/remove", "place", "Atlantis", "year", "2020");
        assertThat(items.of(survey)).isEqualTo(itemsBefore);
    }

    @Test
    void theSurveyCanBeChangedWithoutLosingTheLines() throws Exception {
        String page = statistician.get("/survey?lang=en").body();
        assertThat(page).doesNotContain("name=\"national\"").contains("href=\"/references\"");
    }
}
