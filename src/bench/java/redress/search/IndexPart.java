package redress.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.IOUtils;
import redress.bench.Turns;
import redress.planted.PlantedCorpus;
import redress.planted.PlantedDocument;

/**
 * Complaints from memory into the index: our sheets through {@link Generation#replace} as the follower does it, with
 * the making of the document and the look for an earlier version, beside a raw {@code IndexWriter} that is handed
 * finished documents with the same fields and analyzers. A block is a whole index, from empty to the last complaint:
 * merges come now and then and cost as much as many complaints, so that parts of an index could not be compared.
 * Counted is the CPU of the whole process from the first complaint of a portion until it is committed and no merge runs
 * any more.
 */
public final class IndexPart {

    private static final int WARMING = 1;
    private static final int BLOCKS = 5;
    private static final int BLOCKS_OF_MANY = 3;
    private static final int MANY = 500_000;
    private static final int PORTIONS = 12;
    private static final double BOUND = 0.90;

    private final Path folder;
    private final int docs;
    private final PlantedCorpus corpus;
    private int filled;

    private IndexPart(Path folder, int docs) {
        this.folder = folder;
        this.docs = docs;
        corpus = PlantedCorpus.of(docs, BenchCorpus.SEED);
    }

    /** Fills indexes in a folder, ours and raw ones in turns, and prints one line. */
    public static void run(Path folder, int docs) throws Exception {
        IndexPart part = new IndexPart(folder, docs);
        Turns turns = Turns.of(WARMING, docs < MANY ? BLOCKS : BLOCKS_OF_MANY, part::ours, part::raw);
        System.out.printf(
                Locale.ROOT,
                "indexing of %,d complaints from memory: %,.0f a second of CPU, raw IndexWriter %,.0f; %s%n",
                docs,
                1e3 / turns.ours(),
                1e3 / turns.theirs(),
                turns.faster(BOUND));
    }

    private double ours() throws IOException, InterruptedException {
        Path index = folder.resolve("filled-" + filled++);
        double millis = 0;
        try (Filling filling = new Filling(index)) {
            for (int portion = 0; portion < PORTIONS; portion++) {
                List<PlantedDocument> documents = documents(portion);
                millis += filling.cpuMillis(documents) * documents.size();
            }
        }
        IOUtils.rm(index);
        return millis / docs;
    }

    private double raw() throws IOException, InterruptedException {
        Path index = folder.resolve("filled-raw-" + filled++);
        double millis = 0;
        try (RawLucene raw = new RawLucene(index, new Words(), Shelf.bufferMb(), Dimension.all())) {
            for (int portion = 0; portion < PORTIONS; portion++) {
                millis += cpuMillis(raw, documents(portion));
            }
        }
        IOUtils.rm(index);
        return millis / docs;
    }

    private static double cpuMillis(RawLucene raw, List<PlantedDocument> planted)
            throws IOException, InterruptedException {
        List<Document> documents = new ArrayList<>();
        for (PlantedDocument document : planted) {
            documents.add(raw.document(BenchCorpus.sheet(document)));
        }
        long before = Filling.cpu();
        for (Document document : documents) {
            raw.add(document);
        }
        raw.commit();
        Filling.settle();
        return (Filling.cpu() - before) / 1e6;
    }

    private List<PlantedDocument> documents(int portion) {
        List<PlantedDocument> documents = new ArrayList<>();
        int end = (int) ((portion + 1L) * docs / PORTIONS);
        for (int i = (int) ((long) portion * docs / PORTIONS); i < end; i++) {
            documents.add(corpus.document(i));
        }
        return documents;
    }
}
