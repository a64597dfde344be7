package redress.pattern;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import redress.chance.Caseload;
import redress.chance.Delay;
import redress.chance.Demands;
import redress.chance.Funnel;

/**
 * Sets how long the complaints of each member took, and how they ended, against those of the others. Grave complaints
 * are compared with grave ones where there are enough of them. How long the office takes is known only up to a day:
 * complaints that came in shortly before it are left out and counted.
 */
final class ProcessCheck {

    /** A complaint is looked at this long after it came in; the longest for which the scope has enough old ones. */
    static final List<Integer> HORIZONS = List.of(365, 180, 90);

    private final Scoped scoped;
    private final LocalDate asOf;

    /**
     * The check of a scope.
     *
     * @param scoped the complaints by member
     * @param asOf the last day of which anything is known; earlier for complaints about a service whose register ended
     */
    ProcessCheck(Scoped scoped, LocalDate asOf) {
        this.scoped = scoped;
        this.asOf = asOf;
    }

    private Courses courses() {
        return scoped.peers().courses();
    }

    /** The check itself. */
    Process look() {
        String own = scoped.group().own();
        Caseload scope = courses().caseload(own, asOf);
        int horizon = horizon(scope);
        Delay delay = few(old(scope, horizon))
                ? courses().delay(scope, horizon)
                : courses().delay(asOf, horizon);
        Delay.Point point = delay.point(own).orElseThrow();
        Process process = new Process(
                horizon,
                asOf.toString(),
                point.cases(),
                point.tooYoung(),
                scoped.own().stream()
                        .filter(complaint -> !Courses.dated(complaint))
                        .count(),
                courses().byGravity(),
                Lack.of(point.comparison()),
                point.comparison().given().map(ProcessCheck::took).orElse(null),
                List.of(
                        ending("open", "cases", delay.open()),
                        ending(Courses.Outcome.NO_FINDING),
                        ending(Courses.Outcome.SUSTAINED),
                        ending(Courses.Outcome.NONE_SUSTAINED)));
        Lack why = scoped.group().uncompared();
        return why == null ? process : process.countsOnly(why);
    }

    /** A scope with too little to compare is told alone, which spares the fitting of thousands of officers. */
    private static boolean few(long cases) {
        return cases < Demands.USUAL.cases();
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
    private Process.Ending ending(Courses.Outcome outcome) {
        String own = scoped.group().own();
        Funnel funnel = few(courses().among(own, outcome))
                ? courses().outcome(own, outcome)
                : courses().outcome(outcome);
        return ending(outcome.code(), outcome.of(), funnel);
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
