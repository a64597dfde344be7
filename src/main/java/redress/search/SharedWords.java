package redress.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which complaints say the same rare words, names or numbers as those of a set. How rare a word is counts only what the
 * asker may see. A word that more than {@value #MOST_WITH_IT} complaints say is not looked at further, so the work
 * grows with the number of words and not with that of pairs.
 */
final class SharedWords {

    static final int MOST_WITH_IT = 30;

    /** Two complaints must share so many rare words; a name or number of somebody counts as two. */
    private static final int LEAST_SHARED = 2;

    private static final Map<TextField, Integer> WEIGHTS =
            Map.of(TextField.NARRATIVE, 1, TextField.WORDS, 1, TextField.NAMES, 2);

    /** Where words are looked for. */
    static final Set<TextField> FIELDS = WEIGHTS.keySet();

    private final IndexReader reader;
    private final Circle circle;
    private final @Nullable Lexicon lexicon;
    private final int[] documents = new int[MOST_WITH_IT];
    private long[] pairs = new long[1 << 10];
    private int size;

    /** By a walk along all words. */
    SharedWords(IndexReader reader, Circle circle) {
        this(reader, circle, null);
    }

    private SharedWords(IndexReader reader, Circle circle, @Nullable Lexicon lexicon) {
        this.reader = reader;
        this.circle = circle;
        this.lexicon = lexicon;
    }

    /** From what the documents say or, where there is no memory for that, by a walk along all words. */
    static SharedWords of(IndexReader reader, Circle circle, Lexicon lexicon) throws IOException {
        return new SharedWords(reader, circle, lexicon.holds(reader, FIELDS) ? lexicon : null);
    }

    /** The complaints that share most with each of the set, at most so many for each. */
    List<Sharing> found(int mostForEach) throws IOException {
        for (Map.Entry<TextField, Integer> field : WEIGHTS.entrySet()) {
            if (lexicon == null) {
                Terms terms = MultiTerms.getTerms(reader, field.getKey().field());
                walk(terms == null ? TermsEnum.EMPTY : terms.iterator(), field.getValue());
            } else {
                look(field.getKey(), field.getValue(), lexicon);
            }
        }
        Map<Long, List<Sharing>> best = new TreeMap<>();
        for (Sharing each : enough()) {
            best.computeIfAbsent(each.one(), one -> new ArrayList<>()).add(each);
        }
        return best.values().stream()
                .flatMap(of -> of.stream()
                        .sorted(Comparator.comparingInt((Sharing each) -> -each.shared())
                                .thenComparingLong(Sharing::other))
                        .limit(mostForEach))
                .toList();
    }

    private void look(TextField field, int weight, Lexicon words) throws IOException {
        Map<LeafReaderContext, Said> said = new LinkedHashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            said.put(leaf, words.of(leaf.reader(), field));
        }
        int[] seen = new int[words.words()];
        FixedBitSet own = new FixedBitSet(Math.max(1, seen.length));
        said.forEach((leaf, each) -> {
            each.count(circle.both(leaf), seen);
            Said.each(Circle.of(circle.here(), leaf), doc -> each.each(doc, own::set));
        });
        for (int number = 0; number < seen.length; number++) {
            if (own.get(number) && (seen[number] < 2 || seen[number] > MOST_WITH_IT)) {
                own.clear(number);
            }
        }
        Rare rare = new Rare(field, own, seen);
        for (Map.Entry<LeafReaderContext, Said> each : said.entrySet()) {
            rare.gather(each.getKey(), each.getValue(), words);
        }
        rare.with.forEach((number, with) -> {
            if (!Tongue.littleInAny(words.word(number).utf8ToString())) {
                System.arraycopy(with, 0, documents, 0, with.length);
                join(with.length, weight);
            }
        });
    }

    /** The documents that may be seen with each of some rare words. */
    private final class Rare {

        private final TextField field;
        private final FixedBitSet wanted;
        private final int[] left;
        private final Map<Integer, int[]> with = new TreeMap<>();

        Rare(TextField field, FixedBitSet wanted, int[] seen) {
            this.field = field;
            this.wanted = wanted;
            left = seen;
        }

        void gather(LeafReaderContext leaf, Said said, Lexicon words) throws IOException {
            Terms terms = leaf.reader().terms(field.field());
            TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
            PostingsEnum documents = null;
            for (int place = 0; place < said.words(); place++) {
                int number = said.number(place);
                if (wanted.get(number) && each.seekExact(words.word(number))) {
                    documents = each.postings(documents, PostingsEnum.NONE);
                    take(documents, leaf.docBase, number);
                }
            }
        }

        private void take(PostingsEnum documents, int base, int number) throws IOException {
            int[] taken = with.computeIfAbsent(number, key -> new int[left[key]]);
            for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                if (circle.here().get(base + doc) || circle.elsewhere().get(base + doc)) {
                    taken[taken.length - left[number]--] = base + doc;
                }
            }
        }
    }

    private void walk(TermsEnum each, int weight) throws IOException {
        PostingsEnum with = null;
        for (BytesRef word = each.next(); word != null; word = each.next()) {
            if (word.length > 0 && word.bytes[word.offset] == Tongue.MARK) {
                if (each.seekCeil(WordCount.AFTER_THE_STEMS) == TermsEnum.SeekStatus.END) {
                    return;
                }
                word = each.term();
            }
            with = each.postings(with, PostingsEnum.NONE);
            int count = seen(with);
            if (count > 1 && !Tongue.littleInAny(word.utf8ToString())) {
                join(count, weight);
            }
        }
    }

    /** How many of the documents that may be seen have the word; -1 if they are too many or none of them is here. */
    private int seen(PostingsEnum with) throws IOException {
        int count = 0;
        boolean own = false;
        for (int doc = with.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = with.nextDoc()) {
            boolean here = circle.here().get(doc);
            if (here || circle.elsewhere().get(doc)) {
                if (count == MOST_WITH_IT) {
                    return -1;
                }
                documents[count++] = doc;
                own |= here;
            }
        }
        return own ? count : -1;
    }

    private void join(int count, int weight) {
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count && circle.here().get(documents[i]); j++) {
                // Two of the set are a pair once.
                if (i != j && !(circle.here().get(documents[j]) && j < i)) {
                    pairs = ArrayUtil.grow(pairs, size + weight);
                    Arrays.fill(pairs, size, size + weight, (long) documents[i] << Integer.SIZE | documents[j]);
                    size += weight;
                }
            }
        }
    }

    /** The pairs that share enough. */
    private List<Sharing> enough() throws IOException {
        Arrays.sort(pairs, 0, size);
        List<Sharing> found = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || pairs[i] != pairs[from]) {
                if (i - from >= LEAST_SHARED) {
                    found.add(new Sharing(pairs[from] >>> Integer.SIZE, (int) pairs[from], i - from));
                }
                from = i;
            }
        }
        Map<Long, Long> ids = ids(found);
        found.replaceAll(each -> {
            long one = ids.getOrDefault(each.one(), 0L);
            long other = ids.getOrDefault(each.other(), 0L);
            // In which order two of the set stand must not depend on how documents happen to be numbered.
            boolean turned = other < one && circle.here().get((int) each.other());
            return turned ? new Sharing(other, one, each.shared()) : new Sharing(one, other, each.shared());
        });
        return found;
    }

    /** The ids of the complaints by the numbers of their documents. */
    private Map<Long, Long> ids(List<Sharing> found) throws IOException {
        Map<Long, Long> ids = new HashMap<>();
        NumericDocValues values = MultiDocValues.getNumericValues(reader, Documents.ID_VALUE);
        long[] wanted = found.stream()
                .flatMapToLong(each -> LongStream.of(each.one(), each.other()))
                .sorted()
                .distinct()
                .toArray();
        for (long doc : wanted) {
            if (values.advanceExact((int) doc)) {
                ids.put(doc, values.longValue());
            }
        }
        return ids;
    }
}
