package org.suzhi.analysis.regression;

/** Variance functions of generalized linear models; the dispersion plays no part under a design. */
public enum Family {
    GAUSSIAN(Link.IDENTITY) {
        @Override
        double variance(double mu) {
            return 1;
        }

        @Override
        double start(double y) {
            return y;
        }

        @Override
        double deviance(double y, double mu) {
            return (y - mu) * (y - mu);
        }

        @Override
        boolean valid(double y) {
            return true;
        }

        @Override
        boolean validMean(double mu) {
            return Double.isFinite(mu);
        }
    },
    BINOMIAL(Link.LOGIT) {
        @Override
        double variance(double mu) {
            return mu * (1 - mu);
        }

        @Override
        double start(double y) {
            return (y + 0.5) / 2;
        }

        @Override
        double deviance(double y, double mu) {
            double yes = y == 0 ? 0 : y * Math.log(y / mu);
            double no = y == 1 ? 0 : (1 - y) * Math.log((1 - y) / (1 - mu));
            return 2 * (yes + no);
        }

        @Override
        boolean valid(double y) {
            return y >= 0 && y <= 1;
        }

        @Override
        boolean validMean(double mu) {
            return mu > 0 && mu < 1;
        }
    },
    POISSON(Link.LOG) {
        @Override
        double variance(double mu) {
            return mu;
        }

        @Override
        double start(double y) {
            return y + 0.1;
        }

        @Override
        double deviance(double y, double mu) {
            return 2 * ((y == 0 ? 0 : y * Math.log(y / mu)) - (y - mu));
        }

        @Override
        boolean valid(double y) {
            return y >= 0;
        }

        @Override
        boolean validMean(double mu) {
            return mu > 0 && Double.isFinite(mu);
        }
    };

    private final Link canonical;

    Family(Link canonical) {
        this.canonical = canonical;
    }

    /** The link when none is named. */
    public Link canonical() {
        return canonical;
    }

    abstract double variance(double mu);

    /** A first guess of the mean of an observation. */
    abstract double start(double y);

    /** Unit deviance. */
    abstract double deviance(double y, double mu);

    abstract boolean valid(double y);

    abstract boolean validMean(double mu);
}
