package redress.lineup;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Complaints about somebody whom nobody could name that may be about the same person or patrol, for a person to look
 * at, and those of which a person said so.
 *
 * @param from the first month of the incidents
 * @param to the last month, included
 * @param compared how many complaints were compared
 * @param undated how many more there are, in whatever months, of which nobody knows the date: they are not compared
 * @param cut whether there were more, of which only the newest were taken
 * @param proposals those of most complaints first, at most {@value #MOST}
 * @param more how many more proposals there were
 * @param answered how many there were beside these that people answered: they are among those that follow
 * @param standing what people confirmed, the newest first
 * @param denied what people said not to be the same, the newest first
 */
public record ClusterBoard(
        String from,
        String to,
        int compared,
        int undated,
        boolean cut,
        List<Proposal> proposals,
        int more,
        int answered,
        List<Standing> standing,
        List<Denied> denied) {

    /** As many proposals are shown; a narrower window shows others. */
    static final int MOST = 30;

    /** As many ties of a proposal a page shows at once; the others fold, or thirty proposals have no end on a phone. */
    private static final int UNFOLDED = 3;

    /**
     * A question: is this the same person or patrol?
     *
     * @param members the complaints
     * @param average how much each resembles each, log10; an order and no probability
     * @param ties for each member the member that it resembles most, with what speaks for it and against it
     * @param near confirmed clusters in which some of these complaints stand, to which the others may belong
     */
    public record Proposal(List<Member> members, double average, List<Tie> ties, List<Near> near) {

        /** The same with the confirmed clusters to which it comes near. */
        Proposal beside(List<Standing> clusters) {
            return new Proposal(
                    members,
                    average,
                    ties,
                    clusters.stream()
                            .map(cluster -> new Near(cluster.cluster(), cluster.label(), rest(cluster)))
                            .filter(one -> one.others().size() < members.size())
                            .toList());
        }

        /** The ties that a page shows at once: those for which most speaks. */
        public List<Tie> strongest() {
            return byStrength().limit(UNFOLDED).toList();
        }

        /** The ties behind these. */
        public List<Tie> folded() {
            return byStrength().skip(UNFOLDED).toList();
        }

        private Stream<Tie> byStrength() {
            return ties.stream().sorted(Comparator.comparingDouble(tie -> -tie.log10()));
        }

        private List<String> rest(Standing cluster) {
            return members.stream()
                    .map(Member::number)
                    .filter(number -> !cluster.members().contains(number))
                    .toList();
        }
    }

    /**
     * A confirmed cluster in which some of a proposal stand.
     *
     * @param cluster the id
     * @param label what the office calls it
     * @param others the complaints of the proposal that do not stand in it
     */
    public record Near(String cluster, String label, List<String> others) {}

    /**
     * A complaint.
     *
     * @param number its number
     * @param day the date of the incident as far as it is known: 2024-03-01, 2024-03 or 2024; or null
     * @param precision how sure that is: DAY, MONTH, YEAR or ABOUT; null without a day
     * @param hour the hour of the day, or null
     * @param place the name of the place, or null
     * @param looks what was told of the accused, empty where nothing was
     */
    public record Member(
            String number,
            @Nullable String day,
            @Nullable String precision,
            @Nullable Integer hour,
            @Nullable String place,
            String looks) {

        static Member of(Telling telling) {
            Optional<Dated> dated = telling.when().dated();
            return new Member(
                    telling.number(),
                    dated.map(Dated::day).orElse(null),
                    dated.map(known -> known.precision().name()).orElse(null),
                    telling.when().hour(),
                    telling.where().name(),
                    String.join("; ", telling.looks()));
        }

        /** The date as far as it is known; empty where nothing is. */
        Optional<Dated> dated() {
            return Dated.read(day, precision);
        }

        /** The hour as it is shown, without minutes, which nobody told; empty where it is not known. */
        public String shownHour() {
            return hour == null ? "" : "%02d h".formatted(hour);
        }
    }

    /**
     * Two members and why they resemble one another.
     *
     * @param one the number of the one complaint
     * @param other that of the other
     * @param speaksFor what speaks for it, the most telling first
     * @param speaksAgainst what speaks against it
     */
    public record Tie(String one, String other, List<Trait> speaksFor, List<Trait> speaksAgainst) {

        private double log10() {
            return Stream.concat(speaksFor.stream(), speaksAgainst.stream())
                    .mapToDouble(Trait::log10)
                    .sum();
        }
    }

    /**
     * What was seen of two complaints.
     *
     * @param factor by what they were compared
     * @param level what was seen, in words
     * @param evidence by what it was seen, empty where there is nothing to name
     * @param log10 above 0 for a link, below 0 against it
     */
    public record Trait(String factor, String level, String evidence, double log10) {}

    /**
     * A cluster that somebody confirmed and nobody took back.
     *
     * @param cluster the id
     * @param label what the office calls it
     * @param reason why it was confirmed
     * @param by who confirmed it, by name where known
     * @param at when
     * @param members the numbers of its complaints
     * @param joined what the clusters were called out of which it was joined; none where it was not
     */
    public record Standing(
            String cluster,
            String label,
            String reason,
            String by,
            Instant at,
            List<String> members,
            List<String> joined) {}

    /**
     * Complaints of which somebody said that they are not about the same person or patrol, and nobody took it back.
     *
     * @param denial the id
     * @param reason why
     * @param by who said so, by name where known
     * @param at when
     * @param members the numbers of the complaints
     */
    public record Denied(String denial, String reason, String by, Instant at, List<String> members) {}
}
