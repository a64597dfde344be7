package redress.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import redress.bench.Turns;
import redress.planted.PlantedCorpus;
import redress.planted.PlantedDocument;

/**
 * Complaints from memory into the index: our sheets through {@link Generation#replace} as the follower does it, with
 * the making of the document, its signature against copies and the look for an earlier version, beside a raw
 * {@code IndexWriter} that is handed finished documents with the same fields and analyzers. Counted is the CPU of the
 * whole process from the first complaint of a block until it is committed and no merge runs any more.
 */
public final class IndexPart {

    private static final int WARMING = 2;
    private static final int BLOCKS = 10;
    private static final double BOUND = 0.90;

    private final int each;
    private final PlantedCorpus corpus;
    private final Filling filling;
    private final RawLucene raw;
    private int oursAt;
    private int rawAt;

    private IndexPart(int docs, Filling filling, RawLucene raw) {
        this.filling = filling;
        this.raw = raw;
        each = Math.max(200, docs / (WARMING + BLOCKS));
        corpus = PlantedCorpus.of(docs, BenchCorpus.SEED);
    }

    /** Fills two indexes in a folder, block by block in turns, and prints one line. */
    public static void run(Path folder, int docs) throws Exception {
        try (Filling filling = new Filling(folder.resolve("filled"));
                RawLucene raw =
                        new RawLucene(folder.resolve("filled-raw"), new Words(), Shelf.bufferMb(), Dimension.all())) {
            IndexPart part = new IndexPart(docs, filling, raw);
            Turns turns = Turns.of(WARMING, BLOCKS, part::ours, part::raw);
            System.out.printf(
                    Locale.ROOT,
                    "indexing of %,d complaints from memory: %,.0f a second of CPU, raw IndexWriter %,.0f; %s%n",
                    part.oursAt,
                    1e3 / turns.ours(),
                    1e3 / turns.theirs(),
                    turns.faster(BOUND));
        }
    }

    private double ours() throws IOException, InterruptedException {
        List<PlantedDocument> documents = documents(oursAt);
        oursAt += each;
        return filling.cpuMillis(documents);
    }

    private double raw() throws IOException, InterruptedException {
        List<Document> documents = new ArrayList<>();
        for (PlantedDocument document : documents(rawAt)) {
            documents.add(raw.document(BenchCorpus.sheet(document)));
        }
        rawAt += each;
        long before = Filling.cpu();
        for (Document document : documents) {
            raw.add(document);
        }
        raw.commit();
        Filling.settle();
        return (Filling.cpu() - before) / 1e6 / each;
    }

    private List<PlantedDocument> documents(int from) {
        List<PlantedDocument> documents = new ArrayList<>();
        for (int i = from; i < Math.min(from + each, corpus.size()); i++) {
            documents.add(corpus.document(i));
        }
        return documents;
    }
}
