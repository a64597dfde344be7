package redress.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A code list with all its spellings: exact words first, then patterns in order. Upper and lower case and runs of
 * blanks do not count. What is in neither is unknown, and the table says what happens to it.
 */
final class ValueTable {

    /** What happens to a word that the table does not know. */
    enum Unknown {
        /** It becomes the default (or blank), and is counted and shown in the summary. */
        REPORT,
        /** It stays as it is. */
        KEEP,
        /** It becomes the default (or blank), silently. */
        BLANK,
        /** The row is refused. */
        REFUSE
    }

    private record Rule(Pattern match, String is) {}

    private final Map<String, String> words = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Outline outline;
    private Unknown unknown = Unknown.REPORT;
    private @Nullable String otherwise;

    private ValueTable(Outline outline) {
        this.outline = outline;
    }

    static ValueTable read(Outline outline) {
        ValueTable table = new ValueTable(outline);
        if (!outline.entries().containsKey("values") && !outline.entries().containsKey("patterns")) {
            table.add(outline);
            return table;
        }
        outline.only(Set.of("values", "patterns", "unknown", "default"));
        outline.find("values").ifPresent(table::add);
        for (Outline rule : outline.find("patterns").map(Outline::items).orElse(List.of())) {
            rule.only(Set.of("match", "is"));
            Pattern pattern = Pattern.compile(
                    Cleaning.pattern(rule.require("match")).pattern(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            table.rules.add(new Rule(pattern, rule.require("is").text()));
        }
        table.otherwise = outline.find("default").map(Outline::text).orElse(null);
        table.unknown = outline.find("unknown").map(ValueTable::unknown).orElse(Unknown.REPORT);
        return table;
    }

    private void add(Outline values) {
        values.entries().forEach((is, value) -> {
            // Either "spelling: word" or "word: [spelling, spelling]".
            if (value.isText()) {
                words.put(fold(is), value.text());
            } else {
                value.texts().forEach(spelling -> words.put(fold(spelling), is));
            }
        });
    }

    private static Unknown unknown(Outline outline) {
        return switch (outline.text()) {
            case "report" -> Unknown.REPORT;
            case "keep" -> Unknown.KEEP;
            case "blank" -> Unknown.BLANK;
            case "refuse" -> Unknown.REFUSE;
            default -> throw outline.bad("report, keep, blank or refuse is expected here.");
        };
    }

    /** Refuses a table whose results the field does not know. */
    void check(Field field, Outline asked) {
        if (field.type() != Field.Type.WORD) {
            return;
        }
        List<String> results = new ArrayList<>(words.values());
        rules.forEach(rule -> results.add(rule.is()));
        Optional.ofNullable(otherwise).ifPresent(results::add);
        for (String result : results) {
            if (!result.isEmpty() && !field.words().contains(result)) {
                throw asked.bad("the table gives '" + result + "', and " + field.name() + " knows only "
                        + String.join(", ", field.words().stream().sorted().toList()) + ".");
            }
        }
    }

    /** The house's word for the register's; null for blank. */
    @Nullable
    String look(String word, String field, Notes notes) {
        @Nullable String found = words.get(fold(word));
        if (found != null) {
            return found.isEmpty() ? null : found;
        }
        for (Rule rule : rules) {
            if (rule.match.matcher(word).find()) {
                return rule.is.isEmpty() ? null : rule.is;
            }
        }
        return switch (unknown) {
            case KEEP -> word;
            case BLANK -> otherwise;
            case REPORT -> {
                notes.unknown(field, word);
                yield otherwise;
            }
            case REFUSE -> throw new RowRefused(field + ": the value is not in the table of the mapping");
        };
    }

    Outline outline() {
        return outline;
    }

    private static String fold(String word) {
        return word.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
