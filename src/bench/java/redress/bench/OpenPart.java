package redress.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import redress.launch.OpenSearch;
import redress.planted.PlantedCorpus;
import redress.planted.PlantedDocument;
import redress.search.Filling;

/**
 * Fills OpenSearch with the corpus beside an index of ours, block by block in turns: CPU of its process and of this
 * one, which sends, beside the CPU of this one where it fills ours.
 */
final class OpenPart {

    private static final int WARMING = 2;
    private static final int BLOCKS = 10;
    private static final int TOGETHER = 1_000;
    private static final double BOUND = 2.0;

    private final OpenSearch node;
    private final OpenEngine engine;
    private final PlantedCorpus corpus;
    private final int each;
    private int oursAt;
    private int theirsAt;

    private OpenPart(OpenSearch node, OpenEngine engine, int docs) {
        this.node = node;
        this.engine = engine;
        corpus = PlantedCorpus.of(docs, PortalCorpus.SEED);
        each = docs / (WARMING + BLOCKS) + 1;
    }

    /** Fills both with the whole corpus and prints one line. */
    static void fill(OpenSearch node, OpenEngine engine, Path folder, int docs) throws Exception {
        OpenPart part = new OpenPart(node, engine, docs);
        try (Filling filling = new Filling(folder.resolve("beside"))) {
            Turns turns = Turns.of(
                    WARMING,
                    BLOCKS,
                    () -> {
                        List<PlantedDocument> documents = part.documents(part.oursAt);
                        part.oursAt += part.each;
                        return filling.cpuMillis(documents);
                    },
                    part::theirs);
            System.out.printf(
                    Locale.ROOT,
                    "indexing of %,d complaints: ours %,.0f a second of CPU, OpenSearch _bulk %,.0f; %s%n",
                    docs,
                    1e3 / turns.ours(),
                    1e3 / turns.theirs(),
                    turns.faster(BOUND));
        }
    }

    private double theirs() throws Exception {
        List<PlantedDocument> documents = documents(theirsAt);
        theirsAt += each;
        double before = cpu();
        for (int from = 0; from < documents.size(); from += TOGETHER) {
            engine.bulk(documents.subList(from, Math.min(from + TOGETHER, documents.size())));
        }
        engine.settle();
        return (cpu() - before) / documents.size();
    }

    private double cpu() {
        long own = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        return (own + node.process().processorTime().toNanos()) / 1e6;
    }

    private List<PlantedDocument> documents(int from) {
        List<PlantedDocument> documents = new ArrayList<>();
        for (int i = from; i < Math.min(from + each, corpus.size()); i++) {
            documents.add(corpus.document(i));
        }
        return documents;
    }
}
