package redress.pattern;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import redress.chance.Funnel;
import redress.chance.Measure;
import redress.chance.Peer;
import redress.time.DaysOnce;
import redress.time.Span;

/**
 * How often each member of a group is complained of for the time that people served for it. Strata are the kinds of
 * unit in which they served.
 */
final class Rates {

    private final Peers peers;
    private final Map<String, Map<String, Served>> served;
    private final boolean posted;
    private final Once<Funnel> funnel;

    Rates(Peers peers) {
        this.peers = peers;
        served = served();
        posted = peers.facts().postings().stream()
                .flatMap(posting -> peers.group().served(posting).stream())
                .anyMatch(part -> window().take(part.from(), part.to()) > 0);
        funnel = new Once<>(() -> Funnel.of(Measure.EVENTS, members()));
    }

    /** What people served for a member in units of one kind. */
    private static final class Served {

        private long days;
        private final BitSet when = new BitSet();

        void add(int begin, int end) {
            days += (long) end - begin;
            when.set(begin, end);
        }

        double months() {
            return days / OutlierCheck.DAYS_A_MONTH;
        }

        /** Whether anybody served then, on one of the days on which it may have been. */
        boolean then(Filed complaint, Window window) {
            Span span = Span.of(complaint.day(), complaint.precision());
            if (span == null) {
                return true;
            }
            int first = (int) Math.max(0, ChronoUnit.DAYS.between(window.first(), span.first()));
            int next = when.nextSetBit(first);
            return next >= 0 && !window.first().plusDays(next).isAfter(span.last());
        }
    }

    /** What people served for each member, by the kind of unit in which they did, days counted. */
    private Map<String, Map<String, Served>> served() {
        Map<String, Map<String, Served>> all = new HashMap<>();
        DaysServed.of(
                peers.facts(),
                peers.group(),
                (member, kind, begin, end) -> all.computeIfAbsent(member, key -> new HashMap<>())
                        .computeIfAbsent(kind, key -> new Served())
                        .add(begin, end));
        return all;
    }

    private DaysOnce window() {
        Window window = peers.facts().window();
        return new DaysOnce(window.first(), window.last());
    }

    /** Whether it is known who served where, at least somewhere in the group. */
    boolean posted() {
        return posted;
    }

    /** The members as peers; who has no exposure has no part. */
    List<Peer> members() {
        return peers.group().names().keySet().stream()
                .map(member -> member(member, any -> true))
                .toList();
    }

    /**
     * One of them with some of its complaints. Where no posting is known at all, each member counts as long as the
     * window; otherwise what is complained of days on which nobody is known to have served counts for nobody, as it has
     * nothing to be held against.
     */
    Peer member(String member, Predicate<Filed> counted) {
        Collection<Accused> complaints = peers.complaints(member).values().stream()
                .filter(accused -> counted.test(accused.complaint()))
                .toList();
        List<Peer.Part> parts = new ArrayList<>();
        if (posted) {
            Map<String, Long> counts = counts(member, complaints);
            kinds(member)
                    .forEach((kind, served) ->
                            parts.add(new Peer.Part(kind, counts.getOrDefault(kind, 0L), served.months())));
        } else if (peers.months() > 0) {
            parts.add(new Peer.Part(Boards.UNKNOWN, complaints.size(), peers.months()));
        }
        return new Peer(member, parts);
    }

    /**
     * Whether a complaint of a member has anything to be held against: where it is known who served for it in units of
     * that kind, somebody did on one of the days on which it may have been, or these days are after the last of which
     * anything is known.
     */
    boolean held(String member, Accused accused) {
        Tree units = peers.facts().units();
        Served there = kinds(member).get(units.kind(accused.unit()));
        Filed complaint = accused.complaint();
        return there == null
                || there.then(complaint, peers.facts().window())
                || complaint.day().isAfter(peers.facts().known().until(accused.unit()));
    }

    private Map<String, Served> kinds(String member) {
        return served.getOrDefault(member, Map.of());
    }

    private Map<String, Long> counts(String member, Collection<Accused> complaints) {
        Map<String, Long> counts = new HashMap<>();
        for (Accused accused : complaints) {
            String kind = peers.facts().units().kind(accused.unit());
            if (held(member, accused)) {
                counts.merge(kind, 1L, Long::sum);
            }
        }
        return counts;
    }

    /** All of them beside each other. */
    Funnel funnel() {
        return funnel.get();
    }
}
