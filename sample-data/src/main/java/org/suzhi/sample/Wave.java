package org.suzhi.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One wave: villages drawn with probability proportional to adults within strata, adults by simple random sampling
 * within the village, and those of them who took part.
 */
public final class Wave {

    private static final int FIELDWORK_DAYS = 40;

    private final SampleCounty county;
    private final int year;
    private final int draw;
    private final List<Integer> sampled = new ArrayList<>();
    private final List<SampledVillage> sampledVillages = new ArrayList<>();

    Wave(SampleCounty county, int year, int draw) {
        this.county = county;
        this.year = year;
        this.draw = draw;
        for (int s = 0; s < county.strata().size(); s++) {
            Stratum stratum = county.strata().get(s);
            drawVillages(stratum, RandomStream.of(county.seed(), Purpose.STAGE_ONE, year, draw, s));
        }
    }

    public int year() {
        return year;
    }

    /** The first day of fieldwork. */
    public LocalDate opens() {
        return LocalDate.of(year, 6, 10);
    }

    /** The last day of fieldwork. */
    public LocalDate closes() {
        return opens().plusDays(FIELDWORK_DAYS - 1L);
    }

    public List<SampledVillage> sampledVillages() {
        return List.copyOf(sampledVillages);
    }

    /** Those who took part, computed as the stream is read. */
    public Stream<Respondent> respondents() {
        return IntStream.range(0, sampled.size()).boxed().flatMap(this::respondents);
    }

    /**
     * The submissions of those who took part, computed as the stream is read, village by village.
     *
     * @param formId id of the published form, such as {@code literacy}
     * @param version version of the published form, such as {@code 2025}
     */
    public Stream<Submission> submissions(String formId, String version) {
        Interviews interviews = new Interviews(
                county,
                new Interviews.Fieldwork(
                        year,
                        draw,
                        opens(),
                        closes(),
                        sampledVillages.stream().map(SampledVillage::village).toList()),
                formId,
                version);
        return respondents().map(interviews::submission);
    }

    int draw() {
        return draw;
    }

    /** Systematic sampling with probability proportional to size, in frame order (Madow 1949). */
    private void drawVillages(Stratum stratum, RandomStream random) {
        List<Village> frame = county.villages();
        long adults = 0;
        for (Village village : frame) {
            adults += village.stratum().equals(stratum.code()) ? village.adults() : 0;
        }
        double next = random.uniform();
        double cumulated = 0;
        for (int v = 0; v < frame.size(); v++) {
            Village village = frame.get(v);
            if (!village.stratum().equals(stratum.code())) {
                continue;
            }
            double inclusion = (double) stratum.sampledVillages() * village.adults() / adults;
            if (inclusion >= 1) {
                throw new IllegalArgumentException(
                        "Village %s would be drawn with certainty (%.3f); draw fewer villages from stratum %s"
                                .formatted(village.code(), inclusion, stratum.code()));
            }
            cumulated += inclusion;
            if (cumulated > next) {
                sampled.add(v);
                sampledVillages.add(new SampledVillage(village, inclusion, stratum.invitedPerVillage()));
                next++;
            }
        }
    }

    private Stream<Respondent> respondents(int k) {
        int v = sampled.get(k);
        SampledVillage place = sampledVillages.get(k);
        RandomStream random = RandomStream.of(county.seed(), Purpose.STAGE_TWO, year, draw, v);
        List<Respondent> respondents = new ArrayList<>();
        int adults = place.village().adults();
        int wanted = place.invited();
        // Selection sampling (Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S): each subset is as likely.
        for (int i = 0; wanted > 0; i++) {
            if (random.uniform() * (adults - i) < wanted) {
                wanted--;
                Person person = county.population().person(v, i, year);
                if (Nonresponse.takesPart(
                        person, RandomStream.of(county.seed(), Purpose.NONRESPONSE, year, draw, person.id()))) {
                    respondents.add(interview(place, person, v));
                }
            }
        }
        return respondents.stream();
    }

    private Respondent interview(SampledVillage place, Person person, int v) {
        double ability = county.population().ability(person, v, year);
        AnswerModel model = county.answerModel();
        return new Respondent(
                place,
                person,
                model.answers(county.answerStream(person, year), ability),
                model.score(county.answerStream(person, year), ability));
    }
}
