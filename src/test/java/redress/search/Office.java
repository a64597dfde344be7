package redress.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import redress.access.Sight;

/** A database of sheets with a ledger of steps, in memory. */
final class Office {

    final TreeMap<Long, ComplaintSheet> complaints = new TreeMap<>();
    final TreeMap<Long, List<Long>> batches = new TreeMap<>();
    final List<Source.Step> steps = new ArrayList<>();
    final AtomicInteger reads = new AtomicInteger();
    final AtomicInteger renewed = new AtomicInteger();

    /** The mark of the country's lists. */
    final AtomicReference<String> lists = new AtomicReference<>("lists");

    private final Random random = new Random(1);

    synchronized void receive(long id, int version, String compartment) {
        complaints.put(id, sheet(id, version, compartment));
        steps.add(Source.Step.changed(steps.size(), id));
    }

    /** Receives a sheet as it is. */
    synchronized void receive(ComplaintSheet sheet) {
        complaints.put(sheet.id(), sheet);
        steps.add(Source.Step.changed(steps.size(), sheet.id()));
    }

    synchronized void load(long batch, long from, long to) {
        List<Long> ids = new ArrayList<>();
        for (long id = from; id < to; id++) {
            complaints.put(id, sheet(id, 1, Sight.OPEN));
            ids.add(id);
        }
        batches.put(batch, ids);
        steps.add(Source.Step.imported(steps.size(), batch));
    }

    /** The country's lists say something else of a complaint, which no act tells. */
    synchronized void listsChanged(ComplaintSheet told) {
        complaints.put(told.id(), told);
        lists.set(lists.get() + "'");
    }

    /** A batch that changes no complaint, such as one of postings. */
    synchronized void importOthers(long batch) {
        steps.add(Source.Step.imported(steps.size(), batch));
    }

    synchronized void erase(long id) {
        complaints.remove(id);
        steps.add(Source.Step.changed(steps.size(), id));
    }

    /** A record of the complaint was erased; this is what is left. */
    synchronized void eraseRecord(ComplaintSheet left) {
        complaints.put(left.id(), left);
        steps.add(Source.Step.erased(steps.size(), left.id()));
    }

    private ComplaintSheet sheet(long id, int version, String compartment) {
        return new ComplaintSheet(id, "N-" + id, version, id)
                .seenBy(compartment, null)
                .say(TextField.NARRATIVE, SheetExamples.text(random));
    }

    synchronized Digest digest() {
        Digest digest = new Digest();
        complaints.values().forEach(sheet -> digest.add(sheet.id(), sheet.version(), sheet.records()));
        return digest;
    }

    synchronized Map<String, Digest> digests() {
        Map<String, Digest> digests = new TreeMap<>();
        complaints
                .values()
                .forEach(sheet -> digests.computeIfAbsent(sheet.compartment(), label -> new Digest())
                        .add(sheet.id(), sheet.version(), sheet.records()));
        return digests;
    }

    private synchronized List<Source.Step> after(long position, int limit) {
        return List.copyOf(steps.subList((int) position + 1, (int) Math.min(steps.size(), position + 1 + limit)));
    }

    private synchronized List<ComplaintSheet> read(Collection<Long> ids) {
        reads.addAndGet(ids.size());
        return ids.stream().filter(complaints::containsKey).map(complaints::get).toList();
    }

    private static List<Long> page(Collection<Long> ids, long after, int limit) {
        return ids.stream().filter(id -> id > after).limit(limit).toList();
    }

    Source source() {
        return new Source(
                this::after,
                () -> steps.size() - 1,
                this::read,
                (after, limit) -> {
                    synchronized (this) {
                        return page(complaints.keySet(), after, limit);
                    }
                },
                (batch, after, limit) -> page(batches.getOrDefault(batch, List.of()), after, limit),
                renewed::incrementAndGet,
                lists::get);
    }
}
