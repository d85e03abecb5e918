package org.suzhi.web.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.fieldwork.Caller;

/** The way of a county statistician from an empty database to the dashboard, by pages alone, over HTTP as a browser goes. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EmptyDatabaseIT {
    private static final String PASSWORD = "correct horse";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "empty-data");
        registry.add("suzhi.data", () -> folder.toAbsolutePath().toString());
    }

    @Test
    void fromTheFrameToTheDashboard() throws Exception {
        accounts.save(new NewUser("stat", "统计员", PASSWORD, Role.STATISTICIAN));
        accounts.save(new NewUser("other", "复核人", PASSWORD, Role.STATISTICIAN));
        accounts.save(new NewUser("one", "调查员甲", PASSWORD, Role.SURVEYOR));
        accounts.save(new NewUser("two", "调查员乙", PASSWORD, Role.SURVEYOR));
        String server = "http://localhost:" + port;
        Visitor stat = new Visitor(Caller.signedIn(server, "stat", PASSWORD), jdbc);
        SamplingWalk sampling = new SamplingWalk(
                stat,
                List.of(accounts.id("one").orElseThrow(), accounts.id("two").orElseThrow()));
        CollectionWalk collection = new CollectionWalk(stat);
        WeightsWalk weights = new WeightsWalk(stat);
        PublicationWalk publication =
                new PublicationWalk(stat, Caller.signedIn(server, "other", PASSWORD), Caller.nobody(server));

        next(stat, "Set up the survey");
        sampling.setUp();
        next(stat, "Import the frame");
        sampling.importFrame();
        next(stat, "Plan and draw");
        sampling.plan();
        sampling.drawAndAccept();
        next(stat, "Collect or load responses");
        String late = collection.loadAllButOneVillage();
        next(stat, "Record visits without interview");
        weights.importMargins();
        weights.planByVillages(late);
        collection.loadTheLateVillage(late);
        next(stat, "Make the weights");
        weights.plan();
        next(stat, "Analyse");
        publication.publishATable();
        next(stat, "Publish the rate");
        String first = publication.publishTheRate("unknown-eligibility", "");
        publication.theRateIsNearTheTruth();
        assertThat(stat.get("/fieldwork/start")).contains("All steps are done").doesNotContain("Do this now");

        weights.planAgain();
        publication.correctTheRate(first, "propensity");
        publication.theRateIsNearTheTruth();
    }

    /** What the page of steps says to do now, with a link to where it is done. */
    private static void next(Visitor visitor, String step) throws Exception {
        String now = visitor.get("/fieldwork/start").split("steps--next", -1)[1].split("</li>", -1)[0];
        assertThat(now).contains("<a href=").contains(step).contains("Do this now");
    }
}
