package redress.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The change check: complaints month by month against what was expected of each month.
 *
 * @param countingUnit what is counted: complaints
 * @param expectedFrom peers, or earlier where the peers are too few: then the first half of the window
 * @param lack why there is no verdict, or null
 * @param months the months that were looked at; empty without a verdict
 * @param undated complaints of the scope that are in no month, because only the year is known
 * @param threshold the sum over which a month is an alarm
 * @param monthsBetweenFalseAlarms the mean number of months to an alarm if nothing changes
 */
public record Change(
        String countingUnit,
        String expectedFrom,
        @Nullable Lack lack,
        List<Month> months,
        long undated,
        double threshold,
        double monthsBetweenFalseAlarms) {

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
