package org.suzhi.sampling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an auditor needs to draw the same sample again: hashes (SHA-256) of the frame, of the plan with its seed and of
 * everything that was drawn.
 *
 * @param generator names the random numbers; another name means that a seed gives another sample
 * @param frame of the units in their order: code, town, stratum, residence, size, households
 * @param plan of {@link DrawPlan#toYaml}
 * @param sample of units, reserve units, visits and lists as {@link SampleTable} and {@link ListDraw#csv} write them
 */
public record DrawRecord(String generator, long seed, String frame, String plan, String sample) {
    private static final String GENERATOR = "splitmix64-1";

    /** The record of a draw from a frame and, where the plan has lists, of {@code lists}; else of an empty draw. */
    public static DrawRecord of(Frame frame, Draw draw, ListDraw lists) {
        String units = frame.units().stream()
                .map(unit -> String.join(
                        "\t",
                        unit.code(),
                        unit.town(),
                        unit.stratum(),
                        unit.residence(),
                        String.valueOf(unit.size()),
                        String.valueOf(unit.households())))
                .collect(Collectors.joining("\n"));
        String drawn = SampleTable.units(draw, draw.sample())
                + SampleTable.units(draw, draw.reserves())
                + SampleTable.visits(draw.sample())
                + SampleTable.visits(draw.reserves())
                + (lists.sample().isEmpty() ? "" : lists.csv());
        return new DrawRecord(
                GENERATOR, draw.plan().seed(), sha256(units), sha256(draw.plan().toYaml()), sha256(drawn));
    }

    /** One line a value; {@link #differences} reads it. */
    public String toYaml() {
        return "generator: %s\nseed: %d\nframe-sha256: %s\nplan-sha256: %s\nsample-sha256: %s\n"
                .formatted(generator, seed, frame, plan, sample);
    }

    /** What a record that was kept says otherwise; empty if the same sample was drawn from the same frame and plan. */
    public List<SamplingProblem> differences(String kept) {
        List<String> lines = kept.lines().map(String::strip).toList();
        List<SamplingProblem> differences = new ArrayList<>();
        toYaml().lines().filter(line -> !lines.contains(line)).forEach(line -> {
            String key = line.substring(0, line.indexOf(':'));
            String had = lines.stream()
                    .filter(other -> other.startsWith(key + ":"))
                    .map(other -> other.substring(key.length() + 1).strip())
                    .findFirst()
                    .orElse("");
            differences.add(new SamplingProblem(
                    "record", 0, key, had, "record-differs", List.of(line.substring(key.length() + 2))));
        });
        return differences;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
