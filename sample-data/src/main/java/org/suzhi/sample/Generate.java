package org.suzhi.sample;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** Writes the sample county of the demonstration seed as files: frame, margins, truth, samples and submissions. */
public final class Generate {

    static final List<Integer> YEARS = IntStream.rangeClosed(SampleCounty.FIRST_YEAR, SampleCounty.LAST_YEAR)
            .boxed()
            .toList();

    private Generate() {}

    /** Writes into the folder {@code DIR}, the only argument; the submissions of a wave go to {@code submissions_YEAR.zip}. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println(
                    "Give one folder to write frame.csv, cadres.csv, margins.csv, truth.csv, sampled_villages.csv,"
                            + " respondents.csv and submissions_YEAR.zip into");
            System.exit(2);
        }
        Path folder = Path.of(args[0]);
        SampleCounty county = SampleCounty.of(SampleCounty.DEMONSTRATION_SEED);
        Tables tables = new Tables(county, YEARS);
        Files.createDirectories(folder);
        write(folder.resolve("frame.csv"), tables::frame);
        write(folder.resolve("cadres.csv"), tables::cadres);
        write(folder.resolve("margins.csv"), tables::margins);
        write(folder.resolve("truth.csv"), tables::truth);
        write(folder.resolve("sampled_villages.csv"), tables::sampledVillages);
        write(folder.resolve("respondents.csv"), tables::respondents);
        for (int year : YEARS) {
            writeSubmissions(county.wave(year), folder);
        }
    }

    private static void writeSubmissions(Wave wave, Path folder) throws IOException {
        String version = Integer.toString(wave.year());
        try (OutputStream out = Files.newOutputStream(folder.resolve("submissions_" + version + ".zip"));
                StoredZip zip = new StoredZip(new BufferedOutputStream(out))) {
            for (Iterator<Submission> submissions =
                            wave.submissions("literacy", version).iterator();
                    submissions.hasNext(); ) {
                Submission submission = submissions.next();
                zip.add(
                        submission.instanceId().substring("uuid:".length()) + ".xml",
                        submission.xml().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void write(Path file, Table table) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            table.write(out);
        }
    }

    /** A table that writes itself. */
    interface Table {
        void write(Appendable out) throws IOException;
    }
}
