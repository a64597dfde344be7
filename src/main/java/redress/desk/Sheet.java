package redress.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One complaint as staff with a right to see it see it. No name of a complainant is on it: identities are in the vault.
 *
 * @param number the complaint number
 * @param stage the name of the stage
 * @param awaitsTriage whether the first decision is still to be taken
 * @param severity 1 low to 5 death
 * @param mustRefer whether a law asks that it be sent to another body
 * @param compartment who may see it at all
 * @param channel how it came in
 * @param language the language of the complainant
 * @param receivedAt when it was received
 * @param dueOn the day by which the next step is due
 * @param daysLeft days until then, negative when late
 * @param assignee in whose hands it is, by name where known
 * @param when the date of the incident in words that need no translation
 * @param where the place in words
 * @param institution the service
 * @param unit the unit at the incident date
 * @param unitKey its key, by which a dossier can be asked for
 * @param narrative the complainant's own words
 * @param words further answers: text key and answer
 * @param allegations one row for each allegation and subject
 * @param accused the subjects, each once
 * @param clusters the confirmed clusters in which it stands and of which the reader may see every complaint
 * @param months the months of a dossier that has it, where the usual ones have not
 * @param people the complaining side, without names
 * @param identitySealed whether a name or contact lies in the vault
 * @param timeline what was done, the newest first
 * @param papers messages, notes and letters that the reader may read, the oldest first
 * @param version what a decision must name
 */
public record Sheet(
        String number,
        String stage,
        boolean awaitsTriage,
        int severity,
        boolean mustRefer,
        String compartment,
        String channel,
        String language,
        Instant receivedAt,
        @Nullable LocalDate dueOn,
        @Nullable Long daysLeft,
        @Nullable String assignee,
        String when,
        String where,
        @Nullable String institution,
        @Nullable String unit,
        @Nullable String unitKey,
        String narrative,
        List<Words> words,
        List<AllegationRow> allegations,
        List<Accused> accused,
        List<Cluster> clusters,
        @Nullable Months months,
        List<Person> people,
        boolean identitySealed,
        List<Moment> timeline,
        List<Paper> papers,
        int version) {

    /**
     * An answer in free words.
     *
     * @param question the text key of the question
     * @param answer the words
     */
    public record Words(String question, String answer) {}

    /**
     * An allegation against a subject.
     *
     * @param what the label of the category
     * @param against who it is, as far as known; empty while nobody is
     * @param officerKey the key of the officer, where it is a known one
     * @param unit the subject's unit at the incident date
     * @param unitKey its key
     * @param finding the name of the finding, or null
     * @param local the register's own word for the finding
     * @param imposed what was imposed
     */
    public record AllegationRow(
            String what,
            String against,
            @Nullable String officerKey,
            @Nullable String unit,
            @Nullable String unitKey,
            @Nullable String finding,
            @Nullable String local,
            @Nullable String imposed) {}

    /**
     * A subject.
     *
     * @param id the id of the subject
     * @param who who it is, as far as known; empty while nothing is
     * @param known whether it is known which officer it is
     */
    public record Accused(String id, String who, boolean known) {}

    /**
     * Complaints of which a person said that they are about the same unknown person or patrol.
     *
     * @param cluster its id, by which a dossier can be asked for
     * @param label what the office calls it
     * @param others how many others stand in it
     */
    public record Cluster(String cluster, String label, int others) {}

    /** Two months, both included. */
    public record Months(YearMonth from, YearMonth to) {}

    /**
     * Somebody on the complaining side.
     *
     * @param part complainant or victim
     * @param anonymous whether nobody knows who it is
     * @param summary sex, birth year, injury as far as told
     */
    public record Person(String part, boolean anonymous, String summary) {}

    /**
     * Something that was done.
     *
     * @param at when
     * @param kind the name of the kind of act
     * @param who by whom: a name, or null for the complainant or the system
     * @param detail the short machine detail
     */
    public record Moment(
            Instant at,
            String kind,
            @Nullable String who,
            @Nullable String detail) {}
}
