package redress.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;

/** The narratives word after word, as far as their words are in a list; a word's number is its place in the list. */
final class InOrder {

    /** The number of a word that is not in the list. */
    static final int NONE = -1;

    private final List<Leaf> leaves;

    private InOrder(List<Leaf> leaves) {
        this.leaves = List.copyOf(leaves);
    }

    /** The narratives of one segment; the numbers of its words, in the order of its dictionary. */
    record Leaf(LeafReaderContext context, SaidInOrder narratives, int[] numbers) {

        /** The number of one of the words of a document. */
        int number(int doc, int position) {
            return numbers[narratives.word(doc, position)];
        }
    }

    /** The narratives of an index; empty where there is no memory for them. */
    static Optional<InOrder> of(IndexReader reader, List<WordCount.Word> words, Lexicon lexicon) throws IOException {
        if (!lexicon.holdsNarratives(reader)) {
            return Optional.empty();
        }
        List<Leaf> leaves = new ArrayList<>();
        int[] numbers = numbers(words, lexicon);
        for (LeafReaderContext leaf : reader.leaves()) {
            Optional<SaidInOrder> narratives = lexicon.narratives(leaf.reader());
            if (narratives.isEmpty()) {
                return Optional.empty();
            }
            Said said = lexicon.of(leaf.reader(), TextField.NARRATIVE);
            int[] own = new int[said.words()];
            for (int place = 0; place < own.length; place++) {
                int number = said.number(place);
                own[place] = number < numbers.length ? numbers[number] : NONE;
            }
            leaves.add(new Leaf(leaf, narratives.get(), own));
        }
        return Optional.of(new InOrder(leaves));
    }

    /** The numbers in the list by those of the lexicon. */
    private static int[] numbers(List<WordCount.Word> words, Lexicon lexicon) {
        int[] numbers = new int[lexicon.words()];
        Arrays.fill(numbers, NONE);
        for (int i = 0; i < words.size(); i++) {
            numbers[lexicon.number(new BytesRef(words.get(i).text()))] = i;
        }
        return numbers;
    }

    /** Segment by segment, in the order of their documents. */
    List<Leaf> leaves() {
        return leaves;
    }
}
