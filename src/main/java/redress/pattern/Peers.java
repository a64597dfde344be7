package redress.pattern;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The facts of a window sorted by the members of a peer group, and what is reckoned of the group as a whole: the same
 * for whichever member is asked about, so it is reckoned once, when it is first wanted.
 */
final class Peers {

    private final Facts facts;
    private final Group group;
    private final Map<String, List<Accused>> rows = new HashMap<>();
    private final Set<Long> complaints = new HashSet<>();
    private final int[] monthly;
    private final Once<Rates> rates;
    private final Once<Courses> courses;

    Peers(Facts facts, Group group) {
        this.facts = facts;
        this.group = group;
        monthly = new int[facts.window().months()];
        for (Accused accused : facts.accused()) {
            for (String member : group.counted(accused)) {
                rows.computeIfAbsent(member, key -> new ArrayList<>(1)).add(accused);
                if (complaints.add(accused.complaint().id())) {
                    monthly[facts.window().place(accused.complaint().day())]++;
                }
            }
        }
        rates = new Once<>(() -> new Rates(this));
        courses = new Once<>(() -> new Courses(this));
    }

    Facts facts() {
        return facts;
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

    /** The subjects of these complaints that are of the member's people. */
    Set<Long> subjects(String member) {
        Set<Long> subjects = new HashSet<>();
        rows.getOrDefault(member, List.of()).forEach(accused -> subjects.add(accused.subject()));
        return subjects;
    }

    /** The ids of the complaints of all members less those of one of them. */
    Set<Long> less(Set<Long> own) {
        return new Less(complaints, own);
    }

    /** How many of them there were in each month of the window. */
    int[] monthly() {
        return monthly.clone();
    }

    /** How often each member is complained of for the time that was served for it. */
    Rates rates() {
        return rates.get();
    }

    /** How the complaints of each member went. */
    Courses courses() {
        return courses.get();
    }

    /** A set without a part of it, for there may be hundreds of thousands and each dossier wants others. */
    private static final class Less extends AbstractSet<Long> {

        private final Set<Long> all;
        private final Set<Long> part;

        Less(Set<Long> all, Set<Long> part) {
            this.all = all;
            this.part = part;
        }

        @Override
        public boolean contains(Object id) {
            return all.contains(id) && !part.contains(id);
        }

        @Override
        public Iterator<Long> iterator() {
            return all.stream().filter(id -> !part.contains(id)).iterator();
        }

        @Override
        public int size() {
            return all.size() - part.size();
        }
    }
}
