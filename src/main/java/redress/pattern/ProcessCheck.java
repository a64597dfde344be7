package redress.pattern;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import redress.chance.Case;
import redress.chance.Caseload;
import redress.chance.Delay;
import redress.chance.Demands;
import redress.chance.Funnel;
import redress.chance.Measure;
import redress.chance.Peer;
import redress.pattern.Endings.End;

/**
 * Sets how long the complaints of each member took, and how they ended, against those of the others. Grave complaints
 * are compared with grave ones where there are enough of them. How long the office takes is known only up to a day:
 * complaints that came in shortly before it are left out and counted.
 */
final class ProcessCheck {

    /** A complaint is looked at this long after it came in; the longest for which the scope has enough old ones. */
    static final List<Integer> HORIZONS = List.of(365, 180, 90);

    private static final double RATE = 0.1;
    private static final int GRAVE = 4;
    private static final int ENOUGH_GRAVE = 10;
    private static final String ALL = "all";

    private final Scoped scoped;
    private final LocalDate asOf;
    private final Endings endings;
    private final boolean apart;

    /**
     * The check of a scope.
     *
     * @param scoped the complaints by member
     * @param asOf the last day of which anything is known
     */
    ProcessCheck(Scoped scoped, LocalDate asOf) {
        this.scoped = scoped;
        this.asOf = asOf;
        this.endings = new Endings(scoped);
        this.apart = members().stream().filter(this::oftenGrave).count() > Demands.USUAL.peers();
    }

    private List<String> members() {
        return List.copyOf(scoped.group().names().keySet());
    }

    private List<Filed> filed(String member) {
        return scoped.complaints(member).values().stream()
                .map(Accused::complaint)
                .toList();
    }

    /** Ten grave complaints each in a whole group leave enough of either outcome among them. */
    private boolean oftenGrave(String member) {
        return filed(member).stream().filter(ProcessCheck::grave).count() >= ENOUGH_GRAVE;
    }

    private static boolean grave(Filed complaint) {
        return complaint.way().severity() >= GRAVE;
    }

    private Caseload caseload(String member) {
        return new Caseload(
                member,
                filed(member).stream()
                        .filter(ProcessCheck::dated)
                        .filter(complaint -> !complaint.way().received().isAfter(asOf))
                        .map(this::measured)
                        .toList());
    }

    private static boolean dated(Filed complaint) {
        return complaint.way().closed() != null || !Endings.closed(complaint);
    }

    private Case measured(Filed complaint) {
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

    /** The check itself. */
    Process look() {
        String own = scoped.group().own();
        Caseload scope = caseload(own);
        int horizon = horizon(scope);
        List<Caseload> group = compared(old(scope, horizon)).stream()
                .map(member -> member.equals(own) ? scope : caseload(member))
                .toList();
        Delay delay = Delay.of(group, horizon, Demands.USUAL, RATE);
        Delay.Point point = delay.point(own).orElseThrow();
        return new Process(
                horizon,
                asOf.toString(),
                point.cases(),
                point.tooYoung(),
                filed(own).stream().filter(complaint -> !dated(complaint)).count(),
                Lack.of(point.comparison()),
                point.comparison().given().map(ProcessCheck::took).orElse(null),
                List.of(
                        ending("open", "cases", delay.open()),
                        ending("noFinding", "closed", end -> end != End.OPEN, end -> end == End.NO_FINDING),
                        ending("sustained", "found", ProcessCheck::found, end -> end == End.SUSTAINED),
                        ending("noneSustained", "found", ProcessCheck::found, end -> end == End.FOUND)));
    }

    /**
     * The group; a scope with too little to compare is told alone, which spares the fitting of thousands of officers.
     */
    private List<String> compared(long cases) {
        return cases < Demands.USUAL.cases() ? List.of(scoped.group().own()) : members();
    }

    private static boolean found(End end) {
        return end.compareTo(End.FOUND) >= 0;
    }

    private static int horizon(Caseload scope) {
        return HORIZONS.stream()
                .filter(days -> old(scope, days) >= Demands.USUAL.cases())
                .findFirst()
                .orElse(HORIZONS.getFirst());
    }

    private static long old(Caseload load, int days) {
        return load.cases().stream().filter(each -> each.age() >= days).count();
    }

    private static Process.Took took(Delay.Comparison found) {
        return new Process.Took(
                days(found.median()),
                days(found.medianElsewhere()),
                found.longer(),
                found.low(),
                found.high(),
                found.q(),
                found.more());
    }

    private static @Nullable Integer days(OptionalInt median) {
        return median.isPresent() ? median.getAsInt() : null;
    }

    /** One outcome among some of the complaints of each member. */
    private Process.Ending ending(String outcome, String of, Predicate<End> among, Predicate<End> counted) {
        List<Peer> peers = new ArrayList<>();
        long own = endings.of(scoped.group().own()).stream().filter(among).count();
        for (String member : compared(own)) {
            List<End> ends = endings.of(member).stream().filter(among).toList();
            peers.add(Peer.of(member, ALL, ends.stream().filter(counted).count(), ends.size()));
        }
        return ending(outcome, of, Funnel.of(Measure.SHARES, peers, Demands.USUAL, RATE));
    }

    private Process.Ending ending(String outcome, String of, Funnel funnel) {
        String own = scoped.group().own();
        Funnel.Point point = funnel.points().stream()
                .filter(each -> each.name().equals(own))
                .findFirst()
                .orElseThrow();
        return new Process.Ending(
                outcome,
                of,
                point.count(),
                Math.round(point.exposure()),
                Lack.of(point.comparison()),
                OutlierCheck.ratio(point));
    }
}
