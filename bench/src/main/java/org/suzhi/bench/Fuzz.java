package org.suzhi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.SideFiles;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.microdata.CsvReader;
import org.suzhi.microdata.Problem;

/**
 * Damages reference specifications and data at random and checks that every run ends in a result or a {@link Problem}, in
 * time. Arguments: {@code FOLDER-OF-CASES COUNT [SEED]}. Prints how often each problem came up, and every input that broke.
 */
public final class Fuzz {
    private static final List<String> WORDS = List.of(
            "''", "null", "true", "-1", "0", "1e308", "NaN", "Inf", "[]", "{}", "&", "|", "(", ")", "'", "\"", ":",
            "- ", "~", "id", "by", "subset", "api00", "stype", "pw", "dnum", "0.5", "1e-320", "层", "\t", "\n", ",", "*",
            "{a: 1}", "[1, 2]");

    private final List<String> specifications;
    private final List<String> tables;

    private Fuzz(List<String> specifications, List<String> tables) {
        this.specifications = specifications;
        this.tables = tables;
    }

    public static void main(String[] args) throws IOException {
        List<String> specifications = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Path.of(args[0]))) {
            for (Path folder : folders.sorted().toList()) {
                specifications.add(Files.readString(folder.resolve("spec.yaml")));
                List<String> lines = Files.readAllLines(folder.resolve("data.csv"));
                tables.add(String.join("\n", lines.subList(0, Math.min(lines.size(), 40))) + "\n");
            }
        }
        int count = Integer.parseInt(args[1]);
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        new Fuzz(specifications, tables).run(count, seed);
    }

    private void run(int count, long seed) {
        Map<String, Integer> codes = new TreeMap<>();
        IntStream.range(0, count).parallel().forEach(i -> {
            String code = one(seed * 1_000_003L + i);
            synchronized (codes) {
                codes.merge(code, 1, Integer::sum);
            }
        });
        codes.forEach((code, times) -> System.out.println(code + " " + times));
    }

    private String one(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int which = random.nextInt(specifications.size());
        String yaml = damaged(specifications.get(which), random, random.nextInt(4));
        byte[] csv = damaged(tables.get(which), random, random.nextInt(3)).getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        String code;
        try {
            Analysis.run(Specification.parse(yaml), CsvReader.read("fuzz.csv", csv), SideFiles.none())
                    .toJson();
            code = "result";
        } catch (Problem problem) {
            code = problem.code();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            StackTraceElement[] trace = e.getStackTrace();
            String where = Arrays.stream(trace)
                    .filter(t -> t.getClassName().startsWith("org.suzhi"))
                    .limit(2)
                    .toList()
                    .toString();
            code = "BROKEN " + e.getClass().getSimpleName() + " " + e.getMessage() + " " + where;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (seconds > 20) {
            code = "SLOW seed " + seed + " " + code;
        }
        return code;
    }

    private static String damaged(String text, SplittableRandom random, int changes) {
        StringBuilder out = new StringBuilder(text);
        for (int k = 0; k < changes && out.length() > 1; k++) {
            int at = random.nextInt(out.length());
            switch (random.nextInt(6)) {
                case 0 -> out.deleteCharAt(at);
                case 1 -> out.insert(at, WORDS.get(random.nextInt(WORDS.size())));
                case 2 -> out.setCharAt(at, (char) (32 + random.nextInt(95)));
                case 3 -> word(out, at, WORDS.get(random.nextInt(WORDS.size())));
                case 4 -> {
                    int line = out.lastIndexOf("\n", at) + 1;
                    int end = out.indexOf("\n", at);
                    out.delete(line, end < 0 ? out.length() : end + 1);
                }
                default -> {
                    int other = random.nextInt(out.length());
                    String copied = out.substring(other, Math.min(out.length(), other + random.nextInt(20)));
                    out.insert(at, copied);
                }
            }
        }
        return out.toString();
    }

    /** Replaces the word around a place. */
    private static void word(StringBuilder out, int at, String by) {
        int start = at;
        int end = at;
        while (start > 0 && Character.isLetterOrDigit(out.charAt(start - 1))) {
            start--;
        }
        while (end < out.length() && Character.isLetterOrDigit(out.charAt(end))) {
            end++;
        }
        out.replace(start, end, by);
    }
}
