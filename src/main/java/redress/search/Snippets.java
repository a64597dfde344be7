package redress.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.jspecify.annotations.Nullable;

/** What matched in a hit, as pieces of plain text: no markup is ever made here, so none can be smuggled in. */
final class Snippets extends UnifiedHighlighter {

    private static final int LONGEST_TEXT = 100_000;
    private static final int BEFORE = 80;
    private static final int LONGEST = 260;
    private static final String[] FIELDS = Arrays.stream(TextField.values())
            .filter(TextField::shown)
            .map(TextField::field)
            .toArray(String[]::new);

    Snippets(IndexSearcher searcher, Words words) {
        this(UnifiedHighlighter.builder(searcher, words));
    }

    private Snippets(UnifiedHighlighter.Builder builder) {
        super(builder.withMaxLength(LONGEST_TEXT)
                .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.ROOT))
                .withMaxNoHighlightPassages(1)
                .withFormatter(new Pieces()));
    }

    /** One snippet for each document: the first kind of words in which something matched, else how it begins. */
    List<List<Answer.Piece>> of(Query query, int[] documents) throws IOException {
        List<List<Answer.Piece>> snippets = new ArrayList<>();
        if (documents.length == 0) {
            return snippets;
        }
        int[] passages = new int[FIELDS.length];
        Arrays.fill(passages, 2);
        Map<String, Object[]> found = highlightFieldsAsObjects(FIELDS, query, documents, passages);
        for (int i = 0; i < documents.length; i++) {
            snippets.add(best(found, i));
        }
        return snippets;
    }

    /** The snippet of a complaint that another index holds: its texts become words once more, those of its language. */
    static List<Answer.Piece> of(Query query, Map<TextField, String> texts, @Nullable String language, Words words)
            throws IOException {
        Optional<Tongue> tongue = Tongue.of(language);
        Map<String, Object[]> found = new HashMap<>();
        for (Map.Entry<TextField, String> text : texts.entrySet()) {
            TextField field = text.getKey();
            Analyzer analyzer =
                    field.stemmed() && tongue.isPresent() ? tongue.get().analyzer() : words;
            // Each text stands alone here: what must occur in another one is no reason to mark nothing in this.
            Snippets one = new Snippets(
                    UnifiedHighlighter.builderWithoutSearcher(analyzer).withWeightMatches(false));
            Object passages = one.highlightWithoutSearcher(field.field(), query, text.getValue(), 2);
            found.put(field.field(), new Object[] {passages});
        }
        return best(found, 0);
    }

    private static List<Answer.Piece> best(Map<String, Object[]> found, int i) {
        List<Answer.Piece> beginning = List.of();
        for (String field : FIELDS) {
            Object[] ofField = found.get(field);
            if (ofField == null || !(ofField[i] instanceof Formatted formatted)) {
                continue;
            }
            if (formatted.pieces().stream().anyMatch(Answer.Piece::match)) {
                return formatted.pieces();
            }
            if (beginning.isEmpty()) {
                beginning = formatted.pieces();
            }
        }
        return beginning;
    }

    private record Formatted(List<Answer.Piece> pieces) {}

    /** Cuts a passage at its matches; a sentence that never ends is cut around the first of them. */
    private static final class Pieces extends PassageFormatter {

        @Override
        public Formatted format(Passage[] passages, String content) {
            List<Answer.Piece> pieces = new ArrayList<>();
            for (Passage passage : passages) {
                if (!pieces.isEmpty()) {
                    pieces.add(new Answer.Piece(" … ", false));
                }
                add(pieces, passage, content);
            }
            return new Formatted(List.copyOf(pieces));
        }

        private static void add(List<Answer.Piece> pieces, Passage passage, String content) {
            int start = passage.getStartOffset();
            if (passage.getNumMatches() > 0) {
                start = Math.max(start, passage.getMatchStarts()[0] - BEFORE);
            }
            int end = Math.min(passage.getEndOffset(), start + LONGEST);
            int at = start;
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int from = Math.max(at, passage.getMatchStarts()[i]);
                int to = Math.min(end, passage.getMatchEnds()[i]);
                if (from < to) {
                    piece(pieces, content, at, from, false);
                    piece(pieces, content, from, to, true);
                    at = to;
                }
            }
            piece(pieces, content, at, end, false);
        }

        private static void piece(List<Answer.Piece> pieces, String content, int from, int to, boolean match) {
            if (from < to) {
                pieces.add(new Answer.Piece(content.substring(from, to), match));
            }
        }
    }
}
