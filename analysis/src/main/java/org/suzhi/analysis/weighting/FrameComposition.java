package org.suzhi.analysis.weighting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.microdata.CategoryColumn;

/**
 * Samples from overlapping frames put together: people who could have been drawn from every frame count in each sample with a
 * share of their weight, \(\theta_f w_i\) with \(\sum_f \theta_f = 1\) (Hartley 1962, with fixed shares); the others keep
 * theirs.
 *
 * <ul>
 *   <li>A share of 0 screens: people of the overlap count in the other frames only.
 *   <li>A frame with a share above 0 but without a row of the overlap: refused, because that share of the overlap would be lost.
 *   <li>Replicates use the same shares.
 * </ul>
 */
public final class FrameComposition {
    private final String variable;
    private final CategoryColumn frames;
    private final BitSet overlap;

    /**
     * @param variable name of the column of frames
     * @param frames the frame every row was drawn from
     * @param overlap rows that are on every frame
     */
    public FrameComposition(String variable, CategoryColumn frames, BitSet overlap) {
        this.variable = variable;
        this.frames = frames;
        this.overlap = (BitSet) overlap.clone();
    }

    /**
     * One frame's part.
     *
     * @param rows rows of the overlap drawn from it
     * @param weight their weight before
     * @param effective their effective number, \((\sum w)^2 / \sum w^2\)
     * @param share the share they count with
     */
    public record Part(String frame, int rows, double weight, double effective, double share) {}

    /** The design put together, and the parts. */
    public record Composed(SurveyDesign design, List<Part> parts) {}

    /**
     * With given shares.
     *
     * @throws AnalysisProblem when they do not add up to 1 or leave out a frame of the overlap
     */
    public Composed compose(SurveyDesign design, Map<String, Double> shares) {
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        boolean within = shares.values().stream().allMatch(s -> s >= 0 && s <= 1);
        if (!within || Math.abs(sum - 1) > 1e-9) {
            throw new AnalysisProblem("compose_shares", shares, sum);
        }
        for (String frame : shares.keySet()) {
            if (!frames.levels().contains(frame)) {
                throw new AnalysisProblem("compose_unknown_frame", variable, frame, String.join(", ", frames.levels()));
            }
        }
        return apply(design, parts(design), shares);
    }

    /** With shares in proportion to the effective number of rows each frame has in the overlap. */
    public Composed compose(SurveyDesign design) {
        List<Part> parts = parts(design);
        double all = parts.stream().mapToDouble(Part::effective).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        parts.stream().filter(p -> p.rows() > 0).forEach(p -> shares.put(p.frame(), p.effective() / all));
        return apply(design, parts, shares);
    }

    private List<Part> parts(SurveyDesign design) {
        int count = frames.levels().size();
        int[] rows = new int[count];
        double[] sum = new double[count];
        double[] squares = new double[count];
        for (int i = 0; i < design.rows(); i++) {
            double w = design.weight(i);
            if (w != 0 && frames.isMissing(i)) {
                throw new AnalysisProblem("weighting_missing", variable, i + 1, "compose");
            }
            if (w != 0 && overlap.get(i)) {
                int f = frames.code(i);
                rows[f]++;
                sum[f] += w;
                squares[f] += w * w;
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int f = 0; f < count; f++) {
            double effective = rows[f] == 0 ? 0 : sum[f] * sum[f] / squares[f];
            parts.add(new Part(frames.levels().get(f), rows[f], sum[f], effective, 0));
        }
        return parts;
    }

    private Composed apply(SurveyDesign design, List<Part> parts, Map<String, Double> shares) {
        if (parts.stream().allMatch(p -> p.rows() == 0)) {
            throw new AnalysisProblem("compose_no_overlap", variable);
        }
        List<Part> shared = new ArrayList<>();
        for (Part part : parts) {
            double share = shares.getOrDefault(part.frame(), Double.NaN);
            if (part.rows() > 0 && Double.isNaN(share)) {
                throw new AnalysisProblem("compose_without_share", variable, part.frame(), part.rows());
            }
            if (part.rows() == 0 && share > 0) {
                throw new AnalysisProblem("compose_frame_empty", variable, part.frame(), share);
            }
            share = Double.isNaN(share) ? 0 : share;
            shared.add(new Part(part.frame(), part.rows(), part.weight(), part.effective(), share));
        }
        double[] factors = new double[design.rows()];
        for (int i = 0; i < factors.length; i++) {
            boolean inOverlap = design.weight(i) != 0 && overlap.get(i);
            factors[i] = inOverlap ? shared.get(frames.code(i)).share() : 1;
        }
        return new Composed(design.multiplied(factors), List.copyOf(shared));
    }
}
