package org.suzhi.web.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suzhi.sample.SampleCounty;
import org.suzhi.web.fieldwork.Caller;
import org.suzhi.web.publication.Decimals;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From weights to what the public sees: a table reviewed by another person, the wave's rate, its correction. */
record PublicationWalk(Visitor statistician, Caller reviewer, Caller nobody) {
    private static final String TABLE = "/workbench/2025/table?rows=residence&columns=sex";
    private static final String PUBLICATIONS = "/publications";
    private static final Pattern RUN = Pattern.compile("/workbench/runs/(\\d+)");
    private static final double TRUTH =
            SampleCounty.of(SampleCounty.DEMONSTRATION_SEED).truth(2025).get(0).rate();

    void publishATable() throws Exception {
        statistician.getOnce(TABLE, page -> page.contains("run-title"));
        String run = path(statistician.caller().form(TABLE, TABLE, "run-title", "Literacy by residence and sex"));
        String publication = path(statistician.caller().form(run, run + "/propose"));
        assertThat(nobody.get(publication).statusCode()).isEqualTo(404);
        assertThat(statistician.form(publication, publication + "/review")).contains("cannot review your own run");
        assertThat(reviewer.form(publication, publication + "/review").body()).contains("Reviewed, ready");
        assertThat(statistician.form(publication, publication + "/publish")).contains("in force");
        assertThat(nobody.get(publication).body()).contains("Literacy by residence and sex", "Female", "Synthetic");
    }

    /** Publishes the newest figures of the wave, which stand on that step of its plan. */
    String publishTheRate(String step, String reason) throws Exception {
        String run = newestWith(step);
        long wave = statistician.one("select id from wave");
        String page = path(statistician
                .caller()
                .form(PUBLICATIONS, PUBLICATIONS + "/headline", "wave", String.valueOf(wave), "reason", reason));
        assertThat(statistician.get(page)).contains("in force", run);
        assertThat(nobody.get(page).body()).contains("in force").contains(reason);
        return page;
    }

    void correctTheRate(String first, String step) throws Exception {
        String reason = "Chances to answer in place of classes";
        assertThat(publishTheRate(step, reason)).isNotEqualTo(first);
        assertThat(nobody.get(first).body()).contains("was corrected");
    }

    /** The dashboard tells the published rate, which is as near to the truth as its error allows. */
    double theRateIsNearTheTruth() throws Exception {
        JsonNode wave = new JsonMapper()
                .readTree(nobody.get("/api/v1/indicators/literacy_rate").body())
                .get("waves")
                .get(0);
        double rate = wave.get("estimate").asDouble();
        assertThat(wave.get("wave").asInt()).isEqualTo(2025);
        assertThat(Math.abs(rate - TRUTH)).isLessThan(3 * wave.get("se").asDouble());
        assertThat(TRUTH)
                .isBetween(wave.get("ciLower").asDouble(), wave.get("ciUpper").asDouble());
        assertThat(nobody.get("/").body())
                .contains("rate__value\">" + Decimals.percent(rate) + "<")
                .contains(Decimals.percent(wave.get("ciLower").asDouble()).replace("%", ""));
        return rate;
    }

    /** The path of the newest run of the wave that has such a step, once the server has made it. */
    private String newestWith(String step) throws Exception {
        for (int wait = 0; wait < 300; wait++) {
            Matcher run = RUN.matcher(statistician.get(PUBLICATIONS));
            if (run.find()
                    && statistician.get(run.group() + "/specification.yaml").contains(step)) {
                return run.group();
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no figures with " + step);
    }

    private static String path(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.uri().getPath();
    }
}
