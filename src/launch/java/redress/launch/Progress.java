package redress.launch;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells the person who waits what is happening: one line when a step ends, with the seconds it took. */
public final class Progress {
    private final PrintStream out;
    private final long begun = System.nanoTime();

    /** Writes its lines to {@code out}. */
    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Seconds since this progress began, for one decimal. */
    public synchronized void say(String what) {
        out.printf(
                Locale.ROOT,
                "%6.1f s  %s%n",
                Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0,
                what);
        out.flush();
    }

    /** A line without a time, for what is printed at the end. */
    public synchronized void line(String text) {
        out.println(text);
        out.flush();
    }
}
