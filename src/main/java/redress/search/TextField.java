package redress.search;

/** The words of a complaint by where they come from; the weight says how much a match counts. */
enum TextField {
    /** The complainant's own words. */
    NARRATIVE("narrative", 1f, true),
    /** Evidence, witnesses, wishes, the place as told, what a subject looked like. */
    WORDS("words", 0.8f, true),
    /** Names and badges of subjects, as told and as the roster has them. */
    NAMES("names", 1.2f, true),
    /** Labels of category, unit, institution and place. */
    LABELS("labels", 0.5f, false),
    /** The complaint's number. */
    NUMBER("number_words", 6f, false);

    private final String field;
    private final float weight;
    private final boolean shown;

    TextField(String field, float weight, boolean shown) {
        this.field = field;
        this.weight = weight;
        this.shown = shown;
    }

    String field() {
        return field;
    }

    float weight() {
        return weight;
    }

    /** Whether the words are kept to be shown in a snippet. */
    boolean shown() {
        return shown;
    }
}
