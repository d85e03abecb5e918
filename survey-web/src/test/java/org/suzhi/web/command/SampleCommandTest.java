package org.suzhi.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command draws from files, tells everything that is wrong at once and then writes nothing. */
class SampleCommandTest extends CommandLineFixture {
    private static final Path COUNTY = Path.of("../sample-data/generated/frame.csv");
    private static final String FRAME = """
            unit,town,stratum,size
            v1,t01,a,120
            v2,t01,a,300
            v3,t01,a,180
            v4,t02,b,90
            v5,t02,b,110
            """;
    private static final String PLAN = """
            seed: 7
            strata:
              - {stratum: a, psus: 2, take: 10, method: tille}
              - {stratum: b, psus: 1, take: 5, method: srs}
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    /** Runs on a frame and a plan; expects exit 2, these lines and no file. */
    private void refused(String frame, String plan, String... lines) throws IOException {
        err.reset();
        int code = run(
                "sample",
                file("plan.yaml", plan),
                "--frame",
                file("frame.csv", frame),
                "--out",
                at("out.csv"),
                "--joint",
                at("joint.csv"),
                "--lang",
                "en");
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).containsExactly(lines);
        assertThat(code).isEqualTo(2);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("plan.yaml", "frame.csv");
        }
    }

    @Test
    void drawsTheCountyAndWritesEveryFile() throws IOException {
        String strata = Files.readAllLines(COUNTY).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[4])
                .distinct()
                .map(stratum -> "  - {stratum: " + stratum + ", psus: 3}\n")
                .reduce("", String::concat);
        Path plan = file(
                "plan.yaml", "seed: 1\ndefaults: {take: 20, method: sampford}\nreserve: {psus: 1}\nstrata:\n" + strata);
        Object[] arguments = {
            "sample",
            plan,
            "--frame",
            COUNTY,
            "--out",
            at("sample.csv"),
            "--joint",
            at("joint.csv"),
            "--visits",
            at("visits.csv"),
            "--reserves",
            at("reserves.csv"),
            "--record",
            at("record.yaml")
        };
        assertThat(run(arguments)).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("45 units of 15 strata, 900 visits, seed 1\n");
        assertThat(Files.readAllLines(at("sample.csv"))).hasSize(46);
        assertThat(Files.readAllLines(at("visits.csv"))).hasSize(901);
        assertThat(Files.readAllLines(at("reserves.csv"))).hasSize(16);
        List<String> joint = Files.readAllLines(at("joint.csv"));
        assertThat(joint).hasSize(45).allMatch(line -> line.split(",", -1).length == 45);
        String first = Files.readString(at("sample.csv"));
        assertThat(run("sample", plan, "--frame", COUNTY, "--out", at("again.csv"), "--check", at("record.yaml")))
                .isZero();
        assertThat(at("again.csv")).hasContent(first);
        assertThat(run(
                        "sample",
                        plan,
                        "--frame",
                        COUNTY,
                        "--seed",
                        2,
                        "--out",
                        at("other.csv"),
                        "--check",
                        at("record.yaml")))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("suzhi: record, seed: the record says “1”, this draw gives “2”");
        assertThat(at("other.csv")).doesNotExist();
    }

    @Test
    void aFrameWithDuplicatesAndZeroSizesIsRefused() throws IOException {
        refused(
                FRAME + "v2,t02,b,100\nv7,t02,b,0\nv8,,b,many\n",
                PLAN,
                "suzhi: frame, row 7, column unit: “v2” stands in row 3 already; each unit may be listed once. Remove one of "
                        + "the rows or correct the code.",
                "suzhi: frame, row 8, column size: the size is 0, so the unit could never be drawn; correct the size, or "
                        + "remove the unit or join it to a neighbour.",
                "suzhi: frame, row 9, column town: nothing is given; fill it in.",
                "suzhi: frame, row 9, column size: got “many”; expected a whole number.");
    }

    @Test
    void aSizeLargerThanItsStratumAllowsIsRefused() throws IOException {
        refused(
                FRAME,
                PLAN.replace("psus: 2", "psus: 4").replace("take: 5", "take: 95"),
                "suzhi: plan, strata.a.psus: 4 units are to be drawn, but the stratum has 3; draw at most 3.",
                "suzhi: plan, strata.b.take: 95 are to be visited in each unit, but unit “v4” has 90; take fewer or join the "
                        + "unit to a neighbour.");
        refused(
                FRAME,
                PLAN.replace("method: tille", "method: tille, certainty: refused"),
                "suzhi: plan, strata.a.certainty: unit “v2” has 300 of the stratum’s 600 people, too large for one of 2 draws "
                        + "in proportion to size; allow certainty units, draw fewer units or split the unit.");
    }

    @Test
    void aPlanThatCannotBeReadIsToldTogetherWithTheFrame() throws IOException {
        refused(
                FRAME.replace("v5", "v4"),
                "seed: one\nstrata:\n  - {stratum: a, psu: 2, take: 10}\n",
                "suzhi: frame, row 6, column unit: “v4” stands in row 5 already; each unit may be listed once. Remove one of "
                        + "the rows or correct the code.",
                "suzhi: plan, seed: got “one”; expected a whole number.",
                "suzhi: plan, strata[1].psus: nothing is given; fill it in.",
                "suzhi: plan, strata[1].psu: no such key; expected certainty, method, psus, stratum, take.");
    }

    @Test
    void jointProbabilitiesThatTheMethodHasNotAreRefused() throws IOException {
        refused(
                FRAME,
                PLAN.replace("tille", "systematic-pps-random").replace("psus: 2", "psus: 1"),
                "suzhi: plan, strata.a.method: method systematic-pps-random has no exact joint probabilities; choose another "
                        + "method, or do without them (an analysis can take hartley-rao).");
    }

    @Test
    void filesThatAreNoneAreTold() throws IOException {
        Path plan = file("plan.yaml", PLAN);
        assertThat(run("sample", plan, "--frame", at("no.csv"), "--out", at("out.csv"), "--lang", "zh-CN"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("没有这个文件");
        Path binary = Files.write(at("binary.csv"), new byte[] {0, 1, 2, 0});
        assertThat(run("sample", plan, "--frame", binary, "--out", at("out.csv"), "--lang", "en"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot be read as a table");
        Path gb = Files.write(at("gb.yaml"), "seed: 1 # 种子".getBytes(Charset.forName("GB18030")));
        assertThat(run("sample", gb, "--frame", file("f.csv", FRAME), "--out", at("out.csv")))
                .isEqualTo(2);
        assertThat(run("sample", plan, "--frame", file("f.csv", FRAME), "--out", at("none/out.csv"), "--lang", "en"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("out.csv: cannot be written");
        assertThat(run("sample", plan, "--frame", file("f.csv", FRAME))).isEqualTo(2);
        assertThat(run("sample", plan, "--frame", file("f.csv", FRAME), "--out", at("o.csv"), "--lang", "fr"))
                .isEqualTo(2);
    }

    @Test
    void cadresAreDrawnFromTheirList() throws IOException {
        Path plan = file("plan.yaml", PLAN + "lists:\n  - {list: cadres, strata: [{stratum: all, members: 2}]}\n");
        Path frame = file("frame.csv", FRAME);
        Path list = file("cadres.csv", "member,stratum,unit\nc1,all,v1\nc2,all,\nc3,all,v4\n");
        assertThat(run("sample", plan, "--frame", frame, "--out", at("o.csv"), "--lang", "en"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("list “cadres”, which was not given");
        assertThat(run("sample", plan, "--frame", frame, "--out", at("o.csv"), "--list", "cadres=" + list))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--list-out");
        assertThat(run(
                        "sample",
                        plan,
                        "--frame",
                        frame,
                        "--out",
                        at("o.csv"),
                        "--list",
                        "cadres=" + list,
                        "--list-out",
                        at("c.csv")))
                .isZero();
        assertThat(Files.readAllLines(at("c.csv")))
                .hasSize(3)
                .first()
                .isEqualTo(
                        "list,member,stratum,unit,reserve_rank,inclusion_probability,frames,design_weight,combined_weight");
    }
}
