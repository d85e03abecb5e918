package org.suzhi.analysis.weighting;

/**
 * The ratio F(u) of new to old weight as a function of the linear predictor u, with bounds, and its derivative (Deville and
 * Särndal 1992).
 */
public enum Distance {
    /** F = 1 + u, cut at the bounds: generalized regression. */
    LINEAR {
        @Override
        double ratio(double u, double lower, double upper) {
            return Math.max(lower, Math.min(upper, 1 + u));
        }

        @Override
        double slope(double u, double lower, double upper) {
            return u < upper - 1 && u > lower - 1 ? 1 : 0;
        }
    },
    /** F = exp(u), cut at the bounds. */
    RAKING {
        @Override
        double ratio(double u, double lower, double upper) {
            return Math.max(lower, Math.min(upper, Math.exp(u)));
        }

        @Override
        double slope(double u, double lower, double upper) {
            double e = Math.exp(u);
            return e < upper && e > lower ? e : 0;
        }
    },
    /** A logistic curve between the bounds. */
    LOGIT {
        @Override
        double ratio(double u, double lower, double upper) {
            double e = Math.exp(-curvature(lower, upper) * Math.abs(u));
            double low = upper - 1;
            double high = 1 - lower;
            return u >= 0
                    ? (lower * low * e + upper * high) / (low * e + high)
                    : (lower * low + upper * high * e) / (low + high * e);
        }

        @Override
        double slope(double u, double lower, double upper) {
            double a = curvature(lower, upper);
            double e = Math.exp(-a * Math.abs(u));
            double low = upper - 1;
            double high = 1 - lower;
            double bottom = u >= 0 ? low * e + high : low + high * e;
            return a * (upper - lower) * low * high * e / (bottom * bottom);
        }

        private double curvature(double lower, double upper) {
            return (upper - lower) / ((upper - 1) * (1 - lower));
        }
    };

    abstract double ratio(double u, double lower, double upper);

    abstract double slope(double u, double lower, double upper);
}
