package redress.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import redress.access.RecordKind;

/**
 * The snippets of complaints that another index holds, told as {@link Snippets} tells those of this node: their texts
 * become words once more, each those of its language.
 */
final class ToldSnippets {

    private final Query query;
    private final Words words;
    private final List<TextField> fields;
    private final Duration most;

    /**
     * Snippets from the complaints and from those kinds of records alone. Once a page has taken {@code most}, no text
     * is looked through any further than usual.
     */
    ToldSnippets(Query query, Words words, Set<RecordKind> reads, Duration most) {
        this.query = query;
        this.words = words;
        this.fields = Snippets.from(reads);
        this.most = most;
    }

    /**
     * The texts of a complaint as another index keeps them.
     *
     * @param texts the texts by kind
     * @param language the language in which it was told, or null
     */
    record Told(Map<TextField, String> texts, @Nullable String language) {

        private Analyzer analyzer(TextField field, Words words) {
            Optional<Tongue> tongue = Tongue.of(language);
            return field.stemmed() && tongue.isPresent() ? tongue.get().analyzer() : words;
        }
    }

    /** One snippet for each: the first kind of words in which something matched, else how it begins. */
    List<Snippets.Snippet> of(List<Told> page) throws IOException {
        long begun = System.nanoTime();
        List<Snippets.Snippet> snippets = new ArrayList<>();
        for (Told told : page) {
            Snippets.Snippet snippet = Snippets.Snippet.NONE;
            for (TextField field : fields) {
                snippet = look(told, field, snippet, Snippets.USUAL_TEXT);
            }
            snippets.add(snippet);
        }
        for (int i = 0; i < page.size(); i++) {
            for (TextField field : fields) {
                String text = page.get(i).texts().get(field);
                boolean further = text != null && text.length() > Snippets.USUAL_TEXT;
                if (further && System.nanoTime() - begun < most.toNanos()) {
                    snippets.set(i, look(page.get(i), field, snippets.get(i), Snippets.LONGEST_TEXT));
                }
            }
        }
        return snippets;
    }

    /** Looks through so much of one more text, unless something matched already. */
    private Snippets.Snippet look(Told told, TextField field, Snippets.Snippet snippet, int longest)
            throws IOException {
        String text = told.texts().get(field);
        if (text == null || snippet.in() != null) {
            return snippet;
        }
        String looked = text.substring(0, Math.min(text.length(), longest));
        return snippet.or(field, Snippets.passages(field, query, told.analyzer(field, words), looked));
    }
}
