package org.suzhi.web.sampling.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suzhi.sampling.SamplingProblems;
import org.suzhi.sampling.plan.AllocatedStratum;
import org.suzhi.sampling.plan.Allocation;
import org.suzhi.sampling.plan.MarginOfError;
import org.suzhi.sampling.plan.OverTarget;
import org.suzhi.sampling.plan.PrecisionPoint;
import org.suzhi.sampling.plan.SampleSize;
import org.suzhi.sampling.plan.SurveyAssumptions;

/** What a plan comes to: sizes, the curve of margin and power, and the interviews of each stratum. */
final class PlanReading {
    private static final int POINTS = 80;
    private static final double[] AHEAD = {0.01, 0.02, 0.03};

    private final PlanForm form;
    private final List<StratumFrame> strata;
    private final double target;
    private final Allocation allocation;

    /** @throws SamplingProblems where interviews cannot be shared out so */
    PlanReading(PlanForm form, List<StratumFrame> strata, double target) {
        this.form = form;
        this.strata = List.copyOf(strata);
        this.target = target;
        allocation = form.byBudget()
                ? Allocation.ofBudget(form.budget(), form.strata(strata), form.allocationRule())
                : Allocation.ofInterviews(form.interviews(), form.strata(strata), form.allocationRule());
    }

    /**
     * A wanted size.
     *
     * @param truth the true rate when the target is to be passed; null for a margin
     * @param size null where it cannot be had, for the reason given
     */
    record Size(
            @Nullable Double truth,
            @Nullable SampleSize size,
            @Nullable SamplingProblems problems) {}

    /**
     * A stratum's part.
     *
     * @param psus units to draw, within those there are
     * @param take persons in each of them
     * @param margin of the stratum's own rate
     */
    record Part(AllocatedStratum stratum, StratumFrame frame, int psus, int take, double margin) {
        public int invitations() {
            return psus * take;
        }
    }

    /**
     * A town or group.
     *
     * @param share of the population, or of the last wave's respondents
     * @param interviews that the plan brings it
     * @param margin of its rate with these
     * @param whole interviews of a whole sample in which it would get the wanted margin by itself
     */
    record Domain(String code, double share, int interviews, double margin, int whole) {}

    Allocation allocation() {
        return allocation;
    }

    private double people() {
        return strata.stream().mapToLong(StratumFrame::people).sum();
    }

    private SurveyAssumptions survey(double rate) {
        return SurveyAssumptions.of(rate, form.deff(), form.responseRate()).withPopulation(people());
    }

    /** Degrees of freedom of the whole sample's standard error: drawn units minus strata. */
    double df() {
        return Math.max(1, parts().stream().mapToInt(Part::psus).sum() - strata.size());
    }

    /** The size for the margin, then those for the power at the rate thought true and at one to three points over the target. */
    List<Size> sizes() {
        List<Size> sizes = new ArrayList<>();
        try {
            sizes.add(new Size(null, MarginOfError.size(survey(form.rate()), form.margin(), form.level()), null));
        } catch (SamplingProblems e) {
            sizes.add(new Size(null, null, e));
        }
        OverTarget over = new OverTarget(target, form.alpha());
        List<Double> truths = new ArrayList<>(List.of(form.truth()));
        for (double ahead : AHEAD) {
            if (Math.abs(target + ahead - form.truth()) > 1e-9 && target + ahead < 1) {
                truths.add(target + ahead);
            }
        }
        for (double truth : truths) {
            try {
                sizes.add(new Size(truth, over.size(survey(truth), form.power()), null));
            } catch (SamplingProblems e) {
                sizes.add(new Size(truth, null, e));
            }
        }
        return sizes;
    }

    /** The margin and power of a size, by the design effect that was given. */
    PrecisionPoint at(int interviews) {
        return new PrecisionPoint(
                interviews,
                MarginOfError.of(survey(form.rate()), interviews, form.level()),
                new OverTarget(target, form.alpha()).power(survey(form.truth()), interviews));
    }

    List<PrecisionPoint> curve() {
        int most = (int) Math.min(people(), Math.max(1000.0, 3.0 * allocation.interviews()));
        List<PrecisionPoint> points = new ArrayList<>();
        int before = 0;
        for (int i = 1; i <= POINTS; i++) {
            int n = (int) Math.max(2, Math.rint((double) most * i / POINTS));
            if (n > before) {
                points.add(at(n));
            }
            before = n;
        }
        return points;
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < strata.size(); i++) {
            AllocatedStratum allocated = allocation.strata().get(i);
            StratumFrame frame = strata.get(i);
            int invitations = allocated.invitations();
            int psus = Math.min(frame.units(), Math.max(Math.min(2, frame.units()), allocated.psus(form.take())));
            int take = Math.min(frame.smallest(), (invitations + psus - 1) / psus);
            double margin = MarginOfError.of(
                    SurveyAssumptions.of(allocated.stratum().rate(), form.deff(), form.responseRate())
                            .withPopulation(Math.max(2.0, (double) frame.people())),
                    allocated.interviews(),
                    form.level());
            parts.add(new Part(allocated, frame, psus, take, margin));
        }
        return parts;
    }

    /** Towns by the strata of their people. */
    List<Domain> towns() {
        List<Domain> towns = new ArrayList<>();
        for (String town : strata.stream().map(StratumFrame::town).distinct().toList()) {
            double people = 0;
            int interviews = 0;
            double rate = 0;
            for (int i = 0; i < strata.size(); i++) {
                if (strata.get(i).town().equals(town)) {
                    AllocatedStratum part = allocation.strata().get(i);
                    people += strata.get(i).people();
                    interviews += part.interviews();
                    rate += part.stratum().rate() * strata.get(i).people();
                }
            }
            towns.add(domain(town, people / people(), interviews, rate / people));
        }
        return towns;
    }

    /** Groups by their share of the last wave's respondents. */
    List<Domain> groups(Optional<Map<String, Double>> shares) {
        return shares.orElse(Map.of()).entrySet().stream()
                .filter(group -> group.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(group -> domain(
                        group.getKey(),
                        group.getValue(),
                        (int) Math.rint(allocation.interviews() * group.getValue()),
                        form.rate()))
                .toList();
    }

    private Domain domain(String code, double share, int interviews, double rate) {
        SurveyAssumptions survey = SurveyAssumptions.of(rate, form.deff(), form.responseRate())
                .withPopulation(Math.max(2.0, share * people()));
        double margin = interviews < 1 ? Double.NaN : MarginOfError.of(survey, interviews, form.level());
        int whole;
        try {
            whole = MarginOfError.size(survey, form.margin(), form.level()).whole(share);
        } catch (SamplingProblems e) {
            whole = 0;
        }
        return new Domain(code, share, interviews, margin, whole);
    }
}
