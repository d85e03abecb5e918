package org.suzhi.analysis.regression;

import org.suzhi.analysis.estimate.Distributions;

/** Links of generalized linear models: η = g(μ). */
public enum Link {
    IDENTITY {
        @Override
        double eta(double mu) {
            return mu;
        }

        @Override
        double mu(double eta) {
            return eta;
        }

        @Override
        double slope(double eta) {
            return 1;
        }
    },
    LOG {
        @Override
        double eta(double mu) {
            return Math.log(mu);
        }

        @Override
        double mu(double eta) {
            return Math.max(Math.exp(eta), LEAST);
        }

        @Override
        double slope(double eta) {
            return Math.max(Math.exp(eta), LEAST);
        }
    },
    LOGIT {
        @Override
        double eta(double mu) {
            return Math.log(mu / (1 - mu));
        }

        @Override
        double mu(double eta) {
            return inside(1 / (1 + Math.exp(-eta)));
        }

        @Override
        double slope(double eta) {
            double e = Math.exp(-Math.abs(eta));
            return Math.max(e / ((1 + e) * (1 + e)), LEAST);
        }
    },
    PROBIT {
        @Override
        double eta(double mu) {
            return Distributions.normalQuantile(mu);
        }

        @Override
        double mu(double eta) {
            return inside(Distributions.normal(eta));
        }

        @Override
        double slope(double eta) {
            return Math.max(Distributions.normalDensity(eta), LEAST);
        }
    },
    CLOGLOG {
        @Override
        double eta(double mu) {
            return Math.log(-Math.log1p(-mu));
        }

        @Override
        double mu(double eta) {
            return inside(-Math.expm1(-Math.exp(eta)));
        }

        @Override
        double slope(double eta) {
            return Math.max(Math.exp(eta - Math.exp(eta)), LEAST);
        }
    },
    INVERSE {
        @Override
        double eta(double mu) {
            return 1 / mu;
        }

        @Override
        double mu(double eta) {
            return 1 / eta;
        }

        @Override
        double slope(double eta) {
            return -1 / (eta * eta);
        }
    },
    SQRT {
        @Override
        double eta(double mu) {
            return Math.sqrt(mu);
        }

        @Override
        double mu(double eta) {
            return eta * eta;
        }

        @Override
        double slope(double eta) {
            return 2 * eta;
        }
    };

    /** Means and slopes stay this far from their ends, so that one far observation does not end the iteration. */
    private static final double LEAST = Math.ulp(1.0);

    private static double inside(double probability) {
        return Math.max(LEAST, Math.min(1 - LEAST, probability));
    }

    abstract double eta(double mu);

    abstract double mu(double eta);

    /** dμ/dη. */
    abstract double slope(double eta);
}
