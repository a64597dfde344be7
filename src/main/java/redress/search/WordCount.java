package redress.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * In how many documents of a circle each word of the narratives stands. A word counts only there; what others say
 * leaves no trace, not even in how much there is to look at. Counted from what the documents of the circle say or,
 * where there is no memory for that, by one walk along all words, each with its documents.
 */
final class WordCount {

    /** The stems stand beside each other in the dictionary, and this behind the last of them. */
    static final BytesRef AFTER_THE_STEMS = new BytesRef(new byte[] {Tongue.MARK + 1});

    /**
     * A word that stands in at least {@value Wording#LEAST} complaints here.
     *
     * @param little whether it says little, so that no phrase begins or ends with it
     */
    record Word(String text, int here, int elsewhere, boolean little) {}

    private final Circle circle;
    private final @Nullable Terms terms;
    private final List<Word> often = new ArrayList<>();
    private long others;
    private long said;

    private WordCount(IndexReader reader, Circle circle) throws IOException {
        this.circle = circle;
        terms = MultiTerms.getTerms(reader, TextField.NARRATIVE.field());
    }

    static WordCount of(IndexReader reader, Circle circle) throws IOException {
        WordCount count = new WordCount(reader, circle);
        if (count.terms != null) {
            count.walk(count.terms.iterator());
        }
        return count;
    }

    /** The same from what the documents say. */
    static WordCount of(IndexReader reader, Circle circle, Lexicon lexicon) throws IOException {
        if (!lexicon.holds(reader, List.of(TextField.NARRATIVE))) {
            return of(reader, circle);
        }
        WordCount count = new WordCount(reader, circle);
        Map<LeafReaderContext, Said> said = new LinkedHashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            said.put(leaf, lexicon.of(leaf.reader(), TextField.NARRATIVE));
        }
        count.add(said, lexicon);
        return count;
    }

    private void add(Map<LeafReaderContext, Said> said, Lexicon lexicon) {
        int[] here = new int[lexicon.words()];
        int[] both = new int[here.length];
        said.forEach((leaf, words) -> {
            FixedBitSet all = circle.both(leaf);
            words.count(all, both);
            Said.each(all, doc -> this.said += words.length(doc));
            Said.each(Circle.of(circle.here(), leaf), doc -> words.each(doc, number -> here[number]++));
        });
        Map<BytesRef, Word> found = new TreeMap<>();
        for (int number = 0; number < here.length; number++) {
            if (here[number] >= Wording.LEAST) {
                BytesRef word = lexicon.word(number);
                String text = word.utf8ToString();
                found.put(word, new Word(text, here[number], both[number] - here[number], saysLittle(text)));
            } else if (both[number] >= Wording.LEAST) {
                others++;
            }
        }
        often.addAll(found.values());
    }

    private void walk(TermsEnum each) throws IOException {
        PostingsEnum documents = null;
        for (BytesRef word = each.next(); word != null; word = each.next()) {
            if (word.length > 0 && word.bytes[word.offset] == Tongue.MARK) {
                if (each.seekCeil(AFTER_THE_STEMS) == TermsEnum.SeekStatus.END) {
                    return;
                }
                word = each.term();
            }
            documents = each.postings(documents, PostingsEnum.FREQS);
            count(word, documents);
        }
    }

    private void count(BytesRef word, PostingsEnum documents) throws IOException {
        int here = 0;
        int elsewhere = 0;
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            if (circle.here().get(doc)) {
                here++;
                said += documents.freq();
            } else if (circle.elsewhere().get(doc)) {
                elsewhere++;
                said += documents.freq();
            }
        }
        if (here >= Wording.LEAST) {
            String text = word.utf8ToString();
            often.add(new Word(text, here, elsewhere, saysLittle(text)));
        } else if (here + elsewhere >= Wording.LEAST) {
            others++;
        }
    }

    private static boolean saysLittle(String word) {
        return word.codePointCount(0, word.length()) < 2 || Tongue.littleInAny(word);
    }

    /**
     * The words that stand in enough complaints here, in the order of the dictionary; the little ones are among them.
     */
    List<Word> often() {
        return often;
    }

    /** The counts of those that say something. */
    Wording.Family family() {
        List<Wording.Count> counts = often.stream()
                .filter(word -> !word.little())
                .map(word -> new Wording.Count(word.text(), word.here(), word.elsewhere()))
                .toList();
        return new Wording.Family(counts, others);
    }

    /** How many words all complaints of the circle have together. */
    long said() {
        return said;
    }
}
