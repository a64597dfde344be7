package redress.desk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One complaint in the queue, without a name and without the narrative.
 *
 * @param number the complaint number
 * @param what the gravest allegation, in the words of the code list
 * @param unit the unit at the incident date, if known
 * @param stage the name of the stage
 * @param severity 1 low to 5 death
 * @param mustRefer whether a law asks that it be sent to another body
 * @param dueOn the day by which the next step is due
 * @param daysLeft days from today until then, negative when late; null where nothing is due
 * @param received the day of receipt in the zone of the office
 * @param assignee in whose hands it is
 * @param asked whether the last message came from the complainant and waits for an answer
 */
public record QueueRow(
        String number,
        String what,
        @Nullable String unit,
        String stage,
        int severity,
        boolean mustRefer,
        @Nullable LocalDate dueOn,
        @Nullable Long daysLeft,
        LocalDate received,
        @Nullable String assignee,
        boolean asked) {

    /** Whether the day has passed. */
    public boolean late() {
        return daysLeft != null && daysLeft < 0;
    }

    /** Whether the day is near. */
    public boolean soon() {
        return daysLeft != null && daysLeft >= 0 && daysLeft <= 2;
    }
}
