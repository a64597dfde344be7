package redress.search;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import redress.access.Sight;
import redress.likeness.Signature;
import redress.wiring.Part;

/**
 * What other rooms may ask the index about the words of complaints that they name. What the asker may not see is never
 * counted and never given, whoever names it. While the index is opened every question is refused as unavailable.
 */
@Part
public class Texts {

    private final SearchIndex index;

    @Inject
    Texts(SearchIndex index) {
        this.index = index;
    }

    private interface Question<T> {
        T ask(IndexSearcher searcher) throws IOException;
    }

    /** The words and phrases of some complaints beside those of others. */
    public Wording wording(Set<Long> here, Others elsewhere, Sight sight) {
        return ask(sight, searcher -> {
            Lexicon lexicon = index.lexicon();
            Circle circle = Circle.of(searcher, sight, here, elsewhere, lexicon);
            WordCount words = WordCount.of(searcher.getIndexReader(), circle, lexicon);
            PhraseCount phrases = PhraseCount.of(searcher, circle, words.often(), lexicon);
            return new Wording(
                    circle.here().cardinality(),
                    circle.elsewhere().cardinality(),
                    words.family(),
                    phrases.family(words.said()));
        });
    }

    /** The signatures of the narratives of these complaints; those that tell nothing in words are left out. */
    public Map<Long, Signature> signatures(Set<Long> ids, Sight sight) {
        return ask(sight, searcher -> {
            FixedBitSet wanted =
                    Circle.around(searcher, sight, ids, index.lexicon()).here();
            Map<Long, Signature> signatures = new HashMap<>();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                read(leaf, Circle.of(wanted, leaf), signatures);
            }
            return signatures;
        });
    }

    /**
     * The complaints, of all that may be seen, that share rare words or names with these.
     *
     * @param mostForEach how many at most for each
     */
    public List<Sharing> sharing(Set<Long> ids, int mostForEach, Sight sight) {
        return ask(sight, searcher -> {
            Lexicon lexicon = index.lexicon();
            Circle circle = Circle.around(searcher, sight, ids, lexicon);
            return SharedWords.of(searcher.getIndexReader(), circle, lexicon).found(mostForEach);
        });
    }

    private static void read(LeafReaderContext leaf, FixedBitSet wanted, Map<Long, Signature> into) throws IOException {
        NumericDocValues ids = DocValues.getNumeric(leaf.reader(), Documents.ID_VALUE);
        BinaryDocValues signatures = DocValues.getBinary(leaf.reader(), Documents.SIGNATURE);
        int doc = wanted.nextSetBit(0);
        while (doc != DocIdSetIterator.NO_MORE_DOCS) {
            if (ids.advanceExact(doc) && signatures.advanceExact(doc)) {
                into.put(ids.longValue(), Signature.read(BytesRef.deepCopyOf(signatures.binaryValue()).bytes));
            }
            doc = doc + 1 < wanted.length() ? wanted.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS;
        }
    }

    private <T> T ask(Sight sight, Question<T> question) {
        boolean withSealed = sight.compartments().stream().anyMatch(Compartments::sealed);
        try (View view = index.view(withSealed)) {
            // A phrase is asked for once; keeping what it found would only push out what is asked again.
            view.searcher().setQueryCache(null);
            return question.ask(view.searcher());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
