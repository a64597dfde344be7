package redress.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The index as it stood at one moment, for one question. Without the sealed shelf a reader of the open one; with it,
 * both as one, but the weight of a word still comes from the open shelf alone, so that no score tells anything about
 * sealed complaints to those who may see some of them.
 */
final class View implements Closeable {

    private final List<DirectoryReader> readers = new ArrayList<>();
    private final IndexSearcher searcher;
    private final IndexReader reader;

    View(DirectoryReader open) {
        readers.add(open);
        reader = open;
        searcher = new Searcher(open, open, null);
    }

    View(DirectoryReader open, DirectoryReader sealed) throws IOException {
        readers.add(open);
        readers.add(sealed);
        reader = new MultiReader(new IndexReader[] {open, sealed}, false);
        searcher = new Searcher(reader, open, null);
    }

    /** A searcher of its own, so that a time limit set on it concerns nobody else. */
    IndexSearcher searcher() {
        return searcher;
    }

    /** One that lets these help; its collectors are for a part of the segments each. */
    IndexSearcher searcher(Executor helpers) {
        return new Searcher(reader, readers.getFirst(), helpers);
    }

    /** The digest over all documents in view. */
    Digest digest() throws IOException {
        Digest digest = new Digest();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            add(digest, leaf.reader());
        }
        return digest;
    }

    private static void add(Digest digest, LeafReader reader) throws IOException {
        NumericDocValues ids = DocValues.getNumeric(reader, Documents.ID_VALUE);
        NumericDocValues versions = DocValues.getNumeric(reader, Documents.VERSION);
        NumericDocValues records = DocValues.getNumeric(reader, Documents.RECORDS);
        Bits live = reader.getLiveDocs();
        for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
            if (isLive(live, doc) && versions.advanceExact(doc) && records.advanceExact(doc)) {
                digest.add(ids.longValue(), versions.longValue(), records.longValue());
            }
        }
    }

    private static boolean isLive(@Nullable Bits live, int doc) {
        return live == null || live.get(doc);
    }

    /** The digest over all documents in view for each compartment of which there are any. */
    Map<String, Digest> digests() throws IOException {
        Map<String, Digest> digests = new TreeMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms compartments = leaf.reader().terms(Documents.COMPARTMENT);
            TermsEnum each = compartments == null ? TermsEnum.EMPTY : compartments.iterator();
            for (BytesRef name = each.next(); name != null; name = each.next()) {
                Digest digest = digests.computeIfAbsent(name.utf8ToString(), label -> new Digest());
                add(digest, leaf.reader(), each.postings(null, PostingsEnum.NONE));
            }
        }
        digests.values().removeIf(Digest::nothing);
        return digests;
    }

    private static void add(Digest digest, LeafReader reader, PostingsEnum documents) throws IOException {
        NumericDocValues ids = DocValues.getNumeric(reader, Documents.ID_VALUE);
        NumericDocValues versions = DocValues.getNumeric(reader, Documents.VERSION);
        NumericDocValues records = DocValues.getNumeric(reader, Documents.RECORDS);
        Bits live = reader.getLiveDocs();
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            boolean there = isLive(live, doc) && ids.advanceExact(doc);
            if (there && versions.advanceExact(doc) && records.advanceExact(doc)) {
                digest.add(ids.longValue(), versions.longValue(), records.longValue());
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (reader instanceof MultiReader both) {
            both.close();
        }
        for (DirectoryReader reader : readers) {
            reader.decRef();
        }
    }

    /** Takes how common a word is from the open shelf only; whoever helps takes over about half of the complaints. */
    private static final class Searcher extends IndexSearcher {

        private static final int PARTS = 2;

        private final IndexReader open;

        Searcher(IndexReader all, DirectoryReader open, @Nullable Executor helpers) {
            super(all, helpers);
            this.open = open;
        }

        /** The largest segment first, each to the part that has less by then. */
        @Override
        protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
            List<List<LeafReaderContextPartition>> parts = new ArrayList<>();
            int[] documents = new int[PARTS];
            for (int part = 0; part < PARTS; part++) {
                parts.add(new ArrayList<>());
            }
            leaves.stream()
                    .sorted(Comparator.comparingInt(
                                    (LeafReaderContext leaf) -> leaf.reader().maxDoc())
                            .reversed())
                    .forEach(leaf -> {
                        int part = documents[0] <= documents[1] ? 0 : 1;
                        documents[part] += leaf.reader().maxDoc();
                        parts.get(part).add(LeafReaderContextPartition.createForEntireSegment(leaf));
                    });
            return parts.stream()
                    .filter(part -> !part.isEmpty())
                    .map(LeafSlice::new)
                    .toArray(LeafSlice[]::new);
        }

        @Override
        public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) throws IOException {
            if (open == getIndexReader()) {
                return super.termStatistics(term, docFreq, totalTermFreq);
            }
            int inOpen = Math.max(1, open.docFreq(term));
            return new TermStatistics(term.bytes(), inOpen, Math.max(inOpen, open.totalTermFreq(term)));
        }

        @Override
        @SuppressWarnings("NullAway") // Lucene's own contract: null where no document has the field
        public CollectionStatistics collectionStatistics(String field) throws IOException {
            CollectionStatistics all = super.collectionStatistics(field);
            if (all == null || open == getIndexReader()) {
                return all;
            }
            CollectionStatistics ofOpen = new IndexSearcher(open).collectionStatistics(field);
            return ofOpen == null ? new CollectionStatistics(field, 1, 1, 1, 1) : ofOpen;
        }
    }
}
