package org.suzhi.web.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.fieldwork.Caller;
import org.suzhi.web.publication.AnalysisRun;
import org.suzhi.web.publication.Publication;
import org.suzhi.web.publication.PublicationDesk;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenDataIT extends ServerFixture {
    @Autowired
    private PublicationDesk desk;

    @Autowired
    private Publications publications;

    private Caller nobody = Caller.nobody("");

    @BeforeEach
    void reader() {
        nobody = Caller.nobody(address(""));
    }

    private long published() {
        return desk.all().stream()
                .filter(p -> p.isCurrent() && p.kind() == AnalysisRun.Kind.HEADLINE)
                .findFirst()
                .map(Publication::id)
                .orElseThrow();
    }

    private List<List<String>> lines(String path) throws Exception {
        HttpResponse<String> answer = nobody.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body()
                .lines()
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
    }

    @Test
    void everyPublishedFigureIsAnObservation() throws Exception {
        PublishedSeries series = publications.current().orElseThrow();
        List<List<String>> lines = lines("/data/" + series.target().indicator() + ".csv");
        List<String> head = lines.get(0);
        assertThat(head)
                .startsWith("STRUCTURE", "STRUCTURE_ID", "ACTION", "REF_AREA", "INDICATOR", "PRIORITY_GROUP")
                .contains("TOWN", "SEX", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS");
        assertThat(lines).allMatch(line -> line.size() == head.size());
        int value = head.indexOf("OBS_VALUE");
        int year = head.indexOf("TIME_PERIOD");
        int town = head.indexOf("TOWN");
        int status = head.indexOf("OBS_STATUS");
        for (PublishedWave wave : series.waves()) {
            List<List<String>> own = lines.stream()
                    .filter(line -> line.get(year).equals(String.valueOf(wave.year())))
                    .toList();
            assertThat(own.get(0).get(value))
                    .isEqualTo(Double.toString(wave.overall().estimate()));
            assertThat(own).hasSize(2 + wave.figures().size() + wave.measures().size());
            wave.figures().stream().filter(f -> f.dimension().equals("town")).forEach(figure -> {
                List<String> line = own.stream()
                        .filter(l -> l.get(town).equals(figure.level()))
                        .findFirst()
                        .orElseThrow();
                assertThat(line.get(value)).isEqualTo(figure.publishable() ? Double.toString(figure.estimate()) : "");
                assertThat(line.get(status).equals("Q")).isEqualTo(!figure.publishable());
            });
        }
    }

    @Test
    void aPublicationHasAPermanentAddressInBothFormats() throws Exception {
        long id = published();
        List<List<String>> lines = lines("/publications/" + id + "/data.csv");
        List<String> head = lines.get(0);
        assertThat(lines.subList(1, lines.size()))
                .isNotEmpty()
                .allMatch(line -> line.get(head.indexOf("PUBLICATION")).equals(String.valueOf(id)));
        JsonNode json = JsonMapper.shared()
                .readTree(nobody.get("/api/v1/publications/" + id).body());
        assertThat(json.path("waves").size()).isOne();
        assertThat(json.path("waves").path(0).path("estimate").asDouble())
                .isEqualTo(Double.parseDouble(lines.get(1).get(head.indexOf("OBS_VALUE"))));
        assertThat(nobody.get("/publications/999999/data.csv").statusCode()).isEqualTo(404);
        assertThat(nobody.get("/api/v1/publications/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void thePageLinksToAllOfItInBothLanguages() throws Exception {
        assertThat(nobody.get("/data?lang=en").body())
                .contains("/publications/" + published() + "/data.csv", "&lt;iframe src=", "/embed/trend?lang=en")
                .contains("Synthetic");
        assertThat(nobody.get("/data?lang=zh-CN").body()).contains("开放数据", "固定链接", "合成数据");
    }

    @Test
    void onlyAnEmbeddedChartMayStandInAFrameOfAnotherSite() throws Exception {
        HttpResponse<String> chart = nobody.get("/embed/trend?lang=en");
        assertThat(chart.statusCode()).isEqualTo(200);
        assertThat(chart.body()).contains("<svg", "Synthetic data").doesNotContain("<form", "<script");
        assertThat(chart.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(chart.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors *"));
        assertThat(nobody.get("/").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
        assertThat(nobody.get("/embed/nothing").statusCode()).isEqualTo(404);
    }
}
