package redress.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.access.RecordKind;

/** The words of a complaint by where they come from; the weight says how much a match counts. */
enum TextField {
    /** The complainant's own words. */
    NARRATIVE("narrative", "narrative", 1f, Use.STEMMED),
    /** Evidence, witnesses, wishes, the time and the place as told, what a subject looked like. */
    WORDS("words", "statements", 0.8f, Use.STEMMED),
    /** What the office wrote about it: reasons of decisions. Behind the same rights as the complaint itself. */
    NOTES("notes", "notes", 0.8f, Use.SHOWN),
    /** Names and badges of subjects, as told and as the roster has them. */
    NAMES("names", "names", 1.2f, Use.SHOWN),
    /** Labels of category, unit, institution and place. */
    LABELS("labels", "labels", 0.5f, Use.SEARCHED),
    /** The complaint's number. */
    NUMBER("number_words", "number", 6f, Use.SEARCHED),
    /** The place as told and its names in the list of places: looked into only where somebody asks for places. */
    PLACES("places", "places", 1f, Use.ASKED_FOR),
    /** Badges alone: looked into only where somebody asks for badges. */
    BADGES("badges", "badges", 1f, Use.ASKED_FOR),
    /** Messages between the complainant and the commission. */
    MESSAGE("message", 0.8f, RecordKind.MESSAGE),
    /** Internal notes of staff. */
    NOTE("note", 0.8f, RecordKind.NOTE),
    /** Letters that went out or came in, with their subjects and to or from whom they are. */
    LETTER("letter", 0.8f, RecordKind.LETTER),
    /** The text inside documents that were handed in. */
    DOCUMENT("document", 0.6f, RecordKind.DOCUMENT);

    private enum Use {
        STEMMED,
        SHOWN,
        SEARCHED,
        ASKED_FOR
    }

    private static final List<TextField> EVERYDAY =
            Arrays.stream(values()).filter(field -> field.use != Use.ASKED_FOR).toList();

    private final String field;
    private final String word;
    private final float weight;
    private final Use use;
    private final @Nullable RecordKind kind;

    TextField(String field, String word, float weight, Use use) {
        this.field = field;
        this.word = word;
        this.weight = weight;
        this.use = use;
        this.kind = null;
    }

    /** A kind of record kept with the complaint, behind a right of its own. */
    TextField(String word, float weight, RecordKind kind) {
        this.field = word;
        this.word = word;
        this.weight = weight;
        this.use = Use.STEMMED;
        this.kind = kind;
    }

    String field() {
        return field;
    }

    /** What the parameter {@code in} calls it. */
    String word() {
        return word;
    }

    float weight() {
        return weight;
    }

    /** Whether the words are kept to be shown in a snippet. */
    boolean shown() {
        return use != Use.SEARCHED;
    }

    /** Whether a hit may show how it begins where nothing of it matched: what the complainant told and nobody else. */
    boolean told() {
        return this == NARRATIVE || this == WORDS;
    }

    /** Whether other forms of a word are found as well, by the language of the complaint. */
    boolean stemmed() {
        return use == Use.STEMMED;
    }

    /** Whether somebody who may see the complaint and read these kinds of records may have it. */
    boolean readBy(Set<RecordKind> reads) {
        return kind == null || reads.contains(kind);
    }

    /** Where a word is looked for unless somebody says otherwise. */
    static List<TextField> everyday() {
        return EVERYDAY;
    }

    /** The kind of text with that word, if it is one. */
    static Optional<TextField> find(String word) {
        return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
    }
}
