package redress.lineup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.complaint.Incident;
import redress.likeness.Account;
import redress.likeness.Description;
import redress.search.SmallWords;

/**
 * A complaint that accuses somebody whom nobody could name.
 *
 * @param id the key of the complaint
 * @param number its number
 * @param when day and hour
 * @param where the place
 * @param looks what was told of the accused, each part once
 */
record Telling(long id, String number, When when, Where where, Set<String> looks) {

    /**
     * When it was.
     *
     * @param on the date as the tables hold it, or null: of a month or year some day of it
     * @param precision how sure that is
     * @param hour of the day, or null
     */
    record When(
            @Nullable LocalDate on,
            Incident.Precision precision,
            @Nullable Integer hour) {

        /** The date as far as it is known; empty where nothing is. */
        Optional<Dated> dated() {
            return Dated.of(on, precision);
        }

        /** That very day, or null where it is not known. */
        @Nullable
        LocalDate day() {
            return precision == Incident.Precision.DAY ? on : null;
        }
    }

    /**
     * Where it was.
     *
     * @param code of the place, or null
     * @param name its name, or null
     * @param latitude in degrees, or null
     * @param longitude in degrees, or null
     */
    record Where(
            @Nullable String code,
            @Nullable String name,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /**
     * The complaint as it is compared. Words that say little are left out of the description, where each word that two
     * have in common is told as a reason: nobody believes a proposal that rests on "with". In the account words weigh
     * by how rare they are, and such words are not.
     *
     * @param categories of its allegations
     * @param badges as far as they could be read
     * @param narrative the words of the one who complains
     */
    Account account(Set<String> categories, List<String> badges, String narrative) {
        Set<String> vehicles = new LinkedHashSet<>();
        Set<String> description = new LinkedHashSet<>();
        looks.forEach(part -> vehicles.addAll(Description.vehicles(part)));
        looks.forEach(part -> Description.words(part, vehicles).stream()
                .filter(word -> !SmallWords.has(word))
                .forEach(description::add));
        return new Account(
                id,
                new Account.Where(where.code(), where.latitude(), where.longitude()),
                new Account.When(when.day(), when.hour()),
                categories,
                new Account.Who(List.of(), badges, new ArrayList<>(vehicles), description),
                Description.words(narrative, vehicles));
    }
}
