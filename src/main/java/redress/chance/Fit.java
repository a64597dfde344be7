package redress.chance;

import java.util.List;

/**
 * The rate of each stratum and the dispersion between like units, estimated so that a few outliers do not hide
 * themselves: what is far out is cut off (Spiegelhalter, "Funnel plots for comparing institutional performance", 2005)
 * and what the cutting takes away by chance is known and put back ({@link Winsor}).
 */
final class Fit {

    /**
     * No two units are alike to more than five per cent; without this a group of three by luck even units would call
     * every deviation of a large one an outlier.
     */
    static final double LEAST_DISPERSION = 0.0025;

    private static final double MOST_DISPERSION = 20;
    private static final double MOST_CORRELATION = 0.9;
    private static final int MOST_ROUNDS = 40;
    private static final double CLOSE = 1e-5;
    private static final double LONGEST_STEP = 1;

    private final Measure measure;
    private final List<Stratum> strata;
    private final List<Member> members;
    private final double[] links;
    private double dispersion = 0.1;

    /** A group to be fitted: parts by stratum, and each unit as the places of its parts. */
    Fit(Measure measure, List<Stratum> strata, List<Member> members) {
        this.measure = measure;
        this.strata = strata;
        this.members = members;
        this.links = strata.stream()
                .mapToDouble(stratum -> measure.link(stratum.crude()))
                .toArray();
    }

    /** The parts of all units in one stratum. */
    record Stratum(List<Peer.Part> parts) {

        double exposure() {
            return parts.stream().mapToDouble(Peer.Part::exposure).sum();
        }

        /** The rate without regard to outliers; half an event is added so that none is nowhere impossible. */
        double crude() {
            double count = parts.stream().mapToLong(Peer.Part::count).sum();
            return Math.max(0.5, Math.min(count, exposure() - 0.5)) / Math.max(1, exposure());
        }
    }

    /** A unit: its count, its exposure in all and in each stratum by the stratum's place. */
    record Member(long count, double exposure, List<Share> shares) {}

    /** The exposure and the count of a unit in the stratum of that place. */
    record Share(int stratum, long count, double exposure) {}

    /** Alternates between rates and dispersion until neither moves. */
    Fit run() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double moved = 0;
            for (int s = 0; s < links.length; s++) {
                moved = Math.max(moved, improve(s));
            }
            double before = dispersion;
            dispersion = solveDispersion();
            if (Math.max(moved, Math.abs(dispersion - before)) < CLOSE * 10) {
                break;
            }
        }
        return this;
    }

    private double improve(int s) {
        Score sum = Score.NONE;
        for (Peer.Part part : strata.get(s).parts()) {
            sum = sum.plus(score(s, part.count(), part.exposure()));
        }
        if (sum.information() == 0) {
            return 0;
        }
        double step = Math.clamp(sum.pull() / sum.information(), -LONGEST_STEP, LONGEST_STEP);
        links[s] += step;
        return Math.abs(step);
    }

    /** What one part says about the rate of its stratum. */
    Score score(int s, long count, double exposure) {
        double rate = measure.rate(links[s]);
        Law law = measure.law(rate * exposure, exposure, dispersion);
        Winsor winsor = Winsor.of(law, count, Winsor.Cuts.RATE);
        double weight = measure.slope(rate, exposure) / Math.sqrt(law.variance());
        return new Score(
                weight * (winsor.cut() - winsor.mean()),
                weight * weight * Math.max(0.1, winsor.inside()),
                weight * weight * Math.max(0, winsor.square() - winsor.mean() * winsor.mean()));
    }

    /**
     * What is known of a rate, in units of the link.
     *
     * @param pull where to the counts pull it
     * @param information how strongly they hold it
     * @param noise the variance of the pull by chance
     */
    record Score(double pull, double information, double noise) {

        static final Score NONE = new Score(0, 0, 0);

        Score plus(Score other) {
            return new Score(pull + other.pull, information + other.information, noise + other.noise);
        }

        Score minus(Score other) {
            return new Score(pull - other.pull, information - other.information, noise - other.noise);
        }

        /** The variance of the estimated link. */
        double variance() {
            return noise / (information * information);
        }
    }

    private double solveDispersion() {
        double least = LEAST_DISPERSION;
        double most = most();
        double low = dispersion;
        double high = dispersion;
        while (low > least && surplus(low) <= 0) {
            high = low;
            low = Math.max(least, low / 2);
        }
        while (high < most && surplus(high) >= 0) {
            low = high;
            high = Math.min(most, high * 1.5);
        }
        if (surplus(low) <= 0) {
            return low;
        }
        return surplus(high) >= 0 ? high : Root.between(this::surplus, low, high, CLOSE);
    }

    /** How much more the units differ than they would at that dispersion, each weighed by what it can tell of it. */
    private double surplus(double tried) {
        double estimated = estimated();
        double sum = 0;
        for (Member member : members) {
            Law law = measure.law(expected(member), member.exposure(), tried);
            Winsor winsor = Winsor.of(law, member.count(), Winsor.Cuts.DISPERSION);
            sum += law.dispersionPull() * (winsor.cut() * winsor.cut() - winsor.square() * (1 - estimated));
        }
        return sum;
    }

    /**
     * The dispersion to predict with: somewhat more than the estimate where the units are few, as a law with an
     * uncertain spread has heavier tails (the second-order term of a Student correction). Hardly any where they are
     * many.
     */
    double predictive() {
        double noise = 0;
        for (Member member : members) {
            Law law = measure.law(expected(member), member.exposure(), dispersion);
            Winsor winsor = Winsor.of(law, member.count(), Winsor.Cuts.DISPERSION);
            noise += Math.pow(law.dispersionPull(), 2) * (winsor.fourth() - winsor.square() * winsor.square());
        }
        double error = Math.min(dispersion + 1, Math.sqrt(Math.max(0, noise)) / Math.max(1e-9, slope()));
        return Math.min(most(), dispersion + error * error / (dispersion + error));
    }

    /**
     * How steeply the surplus falls as the dispersion grows: as these counts have it, but no more steeply than it does
     * on average by chance and at least half as steeply. Units that by luck are more even than chance have it level, as
     * if nothing were known of their dispersion.
     */
    private double slope() {
        double apart = dispersion / 10;
        double usual = 0;
        for (Member member : members) {
            double expected = expected(member);
            Law law = measure.law(expected, member.exposure(), dispersion);
            Law wider = measure.law(expected, member.exposure(), dispersion + apart);
            double square = Winsor.of(law, 0, Winsor.Cuts.DISPERSION).square();
            double owed = Winsor.of(wider, 0, Winsor.Cuts.DISPERSION).square();
            usual += law.dispersionPull() * (square - squareSeenBy(wider, law) - (square - owed) * (1 - estimated()));
        }
        double seen = surplus(dispersion) - surplus(dispersion + apart);
        return Math.clamp(seen, usual / 2, Math.max(usual / 2, usual)) / apart;
    }

    /** The mean of the cut square if counts come about by one law and are standardised and cut by a wider one. */
    private static double squareSeenBy(Law wider, Law law) {
        double scale = Math.sqrt(wider.variance() / law.variance());
        Winsor.Cuts cuts = new Winsor.Cuts(Winsor.Cuts.DISPERSION.low() * scale, Winsor.Cuts.DISPERSION.high() * scale);
        return Winsor.of(law, 0, cuts).square() / (scale * scale);
    }

    /** The share of what the counts tell that was used up by estimating the rates. */
    private double estimated() {
        return Math.min(0.9, (double) links.length / members.size());
    }

    private double most() {
        return measure == Measure.SHARES ? MOST_CORRELATION : MOST_DISPERSION;
    }

    /** What is expected of a unit at the rates of its strata. */
    double expected(Member member) {
        double sum = 0;
        for (Share share : member.shares()) {
            sum += rate(share.stratum()) * share.exposure();
        }
        return sum;
    }

    /** All that the stratum says of its rate. */
    Score total(int s) {
        Score sum = Score.NONE;
        for (Peer.Part part : strata.get(s).parts()) {
            sum = sum.plus(score(s, part.count(), part.exposure()));
        }
        return sum;
    }

    /** The rate of a stratum. */
    double rate(int s) {
        return measure.rate(links[s]);
    }

    /** The link of a stratum. */
    double link(int s) {
        return links[s];
    }
}
