package org.suzhi.web.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The way of a county statistician from an empty database to the dashboard, by pages alone, over HTTP as a browser goes. */
class EmptyDatabaseIT extends FromEmpty {
    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "empty-data");
        registry.add("suzhi.data", () -> folder.toAbsolutePath().toString());
    }

    @Test
    void fromTheFrameToTheDashboard() throws Exception {
        PublicationWalk publication = new PublicationWalk(statistician, newStatistician("other", "复核人"), nobody());

        next("Set up the survey");
        sampling.setUp(questionnaire());
        next("Import the frame");
        sampling.importFrame();
        next("Plan and draw");
        sampling.plan();
        sampling.drawAndAccept();
        next("Collect or load responses");
        String late = collection.loadAllButOneVillage();
        next("Record visits without interview");
        weights.importMargins();
        weights.planByVillages(late);
        collection.loadTheLateVillage(late);
        next("Make the weights");
        weights.plan();
        next("Analyse");
        publication.publishATable();
        next("Publish the rate");
        String first = publication.publishTheRate("unknown-eligibility", "");
        publication.theRateIsNearTheTruth();
        assertThat(statistician.get("/fieldwork/start"))
                .contains("All steps are done")
                .doesNotContain("Do this now");

        weights.planAgain();
        publication.correctTheRate(first, "propensity");
        publication.theRateIsNearTheTruth();
    }

    /** What the page of steps says to do now, with a link to where it is done. */
    private void next(String step) throws Exception {
        String now =
                statistician.get("/fieldwork/start").split("steps--next", -1)[1].split("</li>", -1)[0];
        assertThat(now).contains("<a href=").contains(step).contains("Do this now");
    }
}
