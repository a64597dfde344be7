package redress.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.FieldHighlighter;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.PhraseHelper;
import org.apache.lucene.search.uhighlight.UHComponents;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import redress.access.RecordKind;

/** What matched in a hit, as pieces of plain text: no markup is ever made here, so none can be smuggled in. */
final class Snippets extends UnifiedHighlighter {

    /** So far a text is looked through; further only where nothing else of the complaint matched. */
    static final int USUAL_TEXT = 100_000;

    static final int LONGEST_TEXT = 10_000_000;
    private static final int BEFORE = 80;
    private static final int LONGEST = 260;
    /** A word of up to so many letters is left out rather than cut. */
    private static final int LONGEST_CUT = 40;

    private static final int MOST_PASSAGES = 2;

    /**
     * What is shown of a hit.
     *
     * @param in the word of the kind of text in which something matched, or null where it only shows how it begins
     * @param pieces the text in pieces
     */
    record Snippet(@Nullable String in, List<Answer.Piece> pieces) {

        static final Snippet NONE = new Snippet(null, List.of());

        /** What the passages of one more kind of text make of it, in which nothing matched so far. */
        Snippet or(TextField field, @Nullable Object passages) {
            if (!(passages instanceof Formatted formatted)) {
                return this;
            }
            if (formatted.pieces().stream().anyMatch(Answer.Piece::match)) {
                return new Snippet(field.word(), formatted.pieces());
            }
            return pieces.isEmpty() && field.told() ? new Snippet(null, formatted.pieces()) : this;
        }
    }

    private final List<TextField> fields;
    private final Map<Integer, Document> read;
    private final int longest;

    /**
     * Snippets from the complaints and from those kinds of records alone. {@code read} is what is stored of the
     * documents, so that nothing is taken out of its compressed block twice.
     */
    Snippets(IndexSearcher searcher, Words words, Set<RecordKind> reads, Map<Integer, Document> read) {
        this(UnifiedHighlighter.builder(searcher, words), from(reads), read, USUAL_TEXT);
    }

    private Snippets(
            UnifiedHighlighter.Builder builder, List<TextField> fields, Map<Integer, Document> read, int longest) {
        super(builder.withMaxLength(longest)
                .withBreakIterator(Sentences::new)
                .withMaxNoHighlightPassages(1)
                .withScorer(new FewTerms())
                .withFormatter(new Pieces()));
        this.fields = fields;
        this.read = Map.copyOf(read);
        this.longest = longest;
    }

    /** The kinds of text of which a snippet may be made for somebody who reads these kinds of records. */
    static List<TextField> from(Set<RecordKind> reads) {
        return Arrays.stream(TextField.values())
                .filter(field -> field.shown() && field.readBy(reads))
                .toList();
    }

    @Override
    protected List<CharSequence[]> loadFieldValues(String[] fields, DocIdSetIterator documents, int most)
            throws IOException {
        List<CharSequence[]> values = new ArrayList<>();
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            Document document = Objects.requireNonNull(read.get(doc));
            values.add(Arrays.stream(fields)
                    .map(document::get)
                    .map(text -> text == null ? null : text.substring(0, Math.min(text.length(), longest)))
                    .toArray(CharSequence[]::new));
        }
        return values;
    }

    /** One snippet for each document: the first kind of words in which something matched, else how it begins. */
    List<Snippet> of(Query query, int[] documents) throws IOException {
        Snippet[] snippets = new Snippet[documents.length];
        Arrays.fill(snippets, Snippet.NONE);
        look(query, documents, snippets);
        if (searcher != null && further(documents, snippets)) {
            new Snippets(UnifiedHighlighter.builder(searcher, indexAnalyzer), fields, read, LONGEST_TEXT)
                    .look(query, documents, snippets);
        }
        return List.of(snippets);
    }

    private void look(Query query, int[] documents, Snippet[] snippets) throws IOException {
        for (TextField field : fields) {
            int[] open = IntStream.range(0, documents.length)
                    .filter(i -> snippets[i].in() == null && tells(documents[i], field))
                    .toArray();
            int[] asked = Arrays.stream(open).map(i -> documents[i]).toArray();
            Object[] found = asked.length == 0 ? new Object[0] : passages(field, query, asked);
            for (int i = 0; i < found.length; i++) {
                snippets[open[i]] = snippets[open[i]].or(field, found[i]);
            }
        }
    }

    /** Whether a hit of which nothing matched so far tells more than was looked through. */
    private boolean further(int[] documents, Snippet[] snippets) {
        return IntStream.range(0, documents.length)
                .filter(i -> snippets[i].in() == null)
                .anyMatch(i -> fields.stream().anyMatch(field -> length(documents[i], field) > longest));
    }

    /** Whether it has more of this text than was looked through before. */
    private boolean tells(int document, TextField field) {
        return length(document, field) > (longest == USUAL_TEXT ? 0 : USUAL_TEXT);
    }

    private int length(int document, TextField field) {
        String text = Objects.requireNonNull(read.get(document)).get(field.field());
        return text == null ? 0 : text.length();
    }

    private Object[] passages(TextField field, Query query, int[] documents) throws IOException {
        String name = field.field();
        int[] most = {MOST_PASSAGES};
        return Objects.requireNonNull(highlightFieldsAsObjects(new String[] {name}, query, documents, most)
                .get(name));
    }

    /** Plain words, which are what most people ask for, need none of what Lucene does for everything else. */
    @Override
    protected FieldHighlighter getFieldHighlighter(String field, Query query, Set<Term> terms, int most) {
        Optional<Set<Query>> words = PlainWords.of(query, field);
        if (searcher == null || words.isEmpty()) {
            return super.getFieldHighlighter(field, query, terms, most);
        }
        UHComponents components = new UHComponents(
                field,
                field::equals,
                query,
                new BytesRef[0],
                PhraseHelper.NONE,
                ZERO_LEN_AUTOMATA_ARRAY,
                false,
                Set.of());
        return newFieldHighlighter(
                field,
                new Places(components, words.get()),
                getBreakIterator(field),
                getScorer(field),
                most,
                getMaxNoHighlightPassages(field),
                getFormatter(field),
                getPassageSortComparator(field));
    }

    /**
     * The passages of a text that another index keeps. It stands alone here: what must occur in another one is no
     * reason to mark nothing in this.
     */
    static @Nullable Object passages(TextField field, Query query, Analyzer analyzer, String text) throws IOException {
        UnifiedHighlighter.Builder alone =
                UnifiedHighlighter.builderWithoutSearcher(analyzer).withWeightMatches(false);
        return new Snippets(alone, List.of(field), Map.of(), LONGEST_TEXT)
                .highlightWithoutSearcher(field.field(), query, text, MOST_PASSAGES);
    }

    private record Formatted(List<Answer.Piece> pieces) {}

    /** Cuts a passage at its matches; a sentence that never ends is cut between words around the first of them. */
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
                start = Math.max(start, firstWord(content, passage.getMatchStarts()[0]));
            }
            int end = passage.getEndOffset();
            end = end <= start + LONGEST ? end : lastWord(content, start + LONGEST - LONGEST_CUT, start + LONGEST);
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

        /** The beginning of a word some way before the match; in the midst of one that is longer than that. */
        private static int firstWord(String content, int match) {
            int from = Math.max(0, match - BEFORE);
            int blank = from == 0 ? -1 : content.indexOf(' ', from - 1);
            return blank < 0 || blank >= match ? from : blank + 1;
        }

        /** The end of the last word before {@code most}, unless it is one that began before {@code least}. */
        private static int lastWord(String content, int least, int most) {
            int blank = content.lastIndexOf(' ', most);
            return blank <= least ? most : blank;
        }

        private static void piece(List<Answer.Piece> pieces, String content, int from, int to, boolean match) {
            if (from < to) {
                pieces.add(new Answer.Piece(content.substring(from, to), match));
            }
        }
    }
}
