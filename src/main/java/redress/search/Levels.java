package redress.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands below what in a tree, read once: a tree of thousands is not walked for every question.
 *
 * @param children the keys right below each key
 * @param highest the keys of the two highest levels, or of the highest alone where these are too many to be listed, or
 *     none where that has too many
 */
record Levels(Map<String, List<String>> children, Set<String> highest) {

    /** More are no list that anybody reads. */
    private static final int MOST = 200;

    /** The levels of the trees of units and places. */
    static Map<Dimension, Levels> of(
            Map<String, ? extends Gazetteer.Branch> units, Map<String, ? extends Gazetteer.Branch> places) {
        return Map.of(Dimension.UNIT, of(units), Dimension.PLACE, of(places));
    }

    /** The levels of a tree. */
    static Levels of(Map<String, ? extends Gazetteer.Branch> tree) {
        Map<String, List<String>> children = new HashMap<>();
        Set<String> top = new HashSet<>();
        for (Gazetteer.Branch branch : tree.values()) {
            if (branch.parent() == null || !tree.containsKey(branch.parent())) {
                top.add(branch.key());
            } else {
                children.computeIfAbsent(branch.parent(), key -> new ArrayList<>())
                        .add(branch.key());
            }
        }
        Set<String> both = new HashSet<>(top);
        top.forEach(key -> both.addAll(children.getOrDefault(key, List.of())));
        Set<String> highest = both.size() <= MOST ? both : top.size() <= MOST ? top : Set.of();
        return new Levels(Collections.unmodifiableMap(children), Set.copyOf(highest));
    }

    /** The keys right below this one. */
    List<String> below(String key) {
        return children.getOrDefault(key, List.of());
    }
}
