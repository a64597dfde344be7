package redress.pattern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redress.time.DaysOnce;

/**
 * The days that people served for the members of a group. Each day of an officer counts once for a member, as a
 * complaint does, however many postings and commands cover it; for the kind of unit in which somebody would be accused
 * who served in several. Days of which nothing is known of that service count for nobody: a posting that is open goes
 * on then, and complaints do not.
 */
final class DaysServed {

    private final Facts facts;
    private final Group group;
    private final Row told;

    private DaysServed(Facts facts, Group group, Row told) {
        this.facts = facts;
        this.group = group;
        this.told = told;
    }

    /** Hears of days. */
    interface Row {

        /**
         * One officer served for a member on days in a row.
         *
         * @param member the key of the member
         * @param kind the kind of the unit
         * @param begin the place of the first day in the window, from 0
         * @param end the place after the last one
         */
        void of(String member, String kind, int begin, int end);
    }

    /** Tells all days in the window. */
    static void of(Facts facts, Group group, Row told) {
        DaysServed served = new DaysServed(facts, group, told);
        Map<Long, List<Posting>> postings = new HashMap<>();
        facts.postings()
                .forEach(posting -> postings.computeIfAbsent(posting.officer(), officer -> new ArrayList<>(2))
                        .add(posting));
        postings.values().forEach(served::ofOne);
    }

    /** What one officer served. */
    private void ofOne(List<Posting> postings) {
        Map<String, DaysOnce> members = new HashMap<>();
        postings.sort(Posting.LATEST);
        for (Posting posting : postings) {
            String kind = facts.units().kind(posting.unit());
            LocalDate known = facts.known().until(posting.unit());
            for (Group.Served part : group.served(posting)) {
                members.computeIfAbsent(part.member(), member -> window())
                        .take(
                                part.from(),
                                part.to().isBefore(known) ? part.to() : known,
                                (begin, end) -> told.of(part.member(), kind, begin, end));
            }
        }
    }

    private DaysOnce window() {
        return new DaysOnce(facts.window().first(), facts.window().last());
    }
}
