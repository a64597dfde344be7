package redress.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import redress.chance.Demands;
import redress.chance.Expected;
import redress.chance.Measure;
import redress.chance.Peer;
import redress.chance.Peers;

/**
 * Officers or units that are alike, with the complaints about each and the days on which people served, by the kind of
 * unit in which they did.
 */
final class PeerGroup {

    private final Map<Long, Map<String, Long>> served = new HashMap<>();
    private final Map<Long, Map<String, Long>> complaints = new HashMap<>();

    /** Somebody served so many days in units of a kind. */
    void served(long member, String kind, long days) {
        if (days > 0) {
            served.computeIfAbsent(member, key -> new HashMap<>()).merge(kind, days, Long::sum);
        }
    }

    /** So many complaints are about a member, for what was done in units of a kind. */
    void complained(long member, String kind, long count) {
        complaints.computeIfAbsent(member, key -> new HashMap<>()).merge(kind, count, Long::sum);
    }

    /** Whether nobody served at all, as far as is known. */
    boolean nobodyServed() {
        return served.isEmpty();
    }

    /**
     * What was to be expected of one of them.
     *
     * @param count as many complaints as the others would have had in its place; null where these are too few
     * @param peers how many others there are
     * @param chance the probability that such a one meets the rule by chance; null where these are too few, or where
     *     complaints are of what could not be compared
     * @param apart what of it could not be compared; null where all could, and where nothing could
     */
    record Reckoning(
            @Nullable Double count, int peers, @Nullable Double chance, Firing.@Nullable Apart apart) {

        /** That nothing can be said, with so many others. */
        static Reckoning none(int peers) {
            return new Reckoning(null, peers, null, null);
        }
    }

    /**
     * What was to be expected of a member from the others, without what it did in kinds of unit in which these are too
     * few, as in a dossier: a single day in a rare one would take the number away.
     */
    Reckoning reckon(long own, Watch.Rule rule) {
        Set<Long> members = new TreeSet<>(served.keySet());
        if (!members.contains(own)) {
            return Reckoning.none(0);
        }
        List<Peer> peers = new ArrayList<>();
        members.forEach(member -> peers.add(peer(member)));
        Peers group = Peers.of(Measure.EVENTS, peers);
        Peer whole = peer(own);
        Peer compared = group.comparable(whole, Demands.USUAL);
        int others = others(peers, compared);
        return group.expected(compared, Demands.USUAL)
                .given()
                .map(expected -> reckoning(expected, others, rule, apart(whole, compared)))
                .orElseGet(() -> Reckoning.none(others));
    }

    /** The rule counts all complaints, so chance is not told where some of them are of what is left out. */
    private static Reckoning reckoning(
            Peers.Expectation expected, int others, Watch.Rule rule, Firing.@Nullable Apart apart) {
        boolean whole = apart == null || apart.complaints() == 0;
        return new Reckoning(expected.count(), others, whole ? chance(expected, rule) : null, apart);
    }

    private static double chance(Peers.Expectation expected, Watch.Rule rule) {
        return Expected.of(
                        new Expected.Rule(rule.complaints(), rule.days(), rule.days()),
                        List.of(expected.count()),
                        expected.dispersion())
                .probabilities()
                .getFirst();
    }

    /** How many others served in units of a kind that is compared. */
    private static int others(List<Peer> peers, Peer compared) {
        return (int) peers.stream()
                .filter(peer -> !peer.name().equals(compared.name()))
                .filter(peer -> peer.parts().stream().anyMatch(part -> compared.activeIn(part.stratum())))
                .count();
    }

    private static Firing.@Nullable Apart apart(Peer whole, Peer compared) {
        int days = (int) (whole.exposure() - compared.exposure());
        return days == 0 ? null : new Firing.Apart(days, (int) (whole.count() - compared.count()));
    }

    private Peer peer(long member) {
        Map<String, Long> counts = complaints.getOrDefault(member, Map.of());
        List<Peer.Part> parts = new ArrayList<>();
        served.getOrDefault(member, Map.of())
                .forEach((kind, days) -> parts.add(new Peer.Part(kind, counts.getOrDefault(kind, 0L), days)));
        return new Peer(Long.toString(member), parts);
    }
}
