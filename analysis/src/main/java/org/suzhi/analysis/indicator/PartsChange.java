package org.suzhi.analysis.indicator;

import java.util.function.IntFunction;
import org.suzhi.analysis.indicator.Trend.Estimated;

/**
 * The change of a rate between two waves drawn independently, by the same categories c in both. Each category adds a part by
 * its share and a part by its rate:
 * \[ R_2 - R_1 = \sum_c (p_{2c} - p_{1c})\Big(\frac{r_{1c} + r_{2c}}{2} - \frac{R_1 + R_2}{2}\Big) + \sum_c (r_{2c} -
 * r_{1c})\frac{p_{1c} + p_{2c}}{2} \]
 * The rates in the first sum are held against that of the whole, which leaves the sum as it is, since changes of shares add
 * up to nought: so a category that grows adds to the rate where it is above the whole, and takes from it where it is below.
 *
 * <p>Variances by the delta method, those of the two waves added; degrees of freedom likewise. Kitagawa (1955), Journal of the
 * American Statistical Association 50, 1168–1194.
 */
public record PartsChange(Parts from, Parts to) {
    public PartsChange {
        if (from.categories() != to.categories()) {
            throw new IllegalArgumentException(
                    "categories: got " + from.categories() + " and " + to.categories() + ", expected as many");
        }
    }

    /** The change of the whole. */
    public Estimated change() {
        return estimated(to.whole() - from.whole(), from.wholeGradient(-1), to.wholeGradient(1));
    }

    /** What the changed shares of all categories add. */
    public Estimated composition() {
        return sum(this::compositionPart);
    }

    /** What the changed rates of all categories add. */
    public Estimated rate() {
        return sum(this::ratePart);
    }

    /** What the changed share of a category adds. */
    public Estimated composition(int category) {
        return estimated(compositionPart(category));
    }

    /** What the changed rate of a category adds. */
    public Estimated rate(int category) {
        return estimated(ratePart(category));
    }

    /** What a category adds in all. */
    public Estimated total(int category) {
        return estimated(compositionPart(category).plus(ratePart(category)));
    }

    /** Of a group and the rest: what the group adds by its own rate and by its share together; the rest of the change is the rest's. */
    public Estimated ofFirst() {
        Part part = ratePart(0);
        for (int c = 0; c < from.categories(); c++) {
            part = part.plus(compositionPart(c));
        }
        return estimated(part);
    }

    /** A category's gain less that of the rest. */
    public Estimated gainGap(int category) {
        double value = to.gap(category).value() - from.gap(category).value();
        double[] before = from.gapGradient(category);
        for (int i = 0; i < before.length; i++) {
            before[i] = -before[i];
        }
        return estimated(value, before, to.gapGradient(category));
    }

    /** A value with its derivatives by the shares and rates of both waves. */
    private static final class Part {
        private final double value;
        private final double[] from;
        private final double[] to;

        Part(double value, double[] from, double[] to) {
            this.value = value;
            this.from = from;
            this.to = to;
        }

        Part plus(Part other) {
            return new Part(value + other.value, plus(from, other.from), plus(to, other.to));
        }

        private static double[] plus(double[] a, double[] b) {
            double[] sum = a.clone();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += b[i];
            }
            return sum;
        }
    }

    private Part compositionPart(int c) {
        double grown = to.share(c) - from.share(c);
        double above = (from.rate(c) + to.rate(c) - from.whole() - to.whole()) / 2;
        double[] before = from.wholeGradient(-grown / 2);
        double[] after = to.wholeGradient(-grown / 2);
        before[c] -= above;
        after[c] += above;
        before[from.categories() + c] += grown / 2;
        after[from.categories() + c] += grown / 2;
        return new Part(grown * above, before, after);
    }

    private Part ratePart(int c) {
        int k = from.categories();
        double risen = to.rate(c) - from.rate(c);
        double share = (from.share(c) + to.share(c)) / 2;
        double[] before = new double[2 * k];
        double[] after = new double[2 * k];
        before[c] = risen / 2;
        after[c] = risen / 2;
        before[k + c] = -share;
        after[k + c] = share;
        return new Part(risen * share, before, after);
    }

    private Estimated sum(IntFunction<Part> part) {
        Part sum = part.apply(0);
        for (int c = 1; c < from.categories(); c++) {
            sum = sum.plus(part.apply(c));
        }
        return estimated(sum);
    }

    private Estimated estimated(Part part) {
        return estimated(part.value, part.from, part.to);
    }

    private Estimated estimated(double value, double[] before, double[] after) {
        return Parts.estimated(value, from.variance(before) + to.variance(after), from.df() + to.df());
    }
}
