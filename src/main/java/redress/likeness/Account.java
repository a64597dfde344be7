package redress.likeness;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of one complaint. What nobody said is absent, and what is absent speaks neither for nor against a
 * link.
 *
 * @param id of the complaint
 * @param categories codes of its allegations
 * @param words the folded words of the narrative ({@link redress.names.Letters#words}), each once
 */
public record Account(long id, Where where, When when, Set<String> categories, Who who, Set<String> words) {

    /** Copies what could be changed. */
    public Account {
        categories = Set.copyOf(categories);
        words = Set.copyOf(words);
    }

    /** The place by its key and, where known, in degrees. */
    public record Where(
            @Nullable String place,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** The day of the incident and the hour of the day, 0 to 23, both by the local clock. */
    public record When(@Nullable LocalDate date, @Nullable Integer hour) {}

    /**
     * Whom the complaint is about.
     *
     * @param names as they were said
     * @param badges numbers as far as they could be read
     * @param vehicles plates and numbers of vehicles as far as they could be read
     * @param description folded words about looks, uniform and gear
     */
    public record Who(List<String> names, List<String> badges, List<String> vehicles, Set<String> description) {

        /** Copies what could be changed. */
        public Who {
            names = List.copyOf(names);
            badges = List.copyOf(badges);
            vehicles = List.copyOf(vehicles);
            description = Set.copyOf(description);
        }
    }
}
