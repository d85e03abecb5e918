package org.suzhi.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sample drawn from a frame after a plan. The same frame, plan and seed give the same draw; streams of random numbers are
 * named by stratum and unit, so that another stratum in the plan changes nothing in the others.
 *
 * @param designs the first stage by stratum, in the order of the plan
 * @param sample the drawn units by stratum in the order of the plan, within it in the order of the design
 * @param reserves the reserve units by stratum, in the order in which they are called upon
 */
public record Draw(DrawPlan plan, Map<String, StratumDesign> designs, List<DrawnPsu> sample, List<DrawnPsu> reserves) {
    public Draw {
        designs = Collections.unmodifiableMap(new LinkedHashMap<>(designs));
        sample = List.copyOf(sample);
        reserves = List.copyOf(reserves);
    }

    /**
     * Draws.
     *
     * @throws SamplingProblems with everything that is wrong in frame and plan; nothing has been drawn then
     */
    public static Draw of(Frame frame, DrawPlan plan) {
        SamplingProblems.throwIfAny(plan.problems(frame));
        Map<String, StratumDesign> designs = new LinkedHashMap<>();
        List<DrawnPsu> sample = new ArrayList<>();
        List<DrawnPsu> reserves = new ArrayList<>();
        for (StratumPlan stratum : plan.strata()) {
            StratumDesign design = StratumDesign.of(stratum.method(), frame.units(stratum.stratum()), stratum.psus());
            designs.put(stratum.stratum(), design);
            int[] places = design.select(RandomStream.of(plan.seed(), "psu", stratum.stratum()));
            for (int place : places) {
                sample.add(drawn(plan, stratum, design, place, 0));
            }
            int rank = 0;
            for (int place : reserves(plan, stratum, design, places)) {
                reserves.add(drawn(plan, stratum, design, place, ++rank));
            }
        }
        return new Draw(plan, designs, sample, reserves);
    }

    /**
     * Reserve units one after the other out of those not drawn, each time with probability proportional to size (successive
     * sampling) or equal, as the method has it.
     */
    private static int[] reserves(DrawPlan plan, StratumPlan stratum, StratumDesign design, int[] sample) {
        RandomStream random = RandomStream.of(plan.seed(), "reserve-psu", stratum.stratum());
        List<Integer> left = new ArrayList<>();
        for (int place = 0; place < design.units().size(); place++) {
            if (Arrays.binarySearch(sample, place) < 0) {
                left.add(place);
            }
        }
        int[] reserves = new int[plan.reservePsus()];
        for (int rank = 0; rank < reserves.length; rank++) {
            long rest = random.below(left.stream().mapToLong(design::size).sum());
            int at = 0;
            while (rest >= design.size(left.get(at))) {
                rest -= design.size(left.get(at++));
            }
            reserves[rank] = left.remove(at);
        }
        return reserves;
    }

    private static DrawnPsu drawn(DrawPlan plan, StratumPlan stratum, StratumDesign design, int place, int rank) {
        Unit unit = design.units().get(place);
        int population = plan.secondStage().population(unit);
        List<List<Visit>> visits = Visits.draw(plan, unit, stratum.take().of(population));
        return new DrawnPsu(
                unit,
                design.inclusionProbability(place),
                design.certain(place),
                rank,
                population,
                visits.get(0),
                visits.get(1));
    }

    /** The drawn units of a stratum. */
    public List<DrawnPsu> sample(String stratum) {
        return sample.stream()
                .filter(psu -> psu.unit().stratum().equals(stratum))
                .toList();
    }

    /** The joint probabilities of the drawn units of a stratum in their order; empty where the method has none. */
    public Optional<JointProbabilities> joint(String stratum) {
        StratumDesign design = designs.get(stratum);
        if (design == null) {
            throw new IllegalArgumentException("stratum: got " + stratum + ", expected one of " + designs.keySet());
        }
        List<Unit> units = design.units();
        return design.joint(sample(stratum).stream()
                .mapToInt(psu -> units.indexOf(psu.unit()))
                .toArray());
    }

    /** The joint probabilities of the whole sample, strata being independent; empty if a method has none. */
    public Optional<JointProbabilities> joint() {
        double[][] all = new double[sample.size()][sample.size()];
        for (int i = 0; i < all.length; i++) {
            for (int j = 0; j < all.length; j++) {
                all[i][j] = sample.get(i).inclusionProbability() * sample.get(j).inclusionProbability();
            }
        }
        int first = 0;
        for (String stratum : designs.keySet()) {
            Optional<JointProbabilities> joint = joint(stratum);
            if (joint.isEmpty()) {
                return Optional.empty();
            }
            int size = joint.get().size();
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    all[first + i][first + j] = joint.get().of(i, j);
                }
            }
            first += size;
        }
        return Optional.of(new JointProbabilities(
                sample.stream().map(psu -> psu.unit().code()).toList(), all));
    }

    /** The strata that keep {@link #joint()} empty. */
    public List<SamplingProblem> jointProblems() {
        List<SamplingProblem> problems = new ArrayList<>();
        designs.forEach((stratum, design) -> {
            if (joint(stratum).isEmpty()) {
                problems.add(SamplingProblem.inPlan(
                        "strata." + stratum + ".method", design.method().code(), "no-joint-probabilities"));
            }
        });
        return problems;
    }

    /** The probability of any person or household of the frame's unit to be visited, whether the unit was drawn or not. */
    public Optional<Double> visitProbability(String unit) {
        for (StratumPlan stratum : plan.strata()) {
            StratumDesign design = designs.get(stratum.stratum());
            for (int place = 0; design != null && place < design.units().size(); place++) {
                if (design.units().get(place).code().equals(unit)) {
                    int population =
                            plan.secondStage().population(design.units().get(place));
                    return Optional.of(
                            design.inclusionProbability(place) * stratum.take().of(population) / population);
                }
            }
        }
        return Optional.empty();
    }
}
