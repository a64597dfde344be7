package redress.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import redress.names.Letters;

/**
 * The names behind the keys as they are now: the tree of units under their institutions, the categories, the tree of
 * places, and who commands or commanded something. The key of a unit is its institution's code, a slash and its own
 * code; the key of an institution is its code.
 *
 * @param keys unit id to key
 * @param units key to unit, institutions among them
 * @param categories code to category
 * @param places code to place
 * @param commanders id of an officer who commands or commanded a unit to name
 * @param levels the levels of the tree of units and of that of places, which every question asks for
 */
record Gazetteer(
        Map<Long, String> keys,
        Map<String, Unit> units,
        Map<String, Category> categories,
        Map<String, Place> places,
        Map<String, String> commanders,
        Map<Dimension, Levels> levels) {

    /** Fewer letters are in every name. */
    private static final int SHORTEST_PLAIN = 3;

    /** Before anything was read. */
    static final Gazetteer EMPTY = new Gazetteer(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /** The names, with the levels of their trees. */
    Gazetteer(
            Map<Long, String> keys,
            Map<String, Unit> units,
            Map<String, Category> categories,
            Map<String, Place> places,
            Map<String, String> commanders) {
        this(keys, units, categories, places, commanders, Levels.of(units, places));
    }

    /** Keeps its own copies. */
    Gazetteer {
        levels = Map.copyOf(levels);
        keys = kept(keys);
        units = kept(units);
        categories = kept(categories);
        places = kept(places);
        commanders = kept(commanders);
    }

    /** A hash table of the usual kind: those of Map.copyOf search long where keys are alike, as those of units are. */
    private static <K, V> Map<K, V> kept(Map<K, V> entries) {
        return Collections.unmodifiableMap(new HashMap<>(entries));
    }

    /** Something that stands in a tree. */
    interface Branch {
        /** Its key. */
        String key();

        /** The key of what stands above it, or null at the top. */
        @Nullable
        String parent();

        /** Its name. */
        String name();
    }

    /**
     * A unit or an institution.
     *
     * @param key its key
     * @param parent the key of what stands above it, or null for an institution
     * @param name its name
     */
    record Unit(String key, @Nullable String parent, String name) implements Branch {}

    /**
     * A category of allegations.
     *
     * @param group the name of its group
     * @param label its label
     */
    record Category(String group, String label) {}

    /**
     * An area or a town.
     *
     * @param key its code
     * @param parent the code of the wider area, or null at the top
     * @param name its name
     * @param spot a point in it, or null
     */
    record Place(
            String key,
            @Nullable String parent,
            String name,
            @Nullable Spot spot) implements Branch {}

    /** A point: degrees north and east, WGS 84. */
    record Spot(double latitude, double longitude) {}

    /** The unit with everything above it, itself first; empty for a key that is not known. */
    List<Unit> upwards(@Nullable String key) {
        return upwards(units, key);
    }

    /** The place with every wider area, itself first; empty for a code that is not known. */
    List<Place> placesUpwards(@Nullable String code) {
        return upwards(places, code);
    }

    private static <B extends Branch> List<B> upwards(Map<String, B> tree, @Nullable String key) {
        List<B> path = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        B branch = key == null ? null : tree.get(key);
        while (branch != null && seen.add(branch.key())) {
            path.add(branch);
            String parent = branch.parent();
            branch = parent == null ? null : tree.get(parent);
        }
        return path;
    }

    /** The tree of a dimension; empty for one that is none. */
    Map<String, ? extends Branch> tree(Dimension dimension) {
        return switch (dimension) {
            case UNIT -> units;
            case PLACE -> places;
            default -> Map.of();
        };
    }

    /** The way from the top down to a key, itself last. */
    List<? extends Branch> path(Dimension dimension, String key) {
        return upwards(tree(dimension), key).reversed();
    }

    /** What stands right below a key; the top for null. Sorted by name. */
    List<? extends Branch> below(Dimension dimension, @Nullable String key) {
        return tree(dimension).values().stream()
                .filter(branch -> Objects.equals(branch.parent(), key))
                .sorted(Comparator.comparing((Branch branch) -> branch.name()).thenComparing(Branch::key))
                .toList();
    }

    /**
     * What a list of a tree shows however few have it: the way down to what is chosen and what stands right below that;
     * the highest levels where nothing is. Nothing needs to be said of a tree of at most so many branches, of which all
     * can be counted.
     */
    Set<String> around(Dimension dimension, List<String> chosen, int most) {
        Levels tree = levels.get(dimension);
        if (tree == null || tree(dimension).size() <= most) {
            return Set.of();
        }
        if (chosen.isEmpty()) {
            return tree.highest();
        }
        Set<String> around = new HashSet<>(chosen);
        for (String key : chosen) {
            path(dimension, key).forEach(branch -> around.add(branch.key()));
            around.addAll(tree.below(key));
        }
        return around;
    }

    /** The point of a place, or of the nearest wider area that has one. */
    Optional<Spot> pointOf(String code) {
        return placesUpwards(code).stream()
                .map(Place::spot)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * The code of the place with that code, or with that name in any script and without its marks; of several with one
     * name the first that has a point.
     */
    Optional<String> placeNamed(String codeOrName) {
        if (places.containsKey(codeOrName)) {
            return Optional.of(codeOrName);
        }
        String wanted = Letters.fold(codeOrName);
        return places.values().stream()
                .filter(place -> Letters.fold(place.name()).equals(wanted))
                .sorted(Comparator.comparing((Place place) -> place.spot() == null)
                        .thenComparing(Place::key))
                .map(Place::key)
                .findFirst();
    }

    /** The name of a place, where others have it too with that of the wider area in which it lies, or else its code. */
    String placeAmongOthers(String code) {
        Place place = Objects.requireNonNull(places.get(code));
        String name = Letters.fold(place.name());
        boolean alone = places.values().stream()
                .noneMatch(other ->
                        !other.key().equals(code) && Letters.fold(other.name()).equals(name));
        String area = place.parent() == null ? code : label(Dimension.PLACE, place.parent());
        return alone ? place.name() : place.name() + " (" + area + ")";
    }

    /**
     * The keys that somebody can mean: the one that is typed, else those whose own code or name it is, else those whose
     * names hold it. Case, marks and script do not matter, nor, where nothing fits otherwise, does dj for {@code đ}. In
     * order; empty where nothing fits.
     */
    List<String> meant(Dimension dimension, String typed) {
        Map<String, String> names = names(dimension);
        if (names.containsKey(typed)) {
            return List.of(typed);
        }
        String wanted = Letters.fold(typed).strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<String> found = meant(names, wanted, Letters::fold);
        String plain = LetterDj.plain(wanted);
        return found.isEmpty() && plain.length() >= SHORTEST_PLAIN
                ? meant(names, plain, name -> LetterDj.plain(Letters.fold(name)))
                : found;
    }

    private static List<String> meant(Map<String, String> names, String wanted, UnaryOperator<String> folded) {
        List<String> exact = matching(
                names,
                entry -> folded.apply(entry.getKey().substring(entry.getKey().indexOf('/') + 1))
                                .equals(wanted)
                        || folded.apply(entry.getValue()).equals(wanted));
        return exact.isEmpty()
                ? matching(names, entry -> folded.apply(entry.getValue()).contains(wanted))
                : exact;
    }

    private static List<String> matching(Map<String, String> names, Predicate<Map.Entry<String, String>> fits) {
        return names.entrySet().stream()
                .filter(fits)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Map<String, String> names(Dimension dimension) {
        Map<String, String> names = new HashMap<>();
        switch (dimension) {
            case UNIT, PLACE -> tree(dimension).values().forEach(branch -> names.put(branch.key(), branch.name()));
            case INSTITUTION ->
                units.values().stream()
                        .filter(unit -> unit.parent() == null)
                        .forEach(unit -> names.put(unit.key(), unit.name()));
            case CATEGORY -> categories.forEach((code, category) -> names.put(code, category.label()));
            case GROUP -> categories.values().forEach(category -> names.put(category.group(), category.group()));
            case COMMANDER -> names.putAll(commanders);
            default -> {}
        }
        return names;
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
            case PLACE -> {
                Place place = places.get(value);
                yield place == null ? value : place.name();
            }
            case COMMANDER -> commanders.getOrDefault(value, value);
            default -> value;
        };
    }
}
