package org.suzhi.web.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.suzhi.questionnaire.ScoringKey;
import org.suzhi.response.PublishedForm;
import org.suzhi.web.quality.Flag.Kind;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;

class FlagsTest {
    private static final QualitySettings SETTINGS =
            new QualitySettings(0.4, 5, 1.0, "dk", 0.6, 0.8, List.of("age"), 22, 6, 5, 0.1);
    private static final List<String> ITEMS = List.of("q1", "q2", "q3", "q4", "q5");

    private static PublishedQuestionnaire questionnaire() {
        StringBuilder binds = new StringBuilder(
                "<bind nodeset='/data/age' type='int'/><bind nodeset='/data/place' type='geopoint'/>");
        StringBuilder body = new StringBuilder("<input ref='/data/age'><label>Age</label></input>"
                + "<input ref='/data/place'><label>Place</label></input>");
        StringBuilder nodes = new StringBuilder("<age/><place/>");
        for (String item : ITEMS) {
            nodes.append("<" + item + "/>");
            binds.append("<bind nodeset='/data/" + item + "' type='string'/>");
            body.append("<select1 ref='/data/" + item + "'><label>" + item + "</label>");
            for (String choice : List.of("true", "false", "dk")) {
                body.append("<item><label>" + choice + "</label><value>" + choice + "</value></item>");
            }
            body.append("</select1>");
        }
        String xform = "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml'><h:head>"
                + "<h:title>t</h:title><model><instance><data id='f' version='1'>" + nodes
                + "<meta><instanceID/></meta></data></instance>" + binds
                + "<bind nodeset='/data/meta/instanceID' type='string'/>"
                + "</model></h:head><h:body>" + body + "</h:body></h:html>";
        ScoringKey key = new ScoringKey(ITEMS.stream()
                .map(i -> new ScoringKey.ScoredItem(i, "true", 20, "knowledge"))
                .toList());
        return new PublishedQuestionnaire(
                1, "f", "1", "t", xform, "", "", PublishedForm.compile(xform), key, List.of());
    }

    private static Flags flags() {
        PublishedQuestionnaire questionnaire = questionnaire();
        VillageDistance distance = new VillageDistance(questionnaire.form(), Map.of("v001", new Centre(24.37, 114.49)));
        return new Flags(SETTINGS, questionnaire, distance);
    }

    private static Interview interview(long number, String start, double minutes, String age, String... answers) {
        Map<String, String> all = new HashMap<>(Map.of("age", age));
        for (int i = 0; i < answers.length; i++) {
            all.put(ITEMS.get(i), answers[i]);
        }
        OffsetDateTime begun = OffsetDateTime.parse("2025-06-12T" + start + ":00+08:00");
        return new Interview(
                number,
                1,
                "APPROVED",
                OptionalLong.of(7),
                "t01",
                "v001",
                begun,
                Optional.of(begun),
                Optional.of(begun.plusSeconds(Math.round(60 * minutes))),
                OptionalDouble.of(50),
                all);
    }

    private static List<Kind> kinds(List<Interview> interviews, long number) {
        return flags().of(interviews).getOrDefault(number, List.of()).stream()
                .map(Flag::kind)
                .toList();
    }

    private static List<Interview> ordinary() {
        List<Interview> interviews = new ArrayList<>();
        interviews.add(interview(1, "09:00", 10, "20", "true", "false", "true", "false", "dk"));
        interviews.add(interview(2, "10:00", 12, "30", "false", "false", "true", "true", "true"));
        interviews.add(interview(3, "11:00", 8, "40", "dk", "true", "false", "true", "false"));
        return interviews;
    }

    @Test
    void ordinaryInterviewsHaveNoFlag() {
        assertThat(flags().of(ordinary())).isEqualTo(new LinkedHashMap<>());
    }

    @Test
    void anInterviewMuchShorterThanTheMedianIsTooFast() {
        List<Interview> interviews = ordinary();
        interviews.add(interview(4, "12:00", 3, "50", "true", "true", "dk", "true", "false"));
        assertThat(kinds(interviews, 4)).containsExactly(Kind.SPEEDING);
        // The median of 3, 8, 10 and 12 is 9: 0.4 of it are 3.6 minutes.
        assertThat(flags().of(interviews).get(4L).get(0).threshold()).isEqualTo(0.4 * 9);
    }

    @Test
    void oneAnswerThroughABatteryIsStraightLining() {
        List<Interview> interviews = ordinary();
        interviews.add(interview(4, "12:00", 10, "50", "true", "true", "true", "true", "true"));
        assertThat(kinds(interviews, 4)).containsExactly(Kind.STRAIGHT_LINING);
    }

    @Test
    void dontKnowIsAnAnswerAndTooManyAreFlagged() {
        List<Interview> interviews = ordinary();
        interviews.add(interview(4, "12:00", 10, "50", "dk", "dk", "true", "dk", "false"));
        assertThat(kinds(interviews, 4)).containsExactly(Kind.DONT_KNOW);
    }

    @Test
    void theLaterOfTwoEqualResponsesIsTheDuplicate() {
        List<Interview> interviews = ordinary();
        interviews.add(interview(4, "12:00", 10, "20", "true", "false", "true", "false", "dk"));
        assertThat(kinds(interviews, 1)).isEmpty();
        assertThat(kinds(interviews, 4)).containsExactly(Kind.DUPLICATE);
    }

    @Test
    void fiveOfSixAnswersTheSameInAVillageAreANearDuplicate() {
        List<Interview> interviews = ordinary();
        interviews.add(interview(4, "12:00", 10, "21", "true", "false", "true", "false", "dk"));
        assertThat(flags().of(interviews).get(4L)).containsExactly(new Flag(Kind.NEAR_DUPLICATE, 5.0 / 6, 0.8, 1));
    }

    @Test
    void theNightBeginsAtTenAndEndsAtSix() {
        for (String hour : List.of("22:00", "23:59", "00:00", "05:59")) {
            List<Interview> interviews = ordinary();
            interviews.add(interview(4, hour, 10, "50", "true", "true", "false", "dk", "false"));
            assertThat(kinds(interviews, 4)).as(hour).containsExactly(Kind.NIGHT);
        }
        List<Interview> interviews = ordinary();
        interviews.add(interview(4, "21:59", 10, "50", "true", "true", "false", "dk", "false"));
        assertThat(kinds(interviews, 4)).isEmpty();
    }

    @Test
    void theDrawIsReplayableAndTakesItsShareOfEachInterviewer() {
        List<Interview> interviews = new ArrayList<>();
        for (long i = 1; i <= 95; i++) {
            interviews.add(interview(i, "10:00", 10, "30", "true"));
        }
        List<Long> drawn = CallBackDraw.draw(interviews, 0.1, 42);
        assertThat(drawn).hasSize(10).doesNotHaveDuplicates().isSorted();
        assertThat(CallBackDraw.draw(interviews, 0.1, 42)).isEqualTo(drawn);
        assertThat(CallBackDraw.draw(interviews, 0.1, 43)).isNotEqualTo(drawn);
    }

    @Test
    void anInterviewFarFromTheVillageIsFlagged() {
        Map<Long, String> places = Map.of(1L, "24.40 114.49 120 5", 2L, "24.42 114.49");
        List<Interview> interviews = ordinary().stream()
                .map(i -> withPlace(i, places.getOrDefault(i.number(), "")))
                .toList();
        // One degree of latitude is 111.195 km on the sphere: 3.34 and 5.56 km.
        assertThat(kinds(interviews, 1)).isEmpty();
        assertThat(kinds(interviews, 2)).containsExactly(Kind.FAR);
        assertThat(flags().of(interviews).get(2L).get(0).value()).isCloseTo(5.5597, within(1e-3));
        assertThat(kinds(interviews, 3)).isEmpty();
        // Beijing to Guangzhou, 1,888 km by the haversine formula.
        assertThat(VillageDistance.greatCircle(new Centre(39.9042, 116.4074), 23.1291, 113.2644))
                .isCloseTo(1888, within(5.0));
    }

    private static Interview withPlace(Interview i, String place) {
        Map<String, String> answers = new HashMap<>(i.answers());
        answers.put("place", place);
        return new Interview(
                i.number(),
                i.revision(),
                i.status(),
                i.interviewer(),
                i.town(),
                i.psu(),
                i.receivedAt(),
                i.start(),
                i.end(),
                i.score(),
                answers);
    }
}
