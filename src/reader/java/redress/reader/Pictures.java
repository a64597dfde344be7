package redress.reader;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads pictures with the program {@code tesseract} where it is installed. A picture goes to it by its input and comes
 * back as text, so that nothing is left on a disk.
 */
final class Pictures {

    /** A larger picture is not opened: it would take more memory than this process has. */
    private static final long MOST_PIXELS = 50_000_000;

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String PROGRAM = System.getProperty("redress.reader.tesseract", "tesseract");
    private static final List<String> WANTED =
            List.of(System.getProperty("redress.reader.languages", "eng,fra,bos,srp_latn,srp,ara")
                    .split(","));

    private final String program;
    private final String languages;

    private Pictures(String program, String languages) {
        this.program = program;
        this.languages = languages;
    }

    /** The program was ended because it took too long: what it had said by then is not all. */
    static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Looks whether the program is here and which languages it has. */
    static Pictures found() {
        return found(PROGRAM);
    }

    /** The same of a program of that name or at that place. */
    static Pictures found(String program) {
        try {
            String said = output(List.of(program, "--list-langs"), new byte[0], LIMIT);
            List<String> installed = said.lines().map(String::strip).toList();
            return new Pictures(
                    program,
                    String.join("+", WANTED.stream().filter(installed::contains).toList()));
        } catch (IOException absent) {
            return new Pictures(program, "");
        }
    }

    /** Whether any picture can be read. */
    boolean readable() {
        return !languages.isEmpty();
    }

    /** The words of a picture as it was sent. */
    Answer read(byte[] picture) {
        return read(picture, LIMIT);
    }

    /** The same within a time of one's own. */
    Answer read(byte[] picture, Duration limit) {
        try {
            long pixels = pixels(picture);
            if (pixels > MOST_PIXELS) {
                return Answer.none(Verdict.SWOLLEN);
            }
            return pixels == 0 ? Answer.none(Verdict.BROKEN) : new Answer(Verdict.READ, words(picture, limit));
        } catch (TooSlow late) {
            return Answer.none(Verdict.SLOW);
        } catch (IOException broken) {
            return Answer.none(Verdict.BROKEN);
        }
    }

    /**
     * The words of a page that was drawn here.
     *
     * @throws TooSlow where there was no time left, or not enough
     * @throws IOException where the program failed
     */
    String words(BufferedImage page, Duration limit) throws IOException {
        if (limit.isNegative() || limit.isZero()) {
            throw new TooSlow();
        }
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(page, "png", picture);
        return words(picture.toByteArray(), limit);
    }

    private String words(byte[] picture, Duration limit) throws IOException {
        return output(List.of(program, "stdin", "stdout", "-l", languages), picture, limit);
    }

    /** How many points it has by its own word, 0 where it is no picture. Nothing is unpacked for that. */
    private static long pixels(byte[] picture) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return 0;
            }
            ImageReader reader = readers.next();
            reader.setInput(in);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            reader.dispose();
            return pixels;
        }
    }

    private static String output(List<String> command, byte[] input, Duration limit) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        // One picture, one processor: the portal needs the others.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    late.set(process.isAlive());
                    process.destroyForcibly();
                });
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(process, input));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        sent.join();
        int code = process.onExit().join().exitValue();
        if (code == 0) {
            return said;
        }
        throw late.get() ? new TooSlow() : new IOException("it ended with " + code);
    }

    private static void send(Process process, byte[] input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException ended) {
            // It read enough, or has ended: by what it ends with it says whether that was well.
        }
    }
}
