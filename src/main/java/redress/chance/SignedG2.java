package redress.chance;

/**
 * The log-likelihood ratio of two shares, with a sign: above zero where the share here is the larger one (Dunning,
 * "Accurate methods for the statistics of surprise and coincidence", 1993). It holds for rare things where the familiar
 * chi-square of Pearson does not.
 *
 * @param here how many of those in the scope
 * @param inScope how many there are in the scope
 * @param elsewhere how many of those outside the scope
 * @param outside how many there are outside the scope, among the peers
 * @param statistic the signed statistic
 * @param p the two-sided probability of a statistic at least as far from zero by chance: the chi-square tail with one
 *     degree of freedom, which is an approximation where the counts are small
 */
public record SignedG2(long here, long inScope, long elsewhere, long outside, double statistic, double p) {

    /** Compares {@code here} of {@code inScope} with {@code elsewhere} of {@code outside}. */
    public static SignedG2 of(long here, long inScope, long elsewhere, long outside) {
        if (here < 0 || elsewhere < 0 || here > inScope || elsewhere > outside) {
            throw new IllegalArgumentException(
                    here + " of " + inScope + " here, " + elsewhere + " of " + outside + " elsewhere");
        }
        double share = (double) (here + elsewhere) / Math.max(1, inScope + outside);
        double likelihood = part(here, inScope * share)
                + part(elsewhere, outside * share)
                + part(inScope - here, inScope * (1 - share))
                + part(outside - elsewhere, outside * (1 - share));
        double size = Math.max(0, 2 * likelihood);
        boolean less = (double) here * outside < (double) elsewhere * inScope;
        return new SignedG2(here, inScope, elsewhere, outside, less ? -size : size, Tail.chiSquareAbove(size, 1));
    }

    private static double part(long seen, double expected) {
        return seen == 0 ? 0 : seen * Math.log(seen / expected);
    }
}
