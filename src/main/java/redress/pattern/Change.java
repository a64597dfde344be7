package redress.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The change check: complaints month by month against what was expected of each month at the scope's own earlier level.
 *
 * @param countingUnit what is counted: complaints, those that the outlier check compares
 * @param expectedFrom earlierAndPeers where the level is drawn towards that of the peers, by the weight of two
 *     complaints at most; earlier where there is no verdict on these
 * @param lack why there is no verdict, or null
 * @param level the months that tell the level, or null where the window is too short
 * @param months the later months, which were looked at; empty without a verdict
 * @param undated complaints of the scope that are in no month, because only the year is known
 * @param unposted complaints in months of which nobody is known to have been posted there: nothing was to be expected
 *     of them, so that they are not looked at
 * @param once whether there is an alarm with what repeats another complaint left out; null where there is no such
 *     complaint, or no alarm anyway
 * @param threshold the sum over which a month is an alarm
 * @param monthsBetweenFalseAlarms the mean number of months to an alarm if nothing changes and the level is what it is
 *     thought to be
 * @param kinds the same by kind of allegation
 */
public record Change(
        String countingUnit,
        String expectedFrom,
        @Nullable Lack lack,
        @Nullable Level level,
        List<Month> months,
        long undated,
        long unposted,
        @Nullable Once once,
        double threshold,
        double monthsBetweenFalseAlarms,
        Kinds kinds) {

    /** No verdict, for a reason. */
    static Change lacking(String expectedFrom, @Nullable Lack why, @Nullable Level level, Apart apart) {
        return new Change(
                "complaints",
                expectedFrom,
                why,
                level,
                List.of(),
                apart.undated(),
                apart.unposted(),
                null,
                0,
                0,
                Kinds.NONE);
    }

    /**
     * What is in no month that is looked at.
     *
     * @param undated complaints of which only the year is known
     * @param unposted complaints in months of which nobody is known to have been posted there
     */
    record Apart(long undated, long unposted) {}

    /**
     * The same with each text and each incident counted once.
     *
     * @param others complaints that are left out by that
     * @param alarm whether a month goes over the threshold without them; null where they leave too few to say
     */
    public record Once(long others, @Nullable Boolean alarm) {}

    /** Without any comparison there is nothing to tell. */
    Change countsOnly(Lack why) {
        return lacking(expectedFrom, why, null, new Apart(undated, unposted));
    }

    /**
     * The kinds of allegation, each held against its own months before: where the complaints stay as many as they were,
     * one kind of them may still have become more.
     *
     * @param compared how many kinds were looked at; judged is among all of these
     * @param risen those that rose more than by chance, the most certain first
     */
    public record Kinds(int compared, List<Kind> risen) {

        static final Kinds NONE = new Kinds(0, List.of());
    }

    /**
     * A kind of allegation that became more.
     *
     * @param category its code
     * @param label its name
     * @param since the month from which it was more
     * @param count complaints with it since then
     * @param expected how many were to be expected at the level of the months before
     * @param q the smallest rate of false discoveries at which it counts as more than chance
     */
    public record Kind(String category, String label, String since, long count, double expected, double q) {

        /** The same with what is known of it when all are judged. */
        Kind at(double rate) {
            return new Kind(category, label, since, count, expected, rate);
        }
    }

    /**
     * The months that the later ones are held against.
     *
     * @param from the first one, such as 2024-01
     * @param to the last one, included
     * @param count how many complaints they had
     */
    public record Level(String from, String to, long count) {}

    /**
     * One month.
     *
     * @param month such as 2024-01
     * @param count what was counted
     * @param expected what was expected
     * @param sum the sum of what was too much
     * @param alarm whether it went over the threshold
     */
    public record Month(String month, int count, double expected, double sum, boolean alarm) {}
}
