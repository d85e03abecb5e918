package org.suzhi.web.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;
import org.suzhi.web.quality.jdbc.CallBackTable;

/** Draws call-backs and collects what they found out. */
@Service
public class CallBacks {
    private final Reviews reviews;
    private final CallBackTable table;
    private final QualitySettings settings;

    CallBacks(Reviews reviews, CallBackTable table, QualitySettings settings) {
        this.reviews = reviews;
        this.table = table;
        this.settings = settings;
    }

    /** The call-backs of the interviews that the user may see. */
    public List<CallBack> of(Reviews.WaveReview review) {
        return table.of(review.wave().id()).stream()
                .filter(c -> review.interviews().stream().anyMatch(i -> i.number() == c.response()))
                .toList();
    }

    @Transactional
    public int draw(Wave wave, long seed, SignedIn user) {
        List<Interview> held = reviews.wave(wave, user).interviews().stream()
                .filter(i -> i.score().isPresent())
                .toList();
        return table.add(wave.id(), CallBackDraw.draw(held, settings.callBackShare(), seed), seed, user.id());
    }

    @Transactional
    public void tell(Wave wave, long callBack, CallBack.Result result, SignedIn user) {
        if (result.asked() < 0 || result.agreeing() < 0 || result.agreeing() > result.asked()) {
            throw Problem.of(ProblemCode.BAD_REQUEST);
        }
        if (of(reviews.wave(wave, user)).stream().noneMatch(c -> c.id() == callBack)) {
            throw Problem.of(ProblemCode.NOT_FOUND, Long.toString(callBack));
        }
        table.tell(callBack, result, user.id());
    }

    /** Results by interviewer. */
    static List<CallBack.Tally> tally(List<CallBack> callBacks) {
        TreeMap<Long, List<CallBack>> byInterviewer = new TreeMap<>();
        callBacks.forEach(c -> byInterviewer
                .computeIfAbsent(c.interviewer(), i -> new ArrayList<>())
                .add(c));
        List<CallBack.Tally> tallies = new ArrayList<>();
        byInterviewer.forEach((interviewer, all) -> tallies.add(new CallBack.Tally(
                interviewer,
                all.size(),
                (int) all.stream().filter(c -> c.reached().isPresent()).count(),
                (int) all.stream().filter(c -> c.reached().orElse(false)).count(),
                (int) all.stream().filter(c -> c.tookPlace().orElse(false)).count(),
                all.stream().mapToInt(c -> c.agreeing().orElse(0)).sum(),
                all.stream().mapToInt(c -> c.asked().orElse(0)).sum())));
        return tallies;
    }
}
