package redress.watch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import redress.search.SavedSearch;

/**
 * A complaint that a watch met at one of its versions, as somebody sees it who may see both.
 *
 * @param id its id
 * @param watch the watch
 * @param met the complaint
 * @param reckoned of a rule: what was counted; null for a search
 * @param firedAt when it fired
 * @param state where it stands
 * @param review what was done, or null while nobody has looked
 */
public record Firing(
        long id,
        Of watch,
        Met met,
        @Nullable Reckoned reckoned,
        Instant firedAt,
        State state,
        @Nullable Review review) {

    /** Where a firing stands. */
    public enum State {
        /** Nobody has looked at it. */
        NEW,
        /** The same complaint fired again at a later version before anybody looked. */
        REPLACED,
        /** Somebody has said what was done. */
        REVIEWED,
        /** Somebody has said what came of it. */
        FOLLOWED
    }

    /**
     * The watch that fired.
     *
     * @param id its id
     * @param label what its owner calls it
     * @param owner the id of its owner
     * @param kind what it waits for
     * @param search its search; of a rule the one that asks for everything
     */
    public record Of(long id, String label, String owner, Watch.Kind kind, SavedSearch search) {

        /** Whether it waits for what a search finds, and not for so many complaints. */
        public boolean searches() {
            return kind == Watch.Kind.SEARCH;
        }
    }

    /**
     * The complaint that was met.
     *
     * @param id its id
     * @param number its number
     * @param version its version when the watch fired
     * @param stage where it stands now
     */
    public record Met(long id, String number, int version, String stage) {}

    /**
     * What a rule counted, and what was to be expected.
     *
     * @param about the key of the officer, commander or unit
     * @param name its name
     * @param key by what a dossier knows it
     * @param counted complaints about it within the days of the rule
     * @param days the days of the rule
     * @param expected as many as peers would have had in its place; null where the peers are too few
     * @param peers how many peers there were
     * @param chance the probability to meet the rule by chance; null where the peers are too few, or where complaints
     *     are of what could not be compared
     * @param apart what is not part of the comparison; null where nothing is left out
     */
    public record Reckoned(
            String about,
            String name,
            String key,
            int counted,
            int days,
            @Nullable Double expected,
            int peers,
            @Nullable Double chance,
            @Nullable Apart apart) {}

    /**
     * What was done in kinds of unit in which the peers are too few, so that nothing is expected of it.
     *
     * @param days the days that were served there
     * @param complaints those of the complaints that are about it
     */
    public record Apart(int days, int complaints) {}

    /**
     * What was done, and what came of it.
     *
     * @param action what was done
     * @param reason why
     * @param by the id of who said so
     * @param at when
     * @param effectDue the day on which somebody has to look for an effect, or null
     * @param effect what came of it, or null while nobody has looked
     * @param effectWords what was seen then
     */
    public record Review(
            Action action,
            String reason,
            String by,
            Instant at,
            @Nullable LocalDate effectDue,
            @Nullable Effect effect,
            @Nullable String effectWords) {}

    /** The address of the dossier of whom or what the rule is about; null for a search, which has none of its own. */
    public @Nullable String dossier() {
        if (reckoned == null) {
            return null;
        }
        String kind = switch (watch.kind()) {
            case OFFICER -> "officer";
            case COMMANDER -> "commander";
            default -> "unit";
        };
        return "/desk/dossier?" + kind + "=" + URLEncoder.encode(reckoned.key(), StandardCharsets.UTF_8);
    }

    /** The address of the search in this complaint alone, with what it finds marked; rights are asked there anew. */
    public String passages() {
        return watch.search().inComplaint(met.number());
    }

    /** The day on which somebody has to look for an effect, of one of which that is known. */
    LocalDate requireDue() {
        return Objects.requireNonNull(Objects.requireNonNull(review, "a review").effectDue(), "a day for its effect");
    }

    /** Whether somebody has to look for an effect by now. */
    public boolean effectDue(LocalDate today) {
        return state == State.REVIEWED
                && review != null
                && review.effectDue() != null
                && !review.effectDue().isAfter(today);
    }
}
