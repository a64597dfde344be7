package redress.chance;

/** What is counted. */
public enum Measure {
    /** Events against an exposure (officers, patrols, months): a rate without an upper end. */
    EVENTS {
        @Override
        double link(double rate) {
            return Math.log(Math.max(rate, LEAST));
        }

        @Override
        double rate(double link) {
            return Math.exp(link);
        }

        @Override
        double slope(double rate, double exposure) {
            return rate * exposure;
        }

        @Override
        Law law(double expected, double exposure, double dispersion) {
            return new NegativeBinomial(Math.max(expected, LEAST), dispersion);
        }

        @Override
        double widening(Peers.Expectation expectation, double exposure) {
            return expectation.uncertainty();
        }

        @Override
        double rare(double rate) {
            return rate;
        }

        @Override
        Relative relative(Law law, long count) {
            return Relative.ofEvents(law, count);
        }
    },
    /** Cases with an outcome out of all cases, such as those that were closed: a share; the exposure is all cases. */
    SHARES {
        @Override
        double link(double rate) {
            double share = Math.clamp(rate, LEAST, 1 - LEAST);
            return Math.log(share / (1 - share));
        }

        @Override
        double rate(double link) {
            return 1 / (1 + Math.exp(-link));
        }

        @Override
        double slope(double rate, double exposure) {
            return rate * (1 - rate) * exposure;
        }

        @Override
        Law law(double expected, double exposure, double dispersion) {
            return new BetaBinomial(
                    Math.round(exposure),
                    Math.clamp(expected / exposure, LEAST, 1 - LEAST),
                    Math.min(dispersion, MOST_CORRELATION));
        }

        @Override
        double widening(Peers.Expectation expectation, double exposure) {
            double share = Math.min(expectation.count() / exposure, 1 - LEAST);
            return expectation.uncertainty() * share / (1 - share) * exposure / Math.max(1, exposure - 1);
        }

        @Override
        double rare(double rate) {
            return Math.min(rate, 1 - rate);
        }

        @Override
        Relative relative(Law law, long count) {
            return Relative.ofShares((BetaBinomial) law, count);
        }
    };

    private static final double LEAST = 1e-9;

    /** A correlation is below one, also where units are near all or nothing and their share is uncertain besides. */
    private static final double MOST_CORRELATION = 0.95;

    /** The scale on which a rate is estimated, without ends. */
    abstract double link(double rate);

    /** Back from that scale. */
    abstract double rate(double link);

    /** How much the expected count changes with the link. */
    abstract double slope(double rate, double exposure);

    /** How the count comes about by chance. */
    abstract Law law(double expected, double exposure, double dispersion);

    /** By how much the dispersion must grow so that the variance also holds the error of the expected count. */
    abstract double widening(Peers.Expectation expectation, double exposure);

    /** The rate of whichever of the two, the outcome or its absence, is rarer; events have no absence to count. */
    abstract double rare(double rate);

    /** The shrunken ratio of what was seen to what was expected. */
    abstract Relative relative(Law law, long count);
}
