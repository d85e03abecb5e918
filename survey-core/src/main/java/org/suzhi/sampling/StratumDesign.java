package org.suzhi.sampling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The first stage in one stratum: which units can be drawn with what probability. Where the method does not go by the order
 * of the frame, the units are in the order of their codes, so that another order of the frame draws the same units.
 */
public final class StratumDesign {
    private final Method method;
    private final List<Unit> units;
    private final int n;
    private final boolean[] certain;
    private final int[] open;
    private final long[] sizes;

    private StratumDesign(Method method, List<Unit> units, int n) {
        this.method = method;
        this.units = units;
        this.n = n;
        long[] all = units.stream()
                .mapToLong(unit -> method.proportionalToSize() ? unit.size() : 1)
                .toArray();
        certain = InclusionProbabilities.certain(all, n);
        open = IntStream.range(0, units.size()).filter(i -> !certain[i]).toArray();
        sizes = Arrays.stream(open).mapToLong(i -> all[i]).toArray();
    }

    /** Units of one stratum in the order of the frame, sizes above 0, n from 1 to their number. */
    public static StratumDesign of(Method method, List<Unit> units, int n) {
        if (n < 1 || n > units.size()) {
            throw new IllegalArgumentException(
                    "sample size: got " + n + ", expected 1 to the " + units.size() + " units of the stratum");
        }
        List<Unit> ordered = method.inFrameOrder()
                ? List.copyOf(units)
                : units.stream().sorted(Comparator.comparing(Unit::code)).toList();
        return new StratumDesign(method, ordered, n);
    }

    public Method method() {
        return method;
    }

    /** The units in the order that the places of the other methods count by. */
    public List<Unit> units() {
        return units;
    }

    /** The number of units drawn. */
    public int sampleSize() {
        return n;
    }

    /** Whether the unit at a place is always drawn because n times its share of the stratum is 1 or more. */
    public boolean certain(int place) {
        return certain[place];
    }

    /** The probability that the unit at a place is drawn. */
    public double inclusionProbability(int place) {
        return certain[place]
                ? 1
                : (double) openDraws() * size(place) / Arrays.stream(sizes).sum();
    }

    /** The places of the drawn units, ascending. */
    public int[] select(RandomStream random) {
        IntStream always = IntStream.range(0, units.size()).filter(i -> certain[i]);
        if (openDraws() == 0) {
            return always.toArray();
        }
        int[] drawn = method.selection().select(sizes, openDraws(), random);
        return IntStream.concat(always, Arrays.stream(drawn).map(k -> open[k]))
                .sorted()
                .toArray();
    }

    /** The joint probabilities of the units at some places; empty for a method that does not have them. */
    public Optional<JointProbabilities> joint(int... places) {
        boolean someOpen = openDraws() > 0;
        if (someOpen && !method.hasJointProbabilities()) {
            return Optional.empty();
        }
        int[] openPlaces = Arrays.stream(places).filter(i -> !certain[i]).toArray();
        int[] among =
                Arrays.stream(openPlaces).map(i -> Arrays.binarySearch(open, i)).toArray();
        double[][] inner = someOpen ? method.selection().joint(sizes, openDraws(), among) : new double[0][0];
        double[][] joint = new double[places.length][places.length];
        int a = 0;
        for (int row = 0; row < places.length; row++) {
            int b = 0;
            for (int column = 0; column < places.length; column++) {
                if (certain[places[row]]) {
                    joint[row][column] = inclusionProbability(places[column]);
                } else {
                    joint[row][column] = certain[places[column]] ? inclusionProbability(places[row]) : inner[a][b];
                }
                b += certain[places[column]] ? 0 : 1;
            }
            a += certain[places[row]] ? 0 : 1;
        }
        return Optional.of(new JointProbabilities(
                Arrays.stream(places).mapToObj(i -> units.get(i).code()).toList(), joint));
    }

    private int openDraws() {
        return n - (units.size() - open.length);
    }

    long size(int place) {
        return method.proportionalToSize() ? units.get(place).size() : 1;
    }
}
