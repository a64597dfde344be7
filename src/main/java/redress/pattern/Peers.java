package redress.pattern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import redress.search.Named;

/**
 * The facts of a window sorted by the members of a peer group, and what is reckoned of the group as a whole: the same
 * for whichever member is asked about, so it is reckoned once, when it is first wanted.
 */
final class Peers {

    private volatile Facts facts;
    private final Group group;
    private final Map<String, List<Accused>> rows = new HashMap<>();
    private final Named named;
    private final int[] monthly;
    private final int undated;
    private final int months;
    private final Once<Rates> rates;
    private final Once<Courses> courses;

    Peers(Facts facts, Group group) {
        this.facts = facts;
        this.group = group;
        monthly = new int[facts.window().months()];
        LongStream.Builder complaints = LongStream.builder();
        long last = Long.MIN_VALUE;
        int noMonth = 0;
        LocalDate known = LocalDate.MIN;
        for (Accused accused : facts.accused()) {
            for (String member : group.counted(accused)) {
                rows.computeIfAbsent(member, key -> new ArrayList<>(1)).add(accused);
                // They come in the order of their ids, so that one which was counted is known by its neighbour.
                if (accused.complaint().id() != last) {
                    last = accused.complaint().id();
                    complaints.add(last);
                    noMonth += count(accused.complaint());
                    known = later(known, facts.known().until(accused.unit()));
                }
            }
        }
        undated = noMonth;
        months = months(last == Long.MIN_VALUE ? facts.known().latest() : known);
        named = new Named(complaints.build());
        rates = new Once<>(() -> new Rates(this));
        courses = new Once<>(() -> new Courses(this));
    }

    /** One for a complaint of which nobody knows the month; any other stands in its month. */
    private int count(Filed complaint) {
        if (!complaint.inMonth()) {
            return 1;
        }
        monthly[facts.window().place(complaint.day())]++;
        return 0;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private int months(LocalDate known) {
        Window window = facts.window();
        LocalDate last = known.isBefore(window.last()) ? known : window.last();
        return last.isBefore(window.first()) ? 0 : window.place(last) + 1;
    }

    Facts facts() {
        return facts;
    }

    /** The same group of facts that differ in nothing which counts for it: the former ones are let go. */
    void moveTo(Facts same) {
        facts = same;
    }

    /** How many months of the window anything is known of; those that are still to come say nothing. */
    int months() {
        return months;
    }

    /** The members; which of them is the own one says whoever was first to ask. */
    Group group() {
        return group;
    }

    /** The complaints of a member by their id, each with the first of the member's people whom it accuses. */
    Map<Long, Accused> complaints(String member) {
        Map<Long, Accused> first = new LinkedHashMap<>();
        rows.getOrDefault(member, List.of())
                .forEach(accused -> first.putIfAbsent(accused.complaint().id(), accused));
        return first;
    }

    /** The complaints of a member with each of the member's people whom they accuse, in the order of their ids. */
    List<Accused> accused(String member) {
        return Collections.unmodifiableList(rows.getOrDefault(member, List.of()));
    }

    /** The subjects of these complaints that are of the member's people. */
    Set<Long> subjects(String member) {
        Set<Long> subjects = new HashSet<>();
        rows.getOrDefault(member, List.of()).forEach(accused -> subjects.add(accused.subject()));
        return subjects;
    }

    /** The complaints of all members. */
    Named complaints() {
        return named;
    }

    /** How many of them there were in each month of the window, as far as their month is known. */
    int[] monthly() {
        return monthly.clone();
    }

    /** How many of them there are of which nobody knows the month. */
    int undated() {
        return undated;
    }

    /** How often each member is complained of for the time that was served for it. */
    Rates rates() {
        return rates.get();
    }

    /** How the complaints of each member went. */
    Courses courses() {
        return courses.get();
    }
}
