package redress.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the dated lists of a profile: institutions, places, categories. A code stands once and never changes. */
final class CodeLists {

    private static final Set<String> KINDS = Set.of("police", "army", "gendarmerie", "prison", "intelligence", "other");

    private final Path folder;
    private final Words words;

    CodeLists(Path folder, Words words) {
        this.folder = folder;
        this.words = words;
    }

    List<Institution> institutions(Map<String, Labels> others) {
        List<Institution> institutions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Table.Row row : Table.read(folder.resolve("institutions.csv")).rows()) {
            String code = fresh(row, seen);
            String kind = row.require("kind");
            if (!KINDS.contains(kind)) {
                throw row.broken("the column \"kind\" must be one of "
                        + KINDS.stream().sorted().toList() + ".");
            }
            @Nullable Labels referTo = others.get(code);
            institutions.add(new Institution(
                    code,
                    kind,
                    words.of(row, "name"),
                    referTo == null,
                    referTo,
                    row.date("valid_from"),
                    row.date("valid_to")));
        }
        others.keySet().stream()
                .filter(code -> !seen.contains(code))
                .findFirst()
                .ifPresent(code -> {
                    throw BrokenProfile.in(
                            "profile.yaml", "\"jurisdiction\" names \"" + code + "\", which is no institution.");
                });
        return institutions;
    }

    List<Place> places(int levels) {
        Map<String, Integer> levelOf = new HashMap<>();
        List<Place> places = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Table.Row row : Table.read(folder.resolve("geo/places.csv")).rows()) {
            String code = fresh(row, seen);
            int level = row.whole("level", 1, levels);
            @Nullable String parent = row.text("parent");
            checkParent(row, parent, level, levelOf);
            levelOf.put(code, level);
            places.add(new Place(
                    code,
                    parent,
                    level,
                    row.require("name"),
                    row.degrees("latitude", 90),
                    row.degrees("longitude", 180),
                    row.date("valid_from"),
                    row.date("valid_to")));
        }
        return places;
    }

    private static void checkParent(Table.Row row, @Nullable String parent, int level, Map<String, Integer> levelOf) {
        if (parent == null) {
            if (level > 1) {
                throw row.broken("a place below level 1 needs a parent.");
            }
            return;
        }
        Integer above = levelOf.get(parent);
        if (above == null || above >= level) {
            throw row.broken("the parent \"" + parent + "\" must stand above it, with a smaller level.");
        }
    }

    List<Category> categories(Map<String, Labels> groups) {
        List<Category> categories = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Table.Row row : Table.read(folder.resolve("categories.csv")).rows()) {
            Labels group = groups.get(row.require("group"));
            if (group == null) {
                throw row.broken("the group \"" + row.require("group") + "\" is not in profile.yaml.");
            }
            String compartment = row.text("compartment");
            categories.add(new Category(
                    fresh(row, seen),
                    row.require("group"),
                    group,
                    words.of(row, "label"),
                    row.text("iccs"),
                    row.whole("severity", 1, 5),
                    row.flag("must_refer"),
                    compartment == null ? "open" : compartment,
                    row.date("valid_from"),
                    row.date("valid_to")));
        }
        return categories;
    }

    private static String fresh(Table.Row row, Set<String> seen) {
        String code = row.require("code");
        // Imported registers bring codes with a colon; the two must never meet.
        if (code.indexOf(':') >= 0) {
            throw row.broken("a code must not hold a colon.");
        }
        if (!seen.add(code)) {
            throw row.broken("the code \"" + code + "\" stands twice.");
        }
        return code;
    }
}
