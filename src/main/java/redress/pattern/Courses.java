package redress.pattern;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import redress.chance.Case;
import redress.chance.Caseload;
import redress.chance.Delay;
import redress.chance.Demands;
import redress.chance.Funnel;
import redress.chance.Measure;
import redress.chance.Peer;
import redress.pattern.Endings.End;

/** How long the complaints of each member of a group took, and how they ended. Safe for use by several threads. */
final class Courses {

    /** At most this share of what is found is expected to be chance. */
    static final double RATE = 0.1;

    private static final int GRAVE = 4;
    private static final int ENOUGH_GRAVE = 10;
    private static final String ALL = "all";

    private final Peers peers;
    private final Endings endings;
    private final boolean apart;
    private final Map<Asked, Delay> delays = new HashMap<>();
    private final Map<Outcome, Funnel> funnels = new HashMap<>();

    Courses(Peers peers) {
        this.peers = peers;
        endings = new Endings(peers);
        apart = members().stream().filter(this::oftenGrave).count() > Demands.USUAL.peers();
    }

    /** Up to which day anything is known, and how many days are looked at. */
    private record Asked(LocalDate asOf, int horizon) {}

    /** What is counted of the complaints that ended in some ways. */
    enum Outcome {
        /** Closed without a finding, of those that are closed. */
        NO_FINDING("noFinding", "closed", end -> end != End.OPEN, end -> end == End.NO_FINDING),
        /** Something sustained, of those with a finding. */
        SUSTAINED("sustained", "found", Outcome::found, end -> end == End.SUSTAINED),
        /** Nothing sustained, of those with a finding. */
        NONE_SUSTAINED("noneSustained", "found", Outcome::found, end -> end == End.FOUND);

        private final String code;
        private final String of;
        private final Predicate<End> among;
        private final Predicate<End> counted;

        Outcome(String code, String of, Predicate<End> among, Predicate<End> counted) {
            this.code = code;
            this.of = of;
            this.among = among;
            this.counted = counted;
        }

        private static boolean found(End end) {
            return end.compareTo(End.FOUND) >= 0;
        }

        /** What it is called. */
        String code() {
            return code;
        }

        /** What it is a share of. */
        String of() {
            return of;
        }
    }

    private List<String> members() {
        return List.copyOf(peers.group().names().keySet());
    }

    private List<Filed> filed(String member) {
        return peers.complaints(member).values().stream()
                .map(Accused::complaint)
                .toList();
    }

    /** Ten grave complaints each in a whole group leave enough of either outcome among them. */
    private boolean oftenGrave(String member) {
        return filed(member).stream().filter(Courses::grave).count() >= ENOUGH_GRAVE;
    }

    private static boolean grave(Filed complaint) {
        return complaint.way().severity() >= GRAVE;
    }

    /** Whether grave complaints are compared with grave ones; else all with all, as there are too few of these. */
    boolean byGravity() {
        return apart;
    }

    /**
     * The complaints of a member as cases, as far as it is known when they ended. Each is as old as it was on the last
     * day of which anything is known of its own service, up to one day for all.
     */
    Caseload caseload(String member, LocalDate asOf) {
        List<Case> cases = new ArrayList<>();
        for (Filed complaint : filed(member)) {
            LocalDate known = peers.facts().known().until(complaint.unit());
            LocalDate until = known.isBefore(asOf) ? known : asOf;
            if (dated(complaint) && !complaint.way().received().isAfter(until)) {
                cases.add(measured(complaint, until));
            }
        }
        return new Caseload(member, cases);
    }

    /** Whether it is known when it ended, if it did. */
    static boolean dated(Filed complaint) {
        return complaint.way().closed() != null || !Endings.closed(complaint);
    }

    private Case measured(Filed complaint, LocalDate asOf) {
        LocalDate received = complaint.way().received();
        LocalDate closed = complaint.way().closed();
        OptionalInt after =
                closed == null || closed.isAfter(asOf) ? OptionalInt.empty() : OptionalInt.of(days(received, closed));
        String stratum = !apart ? ALL : grave(complaint) ? "grave" : "other";
        return new Case(stratum, days(received, asOf), after);
    }

    /** Registers know closings before the complaint came in; these took no time. */
    private static int days(LocalDate from, LocalDate to) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(from, to));
    }

    /** The delays of all members beside each other. */
    synchronized Delay delay(LocalDate asOf, int horizon) {
        return delays.computeIfAbsent(
                new Asked(asOf, horizon),
                asked -> delay(
                        members().stream().map(member -> caseload(member, asOf)).toList(), horizon));
    }

    /** The delay of one member without any comparison. */
    Delay delay(Caseload alone, int horizon) {
        return delay(List.of(alone), horizon);
    }

    private static Delay delay(List<Caseload> loads, int horizon) {
        return Delay.of(loads, horizon, Demands.USUAL, RATE);
    }

    /** Of how many complaints of a member an outcome is a share. */
    long among(String member, Outcome outcome) {
        return endings.of(member).stream().filter(outcome.among).count();
    }

    /** An outcome of the complaints of all members beside each other. */
    synchronized Funnel outcome(Outcome outcome) {
        return funnels.computeIfAbsent(outcome, wanted -> outcome(members(), wanted));
    }

    /** An outcome of the complaints of one member without any comparison. */
    Funnel outcome(String member, Outcome outcome) {
        return outcome(List.of(member), outcome);
    }

    private Funnel outcome(Collection<String> members, Outcome outcome) {
        List<Peer> shares = new ArrayList<>();
        for (String member : members) {
            List<End> ends = endings.of(member).stream().filter(outcome.among).toList();
            shares.add(
                    Peer.of(member, ALL, ends.stream().filter(outcome.counted).count(), ends.size()));
        }
        return Funnel.of(Measure.SHARES, shares, Demands.USUAL, RATE);
    }
}
