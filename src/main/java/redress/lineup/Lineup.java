package redress.lineup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Officers who may be the one that somebody told of, for a person to look at. Nothing follows from it by itself.
 *
 * @param name the name that was looked for
 * @param badge the number or part of one that was looked for
 * @param accused the subject of a complaint for whom it was asked, or null
 * @param candidates the best first, at most {@value #MOST}
 * @param more how many more there were
 */
public record Lineup(String name, String badge, @Nullable Accused accused, List<Candidate> candidates, int more) {

    /** As many are shown: who does not recognise the name among these looks for it in another way. */
    static final int MOST = 25;

    /**
     * The subject of a complaint.
     *
     * @param complaint the number of the complaint
     * @param subject the id of the subject
     * @param version the version of the complaint, which a confirmation must name
     * @param name as the complainant or the register put it, or null
     * @param badge the number as far as it could be read, or null
     * @param looks looks, uniform, vehicle, or null
     * @param day the date of the incident as far as it is known: 2024-03-01, 2024-03 or 2024; or null
     * @param precision how sure that is: DAY, MONTH, YEAR or ABOUT; null without a day
     * @param officer who it is, or null while nobody knows
     * @param confirmed who said so here, or null: where nobody knows, or the register brought it
     * @param ruledOut who it is not, as somebody said; these are no candidates
     */
    public record Accused(
            String complaint,
            String subject,
            int version,
            @Nullable String name,
            @Nullable String badge,
            @Nullable String looks,
            @Nullable String day,
            @Nullable String precision,
            @Nullable Person officer,
            @Nullable Confirmed confirmed,
            List<RuledOut> ruledOut) {}

    /**
     * An officer of the roster.
     *
     * @param officer the id
     * @param service the name of the service
     * @param key institution/service key
     * @param name the name; the service key where none is known
     * @param badge the badge number, or null
     * @param rank the rank, or null
     */
    public record Person(
            String officer,
            String service,
            String key,
            String name,
            @Nullable String badge,
            @Nullable String rank) {

        static Person of(Officer officer) {
            return new Person(
                    redress.time.Ids.text(officer.id()),
                    officer.service(),
                    officer.institution() + "/" + officer.key(),
                    officer.name().isEmpty() ? officer.key() : officer.name(),
                    officer.badge(),
                    officer.rank());
        }

        /** Whether a name is known, and not only the service key in its place. */
        boolean named() {
            return !key.substring(key.indexOf('/') + 1).equals(name);
        }
    }

    /**
     * An officer whom the subject is said not to be.
     *
     * @param officer the officer
     * @param said who said so, when and why
     */
    public record RuledOut(Person officer, Confirmed said) {}

    /**
     * A confirmation or denial that stands.
     *
     * @param reason why
     * @param by who said so, by name where known
     * @param at when
     */
    public record Confirmed(String reason, String by, Instant at) {}

    /**
     * An officer who may be the one.
     *
     * @param person who it is
     * @param unit the unit in which the officer served at the date of the incident, else the last known; or null
     * @param unitKey that unit as institution/code, or null
     * @param score above 0, at most 1; an order and no probability
     * @param reasons what speaks for it, at least one
     */
    public record Candidate(
            Person person, @Nullable String unit, @Nullable String unitKey, double score, List<Because> reasons) {}

    /**
     * One reason.
     *
     * @param kind what was seen
     * @param told the word, number or day that was told
     * @param known what the roster holds
     */
    public record Because(String kind, String told, String known) {}
}
