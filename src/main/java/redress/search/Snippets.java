package redress.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** What matched in a hit, as pieces of plain text: no markup is ever made here, so none can be smuggled in. */
final class Snippets extends UnifiedHighlighter {

    private static final int LONGEST_TEXT = 100_000;
    private static final int BEFORE = 80;
    private static final int LONGEST = 260;
    private static final String[] FIELDS = Arrays.stream(TextField.values())
            .filter(TextField::shown)
            .map(TextField::field)
            .toArray(String[]::new);

    private final Map<Integer, Document> read;

    /** {@code read} is what is stored of the documents, so that nothing is taken out of its compressed block twice. */
    Snippets(IndexSearcher searcher, Words words, Map<Integer, Document> read) {
        super(UnifiedHighlighter.builder(searcher, words)
                .withMaxLength(LONGEST_TEXT)
                .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.ROOT))
                .withMaxNoHighlightPassages(1)
                .withFormatter(new Pieces()));
        this.read = Map.copyOf(read);
    }

    /** The fields of which a snippet may be made. */
    static Set<String> fields() {
        return Set.of(FIELDS);
    }

    @Override
    protected List<CharSequence[]> loadFieldValues(String[] fields, DocIdSetIterator documents, int most)
            throws IOException {
        List<CharSequence[]> values = new ArrayList<>();
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            Document document = Objects.requireNonNull(read.get(doc));
            values.add(Arrays.stream(fields)
                    .map(document::get)
                    .map(text -> text == null ? null : text.substring(0, Math.min(text.length(), LONGEST_TEXT)))
                    .toArray(CharSequence[]::new));
        }
        return values;
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
