package org.suzhi.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Interviews and visits of the synthetic county for a sample that was drawn on the pages. */
public final class GenerateInterviews {
    private GenerateInterviews() {}

    /**
     * Arguments: the draw's {@code cases.csv}, the wave's year (2021 to 2025), a folder, and the version of the published
     * form. Writes {@code submissions.zip} and {@code outcomes.csv} into the folder, and prints the true rate.
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 4) {
            System.err.println("Give the draw's cases.csv, the wave's year, a folder and the form's version");
            System.exit(2);
        }
        int year = Integer.parseInt(args[1]);
        Path folder = Files.createDirectories(Path.of(args[2]));
        SampleCounty county = SampleCounty.of(SampleCounty.DEMONSTRATION_SEED);
        DrawnCases cases;
        try (Reader csv = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8)) {
            cases = DrawnCases.read(county, year, csv);
        }
        int interviews;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("submissions.zip")))) {
            interviews = cases.writeInterviews("literacy", args[3], out);
        }
        Files.writeString(folder.resolve("outcomes.csv"), cases.visitsCsv());
        System.out.printf(
                "%d interviews, %d cases without one; the true rate of %d is %.2f %%%n",
                interviews,
                cases.visits().size(),
                year,
                100 * county.truth(year).get(0).rate());
    }
}
