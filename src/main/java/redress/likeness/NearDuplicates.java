package redress.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * Texts that are copies of one another but for a few words: campaigns, repeated reports, forms. A group has a
 * principal, the earliest, and every member is like the principal itself, so that no chain of small changes joins what
 * is different. Which groups there are depends on what was put in, never on the order in which it was.
 *
 * <p>Takes about one kilobyte for each text. Not safe for use by several threads.
 */
public final class NearDuplicates {

    /** Two texts of which less is shared are not called copies: more than a quarter of the words differ. */
    public static final double LEAST_SHARE = 0.25;

    /** One text that is like another, and the share of their runs of words that both have, 0 to 1. */
    public record Member(long id, double share) {}

    /**
     * A principal and its copies.
     *
     * @param principal the least id, which is the earliest because ids are made in the order of time
     * @param copies at least one, the most similar first
     */
    public record Group(long principal, List<Member> copies) {}

    private final TreeMap<Long, Integer> places = new TreeMap<>();
    private final List<Long> ids = new ArrayList<>();
    private final List<Signature> signatures = new ArrayList<>();
    private final Buckets bands = new Buckets();

    /** Puts a text in, in place of what stood under the id. */
    public void put(long id, Signature signature) {
        int place = signatures.size();
        ids.add(id);
        signatures.add(signature);
        places.put(id, place);
        for (long band : signature.bands()) {
            bands.add(band, place);
        }
    }

    /** Takes a text out; nothing happens if it is not there. */
    public void remove(long id) {
        places.remove(id);
    }

    /** All that are like a text, the most similar first; the text itself is among them if it was put in. */
    public List<Member> like(Signature signature) {
        List<Member> like = new ArrayList<>(shares(signature, id -> true).values());
        like.sort(Comparator.comparingDouble((Member m) -> -m.share()).thenComparingLong(Member::id));
        return like;
    }

    /** The groups of copies, by the id of their principals. */
    public List<Group> groups() {
        Map<Long, List<Member>> groups = new TreeMap<>();
        places.forEach((id, place) -> {
            Optional<Member> nearest = shares(signatures.get(place), groups::containsKey).values().stream()
                    .max(Comparator.comparingDouble(Member::share).thenComparing(m -> -m.id()));
            nearest.ifPresentOrElse(
                    principal -> groups.computeIfAbsent(principal.id(), p -> new ArrayList<>())
                            .add(new Member(id, principal.share())),
                    () -> groups.put(id, new ArrayList<>()));
        });
        List<Group> found = new ArrayList<>();
        groups.forEach((principal, copies) -> {
            if (!copies.isEmpty()) {
                copies.sort(Comparator.comparingDouble((Member m) -> -m.share()).thenComparingLong(Member::id));
                found.add(new Group(principal, List.copyOf(copies)));
            }
        });
        return found;
    }

    /** Those of the wanted that share a band and enough of the whole signature. */
    private Map<Long, Member> shares(Signature signature, LongPredicate wanted) {
        Map<Long, Member> shares = new HashMap<>();
        for (long band : signature.bands()) {
            bands.each(band, place -> {
                long id = ids.get(place);
                if (current(id, place) && wanted.test(id) && !shares.containsKey(id)) {
                    shares.put(id, new Member(id, signature.share(signatures.get(place))));
                }
            });
        }
        shares.values().removeIf(member -> member.share() < LEAST_SHARE);
        return shares;
    }

    private boolean current(long id, int place) {
        Integer now = places.get(id);
        return now != null && now == place;
    }
}
