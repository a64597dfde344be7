package redress.profile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An area or a town of the country.
 *
 * @param code what incidents hold; never reused
 * @param parent the code of the wider area, or null at the top
 * @param level 1 is the widest area; a place lies in one of a smaller level
 * @param name as the country writes it
 * @param latitude degrees north (WGS 84), of a point in it, or null
 * @param longitude degrees east (WGS 84), or null
 * @param validFrom first day, or null for always
 * @param validTo last day, or null while it lasts
 */
public record Place(
        String code,
        @Nullable String parent,
        int level,
        String name,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Whether the area existed on that day. */
    public boolean validOn(LocalDate day) {
        return Dates.within(validFrom, validTo, day);
    }
}
