package org.suzhi.sampling;

import java.util.List;

/**
 * Everything that decides a draw but the frame; as YAML in {@link #parse} and {@link #toYaml}.
 *
 * <pre>{@code
 * seed: 20250613
 * defaults: {method: systematic-pps, certainty: allowed, take: 36}
 * second-stage: persons            # persons | households-kish | households-last-birthday
 * reserve: {psus: 1, units: 5}     # per stratum, per unit; may be left out
 * strata:
 *   - {stratum: t01, psus: 8, take: 78}
 *   - {stratum: t02, psus: 6, method: sampford, certainty: refused, take: {rate: 0.02}}
 * lists:                           # may be left out
 *   - {list: cadres, strata: [{stratum: county, members: 40}]}
 * }</pre>
 *
 * @param seed the same seed, plan and frame give the same sample
 * @param strata one for each stratum of the frame
 * @param reservePsus reserve units in each stratum
 * @param reserveUnits reserve persons or households in each unit
 */
public record DrawPlan(
        long seed,
        List<StratumPlan> strata,
        SecondStage secondStage,
        int reservePsus,
        int reserveUnits,
        List<ListPlan> lists) {
    public DrawPlan {
        strata = List.copyOf(strata);
        lists = List.copyOf(lists);
    }

    /** A plan without reserves and lists. */
    public static DrawPlan of(long seed, SecondStage secondStage, List<StratumPlan> strata) {
        return new DrawPlan(seed, strata, secondStage, 0, 0, List.of());
    }

    /**
     * Reads a plan.
     *
     * @throws SamplingProblems with everything that is wrong in it
     */
    public static DrawPlan parse(String yaml) {
        return DrawPlanReader.read(yaml);
    }

    /** The plan with all defaults written out. */
    public String toYaml() {
        return DrawPlanWriter.write(this);
    }

    /** The same plan with another seed. */
    public DrawPlan withSeed(long other) {
        return new DrawPlan(other, strata, secondStage, reservePsus, reserveUnits, lists);
    }

    /** Everything that keeps this plan from being drawn from a frame, the frame's own problems first. */
    public List<SamplingProblem> problems(Frame frame) {
        return PlanCheck.of(this, frame);
    }
}
