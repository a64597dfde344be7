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
 * @param threshold the sum over which a month is an alarm
 * @param monthsBetweenFalseAlarms the mean number of months to an alarm if nothing changes and the level is what it is
 *     thought to be
 */
public record Change(
        String countingUnit,
        String expectedFrom,
        @Nullable Lack lack,
        @Nullable Level level,
        List<Month> months,
        long undated,
        double threshold,
        double monthsBetweenFalseAlarms) {

    /** Without any comparison there is nothing to tell. */
    Change countsOnly(Lack why) {
        return new Change(countingUnit, expectedFrom, why, null, List.of(), undated, 0, 0);
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
