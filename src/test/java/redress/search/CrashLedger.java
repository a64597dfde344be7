package redress.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import redress.access.Sight;

/**
 * A ledger of which only the length is kept, in a file that outlives a kill. What happened at a position follows from
 * the position: a complaint comes in, changes, is sealed or is erased.
 */
final class CrashLedger implements Closeable {

    private static final int COMPLAINTS = 400;

    private final FileChannel file;
    private final TreeMap<Long, Long> changedAt = new TreeMap<>();
    private long end = -1;

    CrashLedger(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ByteBuffer kept = ByteBuffer.allocate(Long.BYTES);
        long until = file.read(kept, 0) == Long.BYTES ? kept.getLong(0) : -1;
        while (end < until) {
            step();
        }
    }

    /** So many more things happen. */
    synchronized void grow(int steps) throws IOException {
        file.write(ByteBuffer.allocate(Long.BYTES).putLong(0, end + steps), 0);
        for (int i = 0; i < steps; i++) {
            step();
        }
    }

    private void step() {
        end++;
        long id = id(end);
        if (new Random(end).nextInt(10) == 0) {
            changedAt.remove(id);
        } else {
            changedAt.put(id, end);
        }
    }

    private static long id(long position) {
        return new Random(~position).nextInt(COMPLAINTS);
    }

    /** The complaint as the act at this position left it; its version is the position. */
    private static ComplaintSheet sheet(long id, long position) {
        Random random = new Random(position);
        return new ComplaintSheet(id, "N-" + id, (int) position, id)
                .seenBy(random.nextInt(10) == 1 ? SheetExamples.SEALED : Sight.OPEN, null)
                .say(TextField.NARRATIVE, SheetExamples.text(random));
    }

    synchronized List<ComplaintSheet> read(Collection<Long> ids) {
        return ids.stream()
                .filter(changedAt::containsKey)
                .map(id -> sheet(id, Objects.requireNonNull(changedAt.get(id))))
                .toList();
    }

    synchronized Map<String, Digest> digests() {
        Map<String, Digest> digests = new TreeMap<>();
        for (ComplaintSheet sheet : read(changedAt.keySet())) {
            digests.computeIfAbsent(sheet.compartment(), label -> new Digest())
                    .add(sheet.id(), sheet.version(), sheet.records());
        }
        return digests;
    }

    private synchronized List<Source.Step> after(long position, int limit) {
        List<Source.Step> steps = new ArrayList<>();
        for (long at = position + 1; at <= end && steps.size() < limit; at++) {
            steps.add(Source.Step.changed(at, id(at)));
        }
        return steps;
    }

    private synchronized List<Long> ids(long after, int limit) {
        return changedAt.tailMap(after, false).keySet().stream().limit(limit).toList();
    }

    synchronized long end() {
        return end;
    }

    Source source() {
        return new Source(this::after, this::end, this::read, this::ids, (batch, after, limit) -> List.of());
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
