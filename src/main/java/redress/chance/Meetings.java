package redress.chance;

/**
 * In how many incidents two people stand together by chance. Of the incidents of the one who stands in fewer, each has
 * the other with the same probability; as lots are drawn without putting back, the true count spreads less than this
 * binomial one (Hoeffding, "On the distribution of the number of successes in independent trials", 1956; Joag-Dev and
 * Proschan, "Negative association of random variables", 1983), which errs to the careful side.
 *
 * @param most in how many they could at most
 * @param mean in how many they would on average, not above the most
 */
record Meetings(int most, double mean) {

    /** Means are taken up to the next step of five per cent. */
    private static final double STEP = Math.log(1.05);

    /** No mean is above the most. */
    Meetings {
        mean = Math.min(mean, most);
    }

    /** The probability of so many or more. */
    double atLeast(long count) {
        if (count <= 0 || count > most) {
            return count <= 0 ? 1 : 0;
        }
        return mean >= most ? 1 : Tail.betaAtMost(mean / most, count, most - count + 1.0);
    }

    /** With a mean that is somewhat larger, so that many pairs share one law; the probabilities become larger by it. */
    Meetings careful() {
        return mean > 0 ? new Meetings(most, Math.exp(Math.ceil(Math.log(mean) / STEP) * STEP)) : this;
    }

    Meetings and(Meetings others) {
        return new Meetings(most + others.most, mean + others.mean);
    }
}
