package org.suzhi.sample;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Turns respondents into submitted forms: when the interview was, what was said besides the scored items, the XML. */
final class Interviews {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);
    private static final int DAYS_IN_A_VILLAGE = 3;
    private static final int FIRST_SECOND = 8 * 3600 + 1800;
    private static final int LAST_SECOND = 20 * 3600;

    private final SampleCounty county;
    private final Fieldwork fieldwork;
    private final Opinions opinions = new Opinions();
    private final InstanceWriter writer;

    /**
     * When and where the interviews are held.
     *
     * @param draw names the streams of random numbers
     * @param villages in the order in which they are visited
     */
    record Fieldwork(int year, int draw, LocalDate opens, LocalDate closes, List<Village> villages) {
        Fieldwork {
            villages = List.copyOf(villages);
        }
    }

    Interviews(SampleCounty county, Fieldwork fieldwork, String formId, String version) {
        this.county = county;
        this.fieldwork = fieldwork;
        writer = new InstanceWriter(formId, version);
    }

    Submission submission(Respondent respondent) {
        Person person = respondent.person();
        RandomStream random = stream(Purpose.INTERVIEW, person);
        String instanceId = "uuid:" + uuid(random);
        OffsetDateTime start = start(respondent.place().village(), random);
        OffsetDateTime end = start.plusSeconds(420 + 40L * person.ageBand().level() + random.below(300));
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("start", TIME.format(start));
        answers.put("end", TIME.format(end));
        answers.put("consent", "yes");
        describe(person, answers);
        for (int i = 0; i < respondent.answers().size(); i++) {
            answers.put(
                    county.answerModel().items().get(i).name(),
                    respondent.answers().get(i));
        }
        opinions.answer(person, stream(Purpose.OPINIONS, person), answers);
        String instanceName =
                "%s-%s-%d".formatted(person.village().code(), person.sex().code(), person.age());
        return new Submission(instanceId, respondent, start, end, writer.write(answers, instanceId, instanceName));
    }

    private static void describe(Person person, Map<String, String> answers) {
        answers.put("town", person.village().town());
        answers.put("village", person.village().code());
        answers.put("residence", person.village().residence().code());
        answers.put("sex", person.sex().code());
        answers.put("age", Integer.toString(person.age()));
        answers.put("age_band", person.ageBand().code());
        answers.put("education", person.education().code());
        answers.put("occupation", person.occupation().code());
        person.employer().ifPresent(employer -> answers.put("employer", employer.code()));
        for (Group group : Group.values()) {
            answers.put(group.code(), group.contains(person) ? "1" : "0");
        }
    }

    private RandomStream stream(Purpose purpose, Person person) {
        return RandomStream.of(county.seed(), purpose, fieldwork.year(), fieldwork.draw(), person.id());
    }

    /** Each village is visited on a few days in a row; interviews begin between half past eight and eight. */
    OffsetDateTime start(Village village, RandomStream random) {
        int position = fieldwork.villages().indexOf(village);
        int lastFirstDay =
                (int) (fieldwork.closes().toEpochDay() - fieldwork.opens().toEpochDay()) - DAYS_IN_A_VILLAGE;
        int firstDay = lastFirstDay * position / fieldwork.villages().size();
        return fieldwork
                .opens()
                .plusDays(firstDay + random.below(DAYS_IN_A_VILLAGE))
                .atStartOfDay()
                .plusSeconds(FIRST_SECOND + random.below(LAST_SECOND - FIRST_SECOND))
                .atOffset(BEIJING);
    }

    /** A UUID of version 4 and variant 2 (RFC 9562, section 5.4). */
    private static UUID uuid(RandomStream random) {
        return new UUID(
                (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L,
                (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }
}
