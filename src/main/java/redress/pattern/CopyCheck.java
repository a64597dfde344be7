package redress.pattern;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import redress.likeness.NearDuplicates;
import redress.likeness.Signature;

/** Finds the copies among the texts of a scope by their signatures; see {@link NearDuplicates}. */
final class CopyCheck {

    private static final int MOST_GROUPS = 100;

    private final Map<Long, Filed> complaints = new HashMap<>();
    private final List<Filed> texts;
    private final List<NearDuplicates.Group> groups;

    /**
     * The check.
     *
     * @param own the complaints of the scope
     * @param signatures of those of them that tell something in words
     */
    CopyCheck(List<Filed> own, Map<Long, Signature> signatures) {
        own.forEach(complaint -> complaints.put(complaint.id(), complaint));
        texts = signatures.keySet().stream()
                .map(this::complaint)
                .sorted(Comparator.comparing((Filed text) -> text.way().received())
                        .thenComparingLong(Filed::id))
                .toList();
        NearDuplicates near = new NearDuplicates();
        for (int place = 0; place < texts.size(); place++) {
            near.put(
                    place,
                    Objects.requireNonNull(signatures.get(texts.get(place).id())));
        }
        groups = near.groups();
    }

    private Filed complaint(long id) {
        Filed complaint = complaints.get(id);
        if (complaint == null) {
            throw new IllegalStateException("a signature of a complaint that was not asked for");
        }
        return complaint;
    }

    /** The text at a place in the order in which they came in, which in a register is not that of the ids. */
    private Filed text(long place) {
        return texts.get((int) place);
    }

    /** The largest groups, at most a hundred of them, and how many all are. */
    Copies look() {
        List<Copies.Group> found = groups.stream()
                .sorted(Comparator.comparingInt(
                                (NearDuplicates.Group group) -> -group.copies().size())
                        .thenComparingLong(NearDuplicates.Group::principal))
                .limit(MOST_GROUPS)
                .map(group -> new Copies.Group(
                        one(group.principal(), 1),
                        group.copies().stream()
                                .map(copy -> one(copy.id(), copy.share()))
                                .toList()))
                .toList();
        int complaints =
                groups.stream().mapToInt(group -> 1 + group.copies().size()).sum();
        return new Copies(texts.size(), complaints, found, groups.size() - found.size(), null);
    }

    private Copies.One one(long place, double share) {
        Filed complaint = text(place);
        return new Copies.One(complaint.number(), complaint.way().received().toString(), share);
    }

    /** The complaints of the scope with each text once: of a group only the first. */
    Set<Long> once() {
        Set<Long> once = new HashSet<>(complaints.keySet());
        groups.forEach(group ->
                group.copies().forEach(copy -> once.remove(text(copy.id()).id())));
        return once;
    }
}
