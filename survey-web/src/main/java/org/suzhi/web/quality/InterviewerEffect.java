package org.suzhi.web.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much of the score's variance lies between interviewers.
 *
 * <p>One-way analysis of variance with \( a \) interviewers of \( n_i \) interviews, \( N = \sum n_i \):
 * \( \hat\rho = (MS_B - MS_W) / (MS_B + (n_0 - 1) MS_W) \) with \( n_0 = (N - \sum n_i^2 / N) / (a - 1) \). It may come out
 * below zero, which means no effect. Interviewers mostly work in villages of their own, so the effect holds that of the
 * place as well. Source: Donner and Koval (1980), Biometrics 36, 19-25, section 2; Kish (1962) for its use on interviewers.
 *
 * @param correlation intra-class correlation \( \hat\rho \)
 * @param interviewers \( a \)
 * @param meanLoad \( n_0 \)
 */
public record InterviewerEffect(double correlation, int interviewers, int interviews, double meanLoad) {
    /** The effect; empty with fewer than two interviewers, without repeated interviews, or without any variance. */
    static Optional<InterviewerEffect> of(List<Interview> interviews) {
        Map<Long, List<Double>> scores = new LinkedHashMap<>();
        for (Interview interview : interviews) {
            if (interview.interviewer().isPresent() && interview.score().isPresent()) {
                scores.computeIfAbsent(interview.interviewer().getAsLong(), i -> new ArrayList<>())
                        .add(interview.score().getAsDouble());
            }
        }
        return ofScores(List.copyOf(scores.values()));
    }

    static Optional<InterviewerEffect> ofScores(List<List<Double>> byInterviewer) {
        int a = byInterviewer.size();
        int n = byInterviewer.stream().mapToInt(List::size).sum();
        if (a < 2 || n <= a) {
            return Optional.empty();
        }
        double grand =
                byInterviewer.stream().flatMap(List::stream).mapToDouble(s -> s).sum() / n;
        double between = 0;
        double within = 0;
        double squares = 0;
        for (List<Double> scores : byInterviewer) {
            double mean = scores.stream().mapToDouble(s -> s).average().orElseThrow();
            between += scores.size() * (mean - grand) * (mean - grand);
            within += scores.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum();
            squares += (double) scores.size() * scores.size();
        }
        double meanLoad = (n - squares / n) / (a - 1);
        double msBetween = between / (a - 1);
        double msWithin = within / (n - a);
        double all = msBetween + (meanLoad - 1) * msWithin;
        return all == 0
                ? Optional.empty()
                : Optional.of(new InterviewerEffect((msBetween - msWithin) / all, a, n, meanLoad));
    }
}
