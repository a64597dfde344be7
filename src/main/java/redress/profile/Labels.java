package redress.profile;

import java.util.Map;

/**
 * One text in every language that the profile offers. The base language is always there.
 *
 * @param texts the text by language tag (BCP 47)
 * @param base the language that everything falls back to
 */
public record Labels(Map<String, String> texts, String base) {

    /** Copies the texts; refuses labels without the base language. */
    public Labels {
        texts = Map.copyOf(texts);
        if (!texts.containsKey(base)) {
            throw new IllegalArgumentException("no text in the base language " + base);
        }
    }

    /** The text in that language, else in the base language. */
    public String in(String tag) {
        String text = texts.get(tag);
        return text == null ? inBase() : text;
    }

    /** The text in the base language, as the database and the index hold it. */
    public String inBase() {
        return texts.getOrDefault(base, "");
    }
}
