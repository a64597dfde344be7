package redress.profile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A force that complaints may be about.
 *
 * @param code what complaints hold; never reused
 * @param kind police, army, gendarmerie, prison, intelligence or other: the peer group
 * @param name its name in every language
 * @param ours whether complaints about it are within the commission's jurisdiction
 * @param referTo who takes the complaint where it is not ours
 * @param validFrom first day, or null for always
 * @param validTo last day, or null while it lasts
 */
public record Institution(
        String code,
        String kind,
        Labels name,
        boolean ours,
        @Nullable Labels referTo,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Whether it existed on that day. */
    public boolean validOn(LocalDate day) {
        return Dates.within(validFrom, validTo, day);
    }
}
