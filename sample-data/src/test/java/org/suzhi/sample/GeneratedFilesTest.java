package org.suzhi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class GeneratedFilesTest {

    private final Tables tables = new Tables(SampleCounty.of(SampleCounty.DEMONSTRATION_SEED), Generate.YEARS);

    @Test
    void committedFrameFollowsFromTheSeed() throws IOException {
        assertRegenerated("frame.csv", tables::frame);
    }

    @Test
    void committedCadresFollowFromTheSeed() throws IOException {
        assertRegenerated("cadres.csv", tables::cadres);
    }

    @Test
    void committedMarginsFollowFromTheSeed() throws IOException {
        assertRegenerated("margins.csv", tables::margins);
    }

    @Test
    void committedTruthFollowsFromTheSeed() throws IOException {
        assertRegenerated("truth.csv", tables::truth);
    }

    @Test
    void committedSamplesFollowFromTheSeed() throws IOException {
        assertRegenerated("sampled_villages.csv", tables::sampledVillages);
    }

    @Test
    void submissionsAreTheSameBytesInEveryTimeZone() {
        String here = submissions();
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertThat(submissions()).isEqualTo(here);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static String submissions() {
        StringBuilder text = new StringBuilder();
        SampleCounty.of(7).wave(2023).submissions("literacy", "2023").limit(200).forEach(s -> text.append(s.xml()));
        return text.toString();
    }

    private static void assertRegenerated(String file, Generate.Table table) throws IOException {
        StringBuilder text = new StringBuilder();
        table.write(text);
        assertThat(text.toString().getBytes(StandardCharsets.UTF_8))
                .as("generated/%s; regenerate it if the generator was meant to change", file)
                .isEqualTo(Files.readAllBytes(Path.of("generated", file)));
    }
}
