package redress.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The process check: how long the complaints of the scope took from the day they were received to the day they were
 * closed, and how they ended, beside those of the peers.
 *
 * @param horizon so many days after a complaint was received it is looked at; what was open then counts as longer than
 *     everything that was closed
 * @param asOf the last day of which anything is known, such as 2024-05-31: ages are reckoned up to it, or up to the
 *     last day of which anything is known of the service that a complaint is about, where that is earlier
 * @param cases complaints of the scope that were received at least a horizon before that day
 * @param tooYoung complaints of the scope that were received later, so that it cannot be said yet how long they take
 * @param undated complaints of the scope that are closed, but nobody knows when
 * @param byGravity whether grave complaints are compared with grave ones; else all with all
 * @param lack why there is no verdict on how long they took, or null
 * @param delay how long they took, or null where there is no verdict
 * @param endings how they ended: open, noFinding, sustained and noneSustained
 */
public record Process(
        int horizon,
        String asOf,
        long cases,
        long tooYoung,
        long undated,
        boolean byGravity,
        @Nullable Lack lack,
        @Nullable Took delay,
        List<Ending> endings) {

    /** The counts without any comparison. */
    Process countsOnly(Lack why) {
        return new Process(
                horizon,
                asOf,
                cases,
                tooYoung,
                undated,
                byGravity,
                why,
                null,
                endings.stream().map(ending -> ending.countsOnly(why)).toList());
    }

    /**
     * How long complaints took.
     *
     * @param median days within which half of those of the scope were closed; null if fewer were within the horizon
     * @param medianElsewhere the same of the peers, for complaints as grave as these where these are compared apart
     * @param longer the share of pairs in which a complaint here took longer than one elsewhere, as grave where these
     *     are compared apart; one half if alike
     * @param low the lower end of its 95 % interval
     * @param high the upper end of its 95 % interval
     * @param q the smallest rate of false discoveries at which it counts as longer than expected
     * @param more whether they took longer than expected by chance, with all of the group looked at
     */
    public record Took(
            @Nullable Integer median,
            @Nullable Integer medianElsewhere,
            double longer,
            double low,
            double high,
            double q,
            boolean more) {}

    /**
     * How often complaints ended in one way.
     *
     * @param outcome open: not closed within the horizon; noFinding: closed, with no finding on whether it happened;
     *     sustained: closed with a finding, and an allegation was sustained; noneSustained: closed with a finding, and
     *     none was
     * @param of the complaints among which it was counted: cases, closed, or found for those with a finding
     * @param count how many ended so
     * @param all out of how many
     * @param lack why there is no verdict, or null
     * @param ratio what was expected and how certain it is, or null where there is no verdict
     */
    public record Ending(
            String outcome,
            String of,
            long count,
            long all,
            @Nullable Lack lack,
            Outliers.@Nullable Ratio ratio) {

        private Ending countsOnly(Lack why) {
            return new Ending(outcome, of, count, all, why, null);
        }
    }
}
