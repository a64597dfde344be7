package redress.search;

import com.sun.management.OperatingSystemMXBean;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import redress.planted.PlantedDocument;

/** An index of ours that grows, with what each growth costs. */
public final class Filling implements Closeable {

    /** As many as the follower takes at once. */
    private static final int TOGETHER = 400;

    private final Generation generation;

    /** An empty one. */
    public Filling(Path folder) throws IOException {
        generation = new SearchIndex(folder).begin();
    }

    /** CPU of the whole process for each of these, in milliseconds, until they are committed and no merge runs. */
    public double cpuMillis(List<PlantedDocument> documents) throws IOException, InterruptedException {
        List<ComplaintSheet> sheets = documents.stream().map(BenchCorpus::sheet).toList();
        long before = cpu();
        for (int from = 0; from < sheets.size(); from += TOGETHER) {
            List<ComplaintSheet> some = sheets.subList(from, Math.min(from + TOGETHER, sheets.size()));
            generation.replace(some.stream().map(ComplaintSheet::id).toList(), some);
        }
        generation.commit();
        settle();
        return (cpu() - before) / 1e6 / sheets.size();
    }

    /** Waits until no merge runs in this process. */
    static void settle() throws InterruptedException {
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("Lucene Merge Thread"))) {
            Thread.sleep(5);
        }
    }

    static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    @Override
    public void close() throws IOException {
        generation.close();
    }
}
