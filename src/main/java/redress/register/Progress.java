package redress.register;

import java.io.PrintStream;
import java.util.Locale;

/** One line that tells how far the import is, how fast, and how long it will still take; renewed once a second. */
final class Progress {

    private static final long SECOND = 1_000_000_000L;
    private static final int WIDTH = 24;

    private final PrintStream out;
    private final boolean sameLine;
    private final long started = System.nanoTime();
    private long loading;
    private long before;
    private long total;
    private long read;
    private long last = started;
    private String file = "";

    /** @param sameLine whether the line can be written over, as on a terminal */
    Progress(PrintStream out, boolean sameLine) {
        this.out = out;
        this.sameLine = sameLine;
    }

    void reading(String name) {
        file = name;
    }

    void read(long done) {
        read++;
        if (read % 512 == 0 && due(1)) {
            show(String.format(Locale.ROOT, "Reading %s: %,d rows so far, %,d of them done", file, read, done));
        }
    }

    /** From here on it is known how many rows there are. */
    void total(long rows) {
        total = rows;
        loading = System.nanoTime();
        before = -1;
    }

    void written(long done) {
        if (total == 0) {
            return;
        }
        before = before < 0 ? done : before;
        if (!due(sameLine ? 1 : 5)) {
            return;
        }
        double rate = (done - before) / Math.max(0.001, (System.nanoTime() - loading) / (double) SECOND);
        long left = rate <= 0 ? 0 : Math.round((total - done) / rate);
        int bar = (int) (WIDTH * done / Math.max(1, total));
        show(String.format(
                Locale.ROOT,
                "[%s%s] %,d of %,d rows, %,.0f rows/s, %d:%02d left",
                "#".repeat(bar),
                ".".repeat(WIDTH - bar),
                done,
                total,
                rate,
                left / 60,
                left % 60));
    }

    void finished() {
        if (sameLine) {
            out.print("\r" + " ".repeat(100) + "\r");
        }
    }

    double seconds() {
        return (System.nanoTime() - started) / (double) SECOND;
    }

    private boolean due(int seconds) {
        long now = System.nanoTime();
        if (now - last < seconds * SECOND) {
            return false;
        }
        last = now;
        return true;
    }

    private void show(String line) {
        if (sameLine) {
            out.printf("\r%-100s", line);
            out.flush();
        } else {
            out.println(line);
        }
    }
}
