package redress.chance;

/**
 * The probability that some stretch of a period, wherever it begins, holds so many events of a steady Poisson process:
 * the scan statistic by the approximation of Naus ("Approximations for distributions of scan statistics", 1982), which
 * is exact for two and three stretches and off by less than one in a hundred beyond.
 */
final class Scan {

    private final int events;
    private final double mean;

    private Scan(int events, double mean) {
        this.events = events;
        this.mean = mean;
    }

    /**
     * The probability of at least one such stretch.
     *
     * @param events how many events it must hold, at least two
     * @param mean how many a stretch is expected to hold
     * @param stretches how many stretches long the period is, at least one
     */
    static double atLeastOnce(int events, double mean, double stretches) {
        if (mean <= 0) {
            return 0;
        }
        Scan scan = new Scan(events, mean);
        double one = scan.upTo(events - 1);
        double two = scan.noneInTwo();
        if (stretches <= 2) {
            return Math.clamp(1 - one * Math.pow(two / one, stretches - 1), 0, 1);
        }
        double three = scan.noneInThree();
        return two <= 0 || three <= 0 ? 1 : Math.clamp(1 - two * Math.pow(three / two, stretches - 2), 0, 1);
    }

    private double upTo(int count) {
        return Tail.poissonAtMost(count, mean);
    }

    private double exactly(int count) {
        return count < 0 ? 0 : Gamma.term(count, mean);
    }

    private double noneInTwo() {
        int k = events;
        return upTo(k - 1) * upTo(k - 1)
                - (k - 1) * exactly(k) * exactly(k - 2)
                - (k - 1 - mean) * exactly(k) * upTo(k - 3);
    }

    private double noneInThree() {
        int k = events;
        double first = 2 * exactly(k) * upTo(k - 1) * ((k - 1) * upTo(k - 2) - mean * upTo(k - 3));
        double second = 0.5
                * exactly(k)
                * exactly(k)
                * ((k - 1) * (k - 2) * upTo(k - 3) - 2 * (k - 2) * mean * upTo(k - 4) + mean * mean * upTo(k - 5));
        double third = 0;
        double fourth = 0;
        for (int r = 1; r < k; r++) {
            third += exactly(2 * k - r) * upTo(r - 1) * upTo(r - 1);
            fourth += exactly(2 * k - r) * exactly(r) * ((r - 1) * upTo(r - 2) - mean * upTo(r - 3));
        }
        return Math.pow(upTo(k - 1), 3) - first + second + third - fourth;
    }
}
