package org.suzhi.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What comes of cases that somebody drew from the county's frame: interviews of those who take part, visits without one
 * to the others. The county, its people and the true rate are those of {@link SampleCounty}; who takes part, and what
 * happens else, follows from the seed and the person.
 */
public final class DrawnCases {
    /** Names the streams of random numbers; no draw of a {@link Wave} has it. */
    private static final int DRAW = 1_000_000;

    private static final String[] OUTCOMES = {"2.112", "2.111", "2.24", "2.25", "2.32", "3.18"};
    private static final double[] HOW_OFTEN = {35, 10, 25, 15, 7, 8};

    private final SampleCounty county;
    private final Interviews.Fieldwork fieldwork;
    private final List<DrawnCase> cases;
    private final Map<String, Integer> villages = new HashMap<>();

    /**
     * A case.
     *
     * @param line of its person in the village's register, from 1
     */
    public record DrawnCase(String code, String village, int line) {}

    /** The number by which lists of the county's people name one of them. */
    static String member(Person person) {
        return "p%06d".formatted(person.id() + 1);
    }

    /**
     * A visit that led to no interview.
     *
     * @param outcome AAPOR code
     */
    public record Visit(String code, OffsetDateTime at, String outcome) {}

    private DrawnCases(SampleCounty county, int year, List<DrawnCase> cases) {
        this.county = county;
        this.cases = cases;
        for (int v = 0; v < county.villages().size(); v++) {
            villages.put(county.villages().get(v).code(), v);
        }
        List<Village> visited = new ArrayList<>();
        for (DrawnCase drawn : cases) {
            Village village = county.villages().get(place(drawn));
            if (!visited.contains(village)) {
                visited.add(village);
            }
        }
        Wave wave = county.wave(year);
        fieldwork = new Interviews.Fieldwork(year, DRAW, wave.opens(), wave.closes(), visited);
    }

    /**
     * Reads the cases of a draw of persons, a table with the columns {@code case, psu, line} and {@code member}, which names
     * those drawn from a list.
     *
     * @throws IllegalArgumentException naming the case whose village or line the county has not
     */
    public static DrawnCases read(SampleCounty county, int year, Reader csv) throws IOException {
        CsvTable table = CsvTable.parse("cases", new BufferedReader(csv));
        List<String> codes = table.values("case");
        List<String> villages = table.values("psu");
        List<String> lines = table.values("line");
        List<String> members = table.values("member");
        List<DrawnCase> cases = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            cases.add(
                    members.get(i).isEmpty()
                            ? new DrawnCase(codes.get(i), villages.get(i), Integer.parseInt(lines.get(i)))
                            : ofMember(county, codes.get(i), members.get(i)));
        }
        return new DrawnCases(county, year, cases);
    }

    private static DrawnCase ofMember(SampleCounty county, String code, String member) {
        int before = Integer.parseInt(member.substring(1)) - 1;
        for (Village village : county.villages()) {
            if (before < village.adults()) {
                return new DrawnCase(code, village.code(), before + 1);
            }
            before -= village.adults();
        }
        throw new IllegalArgumentException("case %s: the county has no person %s".formatted(code, member));
    }

    private int place(DrawnCase drawn) {
        Integer v = villages.get(drawn.village());
        if (v == null
                || drawn.line() < 1
                || drawn.line() > county.villages().get(v).adults()) {
            throw new IllegalArgumentException("case %s: line %d of village %s is not in the county's register"
                    .formatted(drawn.code(), drawn.line(), drawn.village()));
        }
        return v;
    }

    /** The interviews as a ZIP file of XForm instances, each named by its case; tells how many there are. */
    public int writeInterviews(String formId, String version, OutputStream out) throws IOException {
        Interviews interviews = new Interviews(county, fieldwork, formId, version);
        int written = 0;
        try (StoredZip zip = new StoredZip(out)) {
            for (DrawnCase drawn : cases) {
                Optional<Respondent> respondent = respondent(drawn);
                if (respondent.isPresent()) {
                    String xml = interviews.submission(respondent.get()).xml();
                    zip.add(drawn.code() + ".xml", xml.getBytes(StandardCharsets.UTF_8));
                    written++;
                }
            }
        }
        return written;
    }

    private Optional<Respondent> respondent(DrawnCase drawn) {
        int v = place(drawn);
        Person person = person(drawn);
        if (!Nonresponse.takesPart(person, stream(Purpose.NONRESPONSE, person))) {
            return Optional.empty();
        }
        double ability = county.population().ability(person, v, fieldwork.year());
        AnswerModel model = county.answerModel();
        return Optional.of(new Respondent(
                new SampledVillage(county.villages().get(v), 1, 1),
                person,
                model.answers(county.answerStream(person, fieldwork.year()), ability),
                model.score(county.answerStream(person, fieldwork.year()), ability)));
    }

    private Person person(DrawnCase drawn) {
        return county.population().person(place(drawn), drawn.line() - 1, fieldwork.year());
    }

    private RandomStream stream(Purpose purpose, Person person) {
        return RandomStream.of(county.seed(), purpose, fieldwork.year(), DRAW, person.id());
    }

    /** The last visit to each of those who gave no interview. */
    public List<Visit> visits() {
        Interviews calendar = new Interviews(county, fieldwork, "", "");
        List<Visit> visits = new ArrayList<>();
        for (DrawnCase drawn : cases) {
            Person person = person(drawn);
            if (!Nonresponse.takesPart(person, stream(Purpose.NONRESPONSE, person))) {
                RandomStream random = stream(Purpose.OUTCOME, person);
                OffsetDateTime at = calendar.start(person.village(), random);
                visits.add(new Visit(drawn.code(), at, OUTCOMES[random.index(HOW_OFTEN)]));
            }
        }
        return visits;
    }

    /** The visits as a table, as the page of outcomes reads it. */
    public String visitsCsv() {
        StringBuilder csv = new StringBuilder("case,at,outcome\n");
        visits().forEach(v -> csv.append(v.code())
                .append(',')
                .append(v.at())
                .append(',')
                .append(v.outcome())
                .append('\n'));
        return csv.toString();
    }
}
