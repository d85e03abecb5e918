package org.suzhi.analysis.estimate;

/** How the interval of a proportion is made from its estimate, variance and degrees of freedom. */
public enum IntervalMethod {
    /** p ± t·se. */
    WALD {
        @Override
        public Interval of(Proportion p) {
            return Interval.wald(p.estimate(), Math.sqrt(p.variance()), p.df(), p.level());
        }
    },
    /** Wald on log(p/(1 − p)); the closed form of a logistic model's intercept. */
    LOGIT {
        @Override
        public Interval of(Proportion p) {
            double x = p.estimate();
            double se = Math.sqrt(p.variance()) / (x * (1 - x));
            Interval i = Interval.wald(Math.log(x / (1 - x)), se, p.df(), p.level());
            return new Interval(expit(i.lower()), expit(i.upper()));
        }
    },
    /** The same as {@link #LOGIT}, under R survey's name for the closed form. */
    XLOGIT {
        @Override
        public Interval of(Proportion p) {
            return LOGIT.of(p);
        }
    },
    /** Wald on asin(√p). */
    ASIN {
        @Override
        public Interval of(Proportion p) {
            double x = p.estimate();
            double se = Math.sqrt(p.variance()) / (2 * Math.sqrt(x * (1 - x)));
            Interval i = Interval.wald(Math.asin(Math.sqrt(x)), se, p.df(), p.level());
            double low = Math.sin(i.lower());
            double high = Math.sin(i.upper());
            return new Interval(low * low, high * high);
        }
    },
    /** Clopper-Pearson with the effective sample size adjusted for degrees of freedom (Korn and Graubard 1998). */
    BETA {
        @Override
        public Interval of(Proportion p) {
            double n = effective(p);
            double x = p.estimate();
            if (n == Double.POSITIVE_INFINITY) {
                return new Interval(x, x);
            }
            double alpha = 1 - p.level();
            return new Interval(
                    Distributions.betaQuantile(alpha / 2, n * x, n * (1 - x) + 1),
                    Distributions.betaQuantile(1 - alpha / 2, n * x + 1, n * (1 - x)));
        }
    },
    /** Wilson's score interval with the effective sample size p(1 − p)/V and t(df) (Korn and Graubard 1999, 2.6). */
    WILSON {
        @Override
        public Interval of(Proportion p) {
            double x = p.estimate();
            double n = x * (1 - x) / p.variance();
            double t = Distributions.tQuantile((1 + p.level()) / 2, p.df());
            double k = t * t / n;
            double centre = (x + k / 2) / (1 + k);
            double half = Math.sqrt(k * (x * (1 - x) + k / 4)) / (1 + k);
            return new Interval(centre - half, centre + half);
        }
    },
    /** Profile likelihood scaled by the design effect, with t(df) for the normal quantile; solved exactly. */
    LIKELIHOOD {
        @Override
        public Interval of(Proportion p) {
            double x = p.estimate();
            double n = x * (1 - x) / p.variance();
            double t = Distributions.tQuantile((1 + p.level()) / 2, p.df());
            if (!(n > 0) || Double.isInfinite(n) || Double.isNaN(t)) {
                return Interval.NONE;
            }
            double limit = t * t / (2 * n);
            return new Interval(solve(x, limit, 0), solve(x, limit, 1));
        }

        /** The value between the estimate and an end at which the divergence reaches the limit; bisection. */
        private double solve(double p, double limit, double end) {
            double near = p;
            double far = end;
            for (int i = 0; i < 200 && near != far; i++) {
                double mid = (near + far) / 2;
                if (p * Math.log(p / mid) + (1 - p) * Math.log((1 - p) / (1 - mid)) < limit) {
                    near = mid;
                } else {
                    far = mid;
                }
            }
            return near;
        }
    };

    /**
     * What an interval is made from.
     *
     * @param estimate the proportion
     * @param variance its variance
     * @param df degrees of freedom of the quantile
     * @param rows rows of the domain, for {@link #BETA}
     * @param domainDf degrees of freedom of the domain, for {@link #BETA}
     * @param level confidence level
     */
    public record Proportion(double estimate, double variance, double df, int rows, double domainDf, double level) {}

    /** The interval; limits NaN where the method has none (a proportion of 0 or 1, no degrees of freedom). */
    public abstract Interval of(Proportion proportion);

    /** Effective sample size p(1 − p)/V · (t(rows − 1)/t(df))². */
    static double effective(Proportion p) {
        double x = p.estimate();
        double alpha = 1 - p.level();
        double ratio =
                Distributions.tQuantile(alpha / 2, p.rows() - 1.0) / Distributions.tQuantile(alpha / 2, p.domainDf());
        return x * (1 - x) / p.variance() * ratio * ratio;
    }

    private static double expit(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
