package redress.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The facts of a window sorted by the members of a peer group. A complaint counts once for each member, however many of
 * the member's people it accuses.
 */
final class Scoped {

    private final Facts facts;
    private final Group group;
    private final Map<String, Map<Long, Accused>> first = new HashMap<>();
    private final Set<Long> subjects = new HashSet<>();

    Scoped(Facts facts, Group group) {
        this.facts = facts;
        this.group = group;
        for (Accused accused : facts.accused()) {
            for (String member : group.counted(accused)) {
                first.computeIfAbsent(member, key -> new LinkedHashMap<>())
                        .putIfAbsent(accused.complaint().id(), accused);
                if (member.equals(group.own())) {
                    subjects.add(accused.subject());
                }
            }
        }
    }

    Facts facts() {
        return facts;
    }

    Group group() {
        return group;
    }

    /** The complaints of a member by their id, each with the first of the member's people whom it accuses. */
    Map<Long, Accused> complaints(String member) {
        return first.getOrDefault(member, Map.of());
    }

    /** The complaints of what the dossier is about. */
    List<Filed> own() {
        return complaints(group.own()).values().stream().map(Accused::complaint).toList();
    }

    /** The allegations against its people, and those against nobody known in its complaints. */
    List<Alleged> alleged() {
        Map<Long, Accused> complaints = complaints(group.own());
        return facts.alleged().stream()
                .filter(alleged -> complaints.containsKey(alleged.complaint()))
                .filter(alleged -> alleged.subject() == 0 || subjects.contains(alleged.subject()))
                .toList();
    }

    /** The complaints of the other members that are not complaints of the own one too. */
    List<Filed> elsewhere() {
        Map<Long, Filed> others = new LinkedHashMap<>();
        first.forEach((member, complaints) -> complaints
                .values()
                .forEach(accused -> others.put(accused.complaint().id(), accused.complaint())));
        complaints(group.own()).keySet().forEach(others::remove);
        return new ArrayList<>(others.values());
    }
}
