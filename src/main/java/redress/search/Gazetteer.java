package redress.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names behind the keys as they are now: the tree of units under their institutions, and the categories. The key of
 * a unit is its institution's code, a slash and its own code; the key of an institution is its code.
 *
 * @param keys unit id to key
 * @param units key to unit, institutions among them
 * @param categories code to category
 */
record Gazetteer(Map<Long, String> keys, Map<String, Unit> units, Map<String, Category> categories) {

    /** Before anything was read. */
    static final Gazetteer EMPTY = new Gazetteer(Map.of(), Map.of(), Map.of());

    /**
     * A unit or an institution.
     *
     * @param key its key
     * @param parent the key of what stands above it, or null for an institution
     * @param name its name
     */
    record Unit(String key, @Nullable String parent, String name) {}

    /**
     * A category of allegations.
     *
     * @param group the name of its group
     * @param label its label
     */
    record Category(String group, String label) {}

    /** The unit with everything above it, itself first; empty for a key that is not known. */
    List<Unit> upwards(@Nullable String key) {
        List<Unit> path = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Unit unit = key == null ? null : units.get(key);
        while (unit != null && seen.add(unit.key())) {
            path.add(unit);
            String parent = unit.parent();
            unit = parent == null ? null : units.get(parent);
        }
        return path;
    }

    /** The units right below a key; the institutions for null. Sorted by name. */
    List<Unit> below(@Nullable String key) {
        return units.values().stream()
                .filter(unit -> Objects.equals(unit.parent(), key))
                .sorted(Comparator.comparing(Unit::name).thenComparing(Unit::key))
                .toList();
    }

    /** The name of a unit or institution, or the key itself where it has none. */
    String unitName(String key) {
        Unit unit = units.get(key);
        return unit == null ? key : unit.name();
    }

    /** The name of a value, or the value itself where there is none. */
    String label(Dimension dimension, String value) {
        return switch (dimension) {
            case UNIT, INSTITUTION -> unitName(value);
            case CATEGORY -> {
                Category category = categories.get(value);
                yield category == null ? value : category.label();
            }
            default -> value;
        };
    }
}
