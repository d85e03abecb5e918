package org.suzhi.analysis.estimate;

import java.util.function.DoubleUnaryOperator;

/** Brent's root finder: bisection safeguarding secant and inverse quadratic steps (Brent 1973, chapter 4). */
final class BrentRoot {
    private static final double EPSILON = Math.ulp(1.0);

    private BrentRoot() {}

    /** A root between two ends; NaN when the function has the same sign at both. */
    static double find(DoubleUnaryOperator f, double lower, double upper, double tolerance) {
        double a = lower;
        double b = upper;
        double fa = f.applyAsDouble(a);
        double fb = f.applyAsDouble(b);
        if (fa == 0) {
            return a;
        }
        if (fb == 0) {
            return b;
        }
        if (!(fa * fb < 0)) {
            return Double.NaN;
        }
        double c = a;
        double fc = fa;
        for (int i = 0; i < 1000; i++) {
            double previous = b - a;
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                b = c;
                c = a;
                fa = fb;
                fb = fc;
                fc = fa;
            }
            double close = 2 * EPSILON * Math.abs(b) + tolerance / 2;
            double step = (c - b) / 2;
            if (Math.abs(step) <= close || fb == 0) {
                return b;
            }
            if (Math.abs(previous) >= close && Math.abs(fa) > Math.abs(fb)) {
                step = interpolated(a, b, c, fa, fb, fc, previous, close, step);
            }
            if (Math.abs(step) < close) {
                step = step > 0 ? close : -close;
            }
            a = b;
            fa = fb;
            b += step;
            fb = f.applyAsDouble(b);
            if ((fb > 0 && fc > 0) || (fb < 0 && fc < 0)) {
                c = a;
                fc = fa;
            }
        }
        return b;
    }

    /** The secant or inverse quadratic step if it stays inside, else the bisection step. */
    private static double interpolated(
            double a, double b, double c, double fa, double fb, double fc, double previous, double close, double half) {
        double width = c - b;
        double p;
        double q;
        if (a == c) {
            double ratio = fb / fa;
            p = width * ratio;
            q = 1 - ratio;
        } else {
            double s = fa / fc;
            double t = fb / fc;
            double u = fb / fa;
            p = u * (width * s * (s - t) - (b - a) * (t - 1));
            q = (s - 1) * (t - 1) * (u - 1);
        }
        if (p > 0) {
            q = -q;
        } else {
            p = -p;
        }
        boolean inside = p < 0.75 * width * q - Math.abs(close * q) / 2 && p < Math.abs(previous * q / 2);
        return inside ? p / q : half;
    }
}
