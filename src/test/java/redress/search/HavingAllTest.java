package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

class HavingAllTest {

    private static final int DOCUMENTS = 3_000;
    /** Of so many documents one has the word; the last is in none. */
    private static final List<Integer> ONE_IN = List.of(1, 2, 3, 30, 900, Integer.MAX_VALUE);

    private static final List<String> PLACES = List.of("narrative", "statement");

    /** Which documents have which word, in either of two places. */
    private final BitSet[] having = ONE_IN.stream().map(each -> new BitSet()).toArray(BitSet[]::new);

    @Test
    void finds_those_that_have_every_word_however_rare_or_common_each_is() throws IOException {
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            write(directory);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                LeafReaderContext segment = reader.leaves().getFirst();
                assertThat(reader.leaves()).hasSize(1);
                for (int some = 1; some < 1 << ONE_IN.size(); some++) {
                    for (Stretch within : stretches(segment)) {
                        FixedBitSet found = HavingAll.of(words(new IndexSearcher(reader), segment, some), within);
                        assertThat(BitSet.valueOf(found.getBits())).isEqualTo(expected(some, within));
                    }
                }
            }
        }
        assertThat(having[0].cardinality()).isEqualTo(DOCUMENTS);
        assertThat(having[4].cardinality()).isPositive();
    }

    /** A whole segment, both halves of it, one document and its end. */
    private static List<Stretch> stretches(LeafReaderContext segment) {
        List<Stretch> halves =
                Stretch.halves(List.of(segment)).stream().flatMap(List::stream).toList();
        assertThat(halves)
                .containsExactly(
                        new Stretch(segment, 0, DOCUMENTS / 2), new Stretch(segment, DOCUMENTS / 2, DOCUMENTS));
        return Stream.concat(
                        Stream.of(
                                Stretch.all(segment),
                                new Stretch(segment, 77, 78),
                                new Stretch(segment, DOCUMENTS - 200, DOCUMENTS)),
                        halves.stream())
                .toList();
    }

    private BitSet expected(int some, Stretch within) {
        BitSet expected = new BitSet();
        expected.set(within.from(), within.to());
        for (int word = 0; word < having.length; word++) {
            if ((some >> word & 1) == 1) {
                expected.and(having[word]);
            }
        }
        return expected;
    }

    private void write(ByteBuffersDirectory directory) throws IOException {
        Random random = new Random(12);
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (int doc = 0; doc < DOCUMENTS; doc++) {
                Document document = new Document();
                for (int word = 0; word < having.length; word++) {
                    if (random.nextInt(ONE_IN.get(word)) == 0) {
                        having[word].set(doc);
                        String place = PLACES.get(random.nextInt(PLACES.size()));
                        document.add(new StringField(place, "w" + word, Field.Store.NO));
                    }
                }
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    private static List<List<Scorer>> words(IndexSearcher searcher, LeafReaderContext segment, int some)
            throws IOException {
        List<List<Scorer>> words = new ArrayList<>();
        for (int word = 0; word < ONE_IN.size(); word++) {
            if ((some >> word & 1) == 1) {
                List<Scorer> places = new ArrayList<>();
                for (String place : PLACES) {
                    Scorer scorer = searcher.createWeight(
                                    new TermQuery(new Term(place, "w" + word)), ScoreMode.COMPLETE, 1f)
                            .scorer(segment);
                    if (scorer != null) {
                        places.add(scorer);
                    }
                }
                words.add(places);
            }
        }
        return words;
    }
}
