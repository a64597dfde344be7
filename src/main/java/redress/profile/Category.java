package redress.profile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A kind of misconduct that may be alleged.
 *
 * @param code what allegations hold; never reused
 * @param group the code of its group
 * @param groupLabel the group in plain words
 * @param label the category in plain words
 * @param iccs the nearest class of the International Classification of Crime for Statistical Purposes, or null
 * @param severity 1 (low) to 5 (death)
 * @param mustRefer whether the law wants every such complaint sent on
 * @param compartment who may see it: {@code open} for all staff, another for members only
 * @param validFrom first day, or null for always
 * @param validTo last day, or null while it lasts
 */
public record Category(
        String code,
        String group,
        Labels groupLabel,
        Labels label,
        @Nullable String iccs,
        int severity,
        boolean mustRefer,
        String compartment,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Whether the category is offered on that day. */
    public boolean validOn(LocalDate day) {
        return Dates.within(validFrom, validTo, day);
    }
}
