package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** Each document of a segment word after word, from nothing but the places at which its words stand. */
class SaidInOrderTest {

    private static final String FIELD = "narrative";

    private final Vocabulary vocabulary = new Vocabulary();

    private interface Look {
        void at(Said said, Optional<SaidInOrder> narratives) throws IOException;
    }

    /** A segment of these documents, each of which is told in one text or several. */
    private void segment(Analyzer words, List<List<String>> documents, Look look) throws IOException {
        try (Directory memory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(words))) {
                for (List<String> texts : documents) {
                    Document document = new Document();
                    texts.forEach(text -> document.add(new TextField(FIELD, text, Field.Store.NO)));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            try (DirectoryReader reader = DirectoryReader.open(memory)) {
                LeafReader leaf = reader.leaves().getFirst().reader();
                Said said = Said.read(leaf, FIELD, vocabulary);
                look.at(said, SaidInOrder.read(leaf, FIELD, said));
            }
        }
    }

    private String text(Said said, SaidInOrder narratives, int doc) {
        return String.join(
                " ",
                IntStream.range(0, narratives.length(doc))
                        .mapToObj(i -> vocabulary
                                .word(said.number(narratives.word(doc, i)))
                                .utf8ToString())
                        .toList());
    }

    @Test
    void each_document_reads_as_it_was_told_without_the_stems() throws IOException {
        List<String> texts = List.of("he took the money and the money went", "", "nothing", "the the the");
        try (Words words = new Words()) {
            segment(words, texts.stream().map(List::of).toList(), (said, narratives) -> {
                for (int doc = 0; doc < texts.size(); doc++) {
                    assertThat(text(said, narratives.orElseThrow(), doc)).isEqualTo(texts.get(doc));
                }
                assertThat(SaidInOrder.bytes(said)).isEqualTo(4 * 4 + 2 * (8 + 1 + 3));
            });
            segment(
                    Tongue.ENGLISH.analyzer(),
                    List.of(List.of("two complaints were told")),
                    (said, narratives) ->
                            assertThat(text(said, narratives.orElseThrow(), 0)).isEqualTo("two complaints were told"));
        }
    }

    @Test
    void a_segment_of_more_words_than_two_bytes_number_is_read_too() throws IOException {
        List<String> all = IntStream.range(0, 70_000)
                .mapToObj(i -> "w" + (i * 7_919L % 70_000))
                .toList();
        List<List<String>> documents = new ArrayList<>();
        for (int from = 0; from < all.size(); from += 10_000) {
            documents.add(List.of(String.join(" ", all.subList(from, from + 10_000))));
        }
        segment(new WhitespaceAnalyzer(), documents, (said, narratives) -> {
            boolean[] marked = new boolean[said.words()];
            marked[narratives.orElseThrow().word(6, 9_999)] = true;
            List<Integer> met = new ArrayList<>();
            for (int doc = 0; doc < documents.size(); doc++) {
                assertThat(text(said, narratives.get(), doc))
                        .isEqualTo(documents.get(doc).getFirst());
                narratives.get().each(doc, marked, met::add);
            }
            assertThat(met).containsExactly(9_999);
            assertThat(SaidInOrder.bytes(said)).isEqualTo(7 * 4 + 3 * 70_000);
        });
    }

    @Test
    void where_words_leave_places_empty_or_share_one_nothing_is_told() throws IOException {
        try (Analyzer parted = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                return new TokenStreamComponents(new Cut());
            }

            @Override
            public int getPositionIncrementGap(String field) {
                return 5;
            }
        }) {
            segment(
                    parted,
                    List.of(List.of("one text"), List.of("two", "texts")),
                    (said, narratives) -> assertThat(narratives).isEmpty());
        }
    }
}
