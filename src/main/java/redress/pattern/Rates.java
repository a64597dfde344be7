package redress.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import redress.chance.Funnel;
import redress.chance.Measure;
import redress.chance.Peer;
import redress.time.DaysOnce;

/**
 * How often each member of a group is complained of for the time that people served for it. Strata are the kinds of
 * unit in which they served.
 */
final class Rates {

    private final Peers peers;
    private final Map<String, Map<String, Double>> exposures;
    private final boolean posted;
    private final Once<Funnel> funnel;

    Rates(Peers peers) {
        this.peers = peers;
        Map<String, Map<String, Double>> served = served();
        posted = peers.facts().postings().stream()
                .flatMap(posting -> peers.group().served(posting).stream())
                .anyMatch(part -> window().take(part.from(), part.to()) > 0);
        exposures = posted ? served : months();
        funnel = new Once<>(() -> Funnel.of(Measure.EVENTS, members()));
    }

    /** Months that people served for each member, by the kind of unit in which they did, days counted. */
    private Map<String, Map<String, Double>> served() {
        Map<String, Map<String, Long>> days = new HashMap<>();
        DaysServed.of(
                peers.facts(),
                peers.group(),
                (member, kind, begin, end) -> days.computeIfAbsent(member, key -> new HashMap<>())
                        .merge(kind, (long) end - begin, Long::sum));
        Map<String, Map<String, Double>> served = new HashMap<>();
        days.forEach((member, kinds) ->
                kinds.forEach((kind, count) -> of(served, member).put(kind, count / OutlierCheck.DAYS_A_MONTH)));
        return served;
    }

    private DaysOnce window() {
        Window window = peers.facts().window();
        return new DaysOnce(window.first(), window.last());
    }

    /** Where no posting is known at all, each member counts as long as the window for each kind that was accused. */
    private Map<String, Map<String, Double>> months() {
        Map<String, Map<String, Double>> months = new HashMap<>();
        if (peers.months() > 0) {
            peers.group()
                    .names()
                    .keySet()
                    .forEach(member -> of(months, member).put(Boards.UNKNOWN, (double) peers.months()));
        }
        return months;
    }

    private static Map<String, Double> of(Map<String, Map<String, Double>> exposures, String member) {
        return exposures.computeIfAbsent(member, key -> new HashMap<>());
    }

    /** Whether it is known who served where, at least somewhere in the group. */
    boolean posted() {
        return posted;
    }

    /** The members as peers; who has no exposure has no part. */
    List<Peer> members() {
        return peers.group().names().keySet().stream().map(this::member).toList();
    }

    private Peer member(String member) {
        Map<String, Long> counts = counts(peers.complaints(member).values());
        List<Peer.Part> parts = new ArrayList<>();
        exposures
                .getOrDefault(member, Map.of())
                .forEach((kind, exposure) ->
                        parts.add(new Peer.Part(kind, Objects.requireNonNullElse(counts.get(kind), 0L), exposure)));
        return new Peer(member, parts);
    }

    private Map<String, Long> counts(Collection<Accused> complaints) {
        Map<String, Long> counts = new HashMap<>();
        for (Accused accused : complaints) {
            counts.merge(posted ? peers.facts().units().kind(accused.unit()) : Boards.UNKNOWN, 1L, Long::sum);
        }
        return counts;
    }

    /** All of them beside each other. */
    Funnel funnel() {
        return funnel.get();
    }
}
