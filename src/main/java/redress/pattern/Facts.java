package redress.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the reader may see of a window, read once. Whoever may see the same may share it, so it is safe for use by
 * several threads and remembers what was reckoned of peer groups as wholes.
 */
final class Facts {

    /** So many peer groups are remembered; when there are more all are let go. */
    private static final int MOST_GROUPS = 16;

    private static final int USUAL = 500;

    private static final Comparator<Accused> ACCUSED =
            Comparator.comparingLong(each -> each.complaint().id());
    private static final Comparator<Alleged> ALLEGED = Comparator.comparingLong(Alleged::complaint);

    private final Window window;
    private final Tree units;
    private final List<Accused> accused;
    private final List<Alleged> alleged;
    private final List<Posting> postings;
    private final Known known;
    private final Once<List<Long>> usual = new Once<>(this::every);
    private final Map<Object, Peers> groups = new LinkedHashMap<>();

    /**
     * The facts.
     *
     * @param window the window
     * @param units the tree of units
     * @param accused complaints by whom they accuse
     * @param alleged the allegations
     * @param postings who served where in the window
     */
    Facts(Window window, Tree units, List<Accused> accused, List<Alleged> alleged, List<Posting> postings) {
        this(window, units, accused, alleged, postings, Known.EVERYTHING);
    }

    /**
     * The facts of a window of which not everything is known.
     *
     * @param window the window
     * @param units the tree of units
     * @param accused complaints by whom they accuse
     * @param alleged the allegations
     * @param postings who served where in the window
     * @param known up to which day anything is known of each service
     */
    Facts(
            Window window,
            Tree units,
            List<Accused> accused,
            List<Alleged> alleged,
            List<Posting> postings,
            Known known) {
        this.window = window;
        this.known = known;
        this.units = units;
        this.accused = sorted(accused, ACCUSED);
        this.alleged = sorted(alleged, ALLEGED);
        this.postings = List.copyOf(postings);
    }

    /**
     * The facts after some complaints changed: these very ones where nothing of the window did. What was reckoned of a
     * group is kept where none of them counts for it, nor did before.
     *
     * @param changed the ids of these
     * @param accusedNow by whom they accuse now, as far as they are of the window and may be seen, in the order of ids
     * @param allegedNow what they allege now, in the order of the ids of the complaints
     * @param knownNow up to which day anything is known of each service
     */
    Facts after(Set<Long> changed, List<Accused> accusedNow, List<Alleged> allegedNow, Known knownNow) {
        List<Accused> accusedBefore = before(changed, this::accused);
        boolean sameDays = knownNow.equals(known);
        if (sameDays && accusedNow.equals(accusedBefore) && allegedNow.equals(before(changed, this::alleged))) {
            return this;
        }
        Facts after = new Facts(
                window,
                units,
                replaced(accused, each -> changed.contains(each.complaint().id()), accusedNow),
                replaced(alleged, each -> changed.contains(each.complaint()), allegedNow),
                postings,
                knownNow);
        if (sameDays) {
            after.groups.putAll(groupsWithout(
                    Stream.concat(accusedBefore.stream(), accusedNow.stream()).toList()));
            after.groups.values().forEach(peers -> peers.moveTo(after));
        }
        return after;
    }

    private static <T> List<T> before(Set<Long> changed, LongFunction<List<T>> known) {
        return changed.stream().sorted().flatMap(id -> known.apply(id).stream()).toList();
    }

    private synchronized Map<Object, Peers> groupsWithout(List<Accused> some) {
        Map<Object, Peers> left = new LinkedHashMap<>(groups);
        left.values()
                .removeIf(peers -> some.stream()
                        .anyMatch(each -> !peers.group().counted(each).isEmpty()));
        return left;
    }

    private static <T> List<T> replaced(List<T> all, Predicate<T> changed, List<T> now) {
        return Stream.concat(all.stream().filter(changed.negate()), now.stream())
                .toList();
    }

    private static <T> List<T> sorted(List<T> all, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(all);
        sorted.sort(order);
        return List.copyOf(sorted);
    }

    Window window() {
        return window;
    }

    Tree units() {
        return units;
    }

    /** Up to which day anything is known of each service. */
    Known known() {
        return known;
    }

    /** Complaints by whom they accuse, in the order of their ids. */
    List<Accused> accused() {
        return accused;
    }

    /** One complaint with each of those whom it accuses. */
    List<Accused> accused(long complaint) {
        return of(accused, each -> each.complaint().id(), complaint);
    }

    /** The allegations, in the order of the ids of their complaints. */
    List<Alleged> alleged() {
        return alleged;
    }

    /** The allegations of one complaint. */
    List<Alleged> alleged(long complaint) {
        return of(alleged, Alleged::complaint, complaint);
    }

    List<Posting> postings() {
        return postings;
    }

    /** Some five hundred complaints from the beginning of the window to its end, whoever they are about. */
    List<Long> usual() {
        return usual.get();
    }

    private List<Long> every() {
        List<Long> all =
                accused.stream().map(each -> each.complaint().id()).distinct().toList();
        int step = Math.max(1, all.size() / USUAL);
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    /** How many rows it holds. */
    int rows() {
        return accused.size() + alleged.size() + postings.size();
    }

    /** These facts by the members of a group, whichever of the members is asked about. */
    synchronized Peers peers(Group group) {
        Peers known = groups.get(group.members());
        if (known == null) {
            if (groups.size() == MOST_GROUPS) {
                groups.clear();
            }
            known = new Peers(this, group);
            groups.put(group.members(), known);
        }
        return known;
    }

    private static <T> List<T> of(List<T> sorted, ToLongFunction<T> key, long wanted) {
        int from = firstFrom(sorted, key, wanted);
        int to = from;
        while (to < sorted.size() && key.applyAsLong(sorted.get(to)) == wanted) {
            to++;
        }
        return sorted.subList(from, to);
    }

    /** The place of the first that is not below what is wanted, of those that are sorted by this key. */
    static <T> int firstFrom(List<T> sorted, ToLongFunction<T> key, long wanted) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key.applyAsLong(sorted.get(middle)) < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
