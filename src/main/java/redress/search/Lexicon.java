package redress.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The words of every document of every segment that is in use, for questions that begin at documents and not at words.
 * Segments never change, so each is turned round once, when it is first asked for, and goes with it. Where all of it
 * would take too much of the memory there is none, and whoever asks walks along the words instead.
 */
final class Lexicon {

    /** This part of the memory of the process at most. */
    private static final int SHARE_OF_MEMORY = 5;

    private static final long BYTES_A_POSTING = 2;
    private static final long BYTES_A_DOCUMENT = 8;

    private final Map<IndexReader.CacheKey, Map<TextField, Said>> segments = new ConcurrentHashMap<>();
    private final Map<IndexReader.CacheKey, Optional<SaidInOrder>> narratives = new ConcurrentHashMap<>();
    private final Map<IndexReader.CacheKey, Whose> owners = new ConcurrentHashMap<>();
    private final Vocabulary vocabulary = new Vocabulary();
    private final long most;

    Lexicon() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    /** @param most how many bytes it may take, about */
    Lexicon(long most) {
        this.most = most;
    }

    /** Whether there is memory for what all documents of this reader say in these fields. */
    boolean holds(IndexReader reader, Iterable<TextField> fields) throws IOException {
        return bytes(reader, fields) <= most;
    }

    private static long bytes(IndexReader reader, Iterable<TextField> fields) throws IOException {
        long bytes = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            bytes += (long) Whose.BYTES_A_DOCUMENT * leaf.reader().maxDoc();
            for (TextField field : fields) {
                Terms terms = leaf.reader().terms(field.field());
                bytes += BYTES_A_DOCUMENT * leaf.reader().maxDoc();
                bytes += terms == null ? 0 : BYTES_A_POSTING * terms.getSumDocFreq();
            }
        }
        return bytes;
    }

    /** Whether there is memory for the narratives word after word too, beside everything else that is kept. */
    boolean holdsNarratives(IndexReader reader) throws IOException {
        long bytes = bytes(reader, SharedWords.FIELDS);
        if (bytes <= most) {
            for (LeafReaderContext leaf : reader.leaves()) {
                bytes += SaidInOrder.bytes(of(leaf.reader(), TextField.NARRATIVE));
            }
        }
        return bytes <= most;
    }

    /** The narratives of a segment, word after word; empty where they cannot be kept so. */
    Optional<SaidInOrder> narratives(LeafReader segment) throws IOException {
        Said said = of(segment, TextField.NARRATIVE);
        IndexReader.@Nullable CacheHelper helper = segment.getCoreCacheHelper();
        if (helper == null) {
            return SaidInOrder.read(segment, TextField.NARRATIVE.field(), said);
        }
        try {
            return narratives.computeIfAbsent(helper.getKey(), key -> {
                helper.addClosedListener(narratives::remove);
                return inOrder(segment, said);
            });
        } catch (UncheckedIOException broken) {
            throw new IOException("the words of a segment cannot be read", broken);
        }
    }

    private static Optional<SaidInOrder> inOrder(LeafReader segment, Said said) {
        try {
            return SaidInOrder.read(segment, TextField.NARRATIVE.field(), said);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whose the documents of a segment are, which takes little and is always kept. */
    Whose whose(LeafReader segment) throws IOException {
        IndexReader.@Nullable CacheHelper helper = segment.getCoreCacheHelper();
        if (helper == null) {
            return Whose.read(segment);
        }
        try {
            return owners.computeIfAbsent(helper.getKey(), key -> {
                helper.addClosedListener(owners::remove);
                return owners(segment);
            });
        } catch (UncheckedIOException broken) {
            throw new IOException("the ids of a segment cannot be read", broken);
        }
    }

    private static Whose owners(LeafReader segment) {
        try {
            return Whose.read(segment);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What the documents of a segment say in a field. */
    Said of(LeafReader segment, TextField field) throws IOException {
        IndexReader.@Nullable CacheHelper helper = segment.getCoreCacheHelper();
        if (helper == null) {
            return Said.read(segment, field.field(), vocabulary);
        }
        Map<TextField, Said> known = segments.computeIfAbsent(helper.getKey(), key -> {
            helper.addClosedListener(segments::remove);
            return new ConcurrentHashMap<>();
        });
        try {
            return known.computeIfAbsent(field, key -> read(segment, key));
        } catch (UncheckedIOException broken) {
            throw new IOException("the words of a segment cannot be read", broken);
        }
    }

    private Said read(LeafReader segment, TextField field) {
        try {
            return Said.read(segment, field.field(), vocabulary);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How many words there are; every number that {@link Said} tells is lower. */
    int words() {
        return vocabulary.size();
    }

    /** The number of a word. */
    int number(BytesRef word) {
        return vocabulary.number(word);
    }

    /** The word with a number. */
    BytesRef word(int number) {
        return vocabulary.word(number);
    }
}
