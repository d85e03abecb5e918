package org.suzhi.sampling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the primary sampling units of a stratum are drawn; every method draws a fixed number without replacement. */
public enum Method {
    /** Systematic with probability proportional to size, in the order of the frame (Madow). */
    SYSTEMATIC_PPS(true, true, true) {
        @Override
        Selection selection() {
            return new SystematicSelection();
        }
    },
    /** Systematic with probability proportional to size, in random order. */
    SYSTEMATIC_PPS_RANDOM(true, false, false) {
        @Override
        Selection selection() {
            return new RandomOrderSelection();
        }
    },
    /** Sampford's method, probability proportional to size. */
    SAMPFORD(true, false, true) {
        @Override
        Selection selection() {
            return new SampfordSelection();
        }
    },
    /** Tillé's elimination, probability proportional to size. */
    TILLE(true, false, true) {
        @Override
        Selection selection() {
            return new EliminationSelection();
        }
    },
    /** Simple random sampling. */
    SRS(false, false, true) {
        @Override
        Selection selection() {
            return new SimpleRandomSelection();
        }
    },
    /** Systematic with equal probability, in the order of the frame. */
    SYSTEMATIC(false, true, true) {
        @Override
        Selection selection() {
            return new SystematicSelection();
        }
    };

    private final boolean proportionalToSize;
    private final boolean inFrameOrder;
    private final boolean hasJointProbabilities;

    Method(boolean proportionalToSize, boolean inFrameOrder, boolean hasJointProbabilities) {
        this.proportionalToSize = proportionalToSize;
        this.inFrameOrder = inFrameOrder;
        this.hasJointProbabilities = hasJointProbabilities;
    }

    abstract Selection selection();

    /** The name in plans: lower case, words joined by hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Method> ofCode(String code) {
        return Arrays.stream(values())
                .filter(method -> method.code().equals(code))
                .findFirst();
    }

    /** Whether large units are drawn more often; else all have the same probability. */
    public boolean proportionalToSize() {
        return proportionalToSize;
    }

    /** Whether the order of the frame decides what is drawn. */
    public boolean inFrameOrder() {
        return inFrameOrder;
    }

    /** Whether the probability of every pair is known exactly. */
    public boolean hasJointProbabilities() {
        return hasJointProbabilities;
    }
}
