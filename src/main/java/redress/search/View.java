package redress.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/**
 * The index as it stood at one moment, for one question. Without the sealed shelf a reader of the open one; with it,
 * both as one, but the weight of a word still comes from the open shelf alone, so that no score tells anything about
 * sealed complaints to those who may see some of them.
 */
final class View implements Closeable {

    private final List<DirectoryReader> readers = new ArrayList<>();
    private final IndexSearcher searcher;

    View(DirectoryReader open) {
        readers.add(open);
        searcher = new IndexSearcher(open);
    }

    View(DirectoryReader open, DirectoryReader sealed) throws IOException {
        readers.add(open);
        readers.add(sealed);
        searcher = new OpenStatistics(new MultiReader(new IndexReader[] {open, sealed}, false), open);
    }

    /** A searcher of its own, so that a time limit set on it concerns nobody else. */
    IndexSearcher searcher() {
        return searcher;
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
            if ((live == null || live.get(doc)) && versions.advanceExact(doc) && records.advanceExact(doc)) {
                digest.add(ids.longValue(), versions.longValue(), records.longValue());
            }
        }
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
            boolean there = (live == null || live.get(doc)) && ids.advanceExact(doc);
            if (there && versions.advanceExact(doc) && records.advanceExact(doc)) {
                digest.add(ids.longValue(), versions.longValue(), records.longValue());
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (searcher.getIndexReader() instanceof MultiReader both) {
            both.close();
        }
        for (DirectoryReader reader : readers) {
            reader.decRef();
        }
    }

    /** Takes how common a word is from the open shelf only. */
    private static final class OpenStatistics extends IndexSearcher {

        private final IndexSearcher open;

        OpenStatistics(IndexReader both, DirectoryReader open) {
            super(both);
            this.open = new IndexSearcher(open);
        }

        @Override
        public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) throws IOException {
            IndexReader reader = open.getIndexReader();
            int inOpen = Math.max(1, reader.docFreq(term));
            return new TermStatistics(term.bytes(), inOpen, Math.max(inOpen, reader.totalTermFreq(term)));
        }

        @Override
        @SuppressWarnings("NullAway") // Lucene's own contract: null where no document has the field
        public CollectionStatistics collectionStatistics(String field) throws IOException {
            CollectionStatistics ofOpen = open.collectionStatistics(field);
            if (ofOpen != null) {
                return ofOpen;
            }
            return super.collectionStatistics(field) == null ? null : new CollectionStatistics(field, 1, 1, 1, 1);
        }
    }
}
