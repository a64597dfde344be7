package redress.reader;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.SAXException;

/** Takes the words out of one document with the parsers that {@code reader.xml} lists and no others. */
final class Extraction {

    /** The most characters that are taken of a document. */
    static final int MOST = 2_000_000;

    private final AutoDetectParser parser;
    private final Pictures pictures;

    private Extraction(AutoDetectParser parser, Pictures pictures) {
        this.parser = parser;
        this.pictures = pictures;
    }

    static Extraction ready() throws IOException {
        try (InputStream configuration = Extraction.class.getResourceAsStream("/redress/reader/reader.xml")) {
            if (configuration == null) {
                throw new IOException("reader.xml is not beside the program");
            }
            return new Extraction(new AutoDetectParser(new TikaConfig(configuration)), Pictures.found());
        } catch (TikaException | SAXException broken) {
            throw new IOException("reader.xml does not hold", broken);
        }
    }

    /** The words of the document; a type of which no parser is listed has none. */
    Answer read(String type, byte[] content) {
        if (type.startsWith("image/")) {
            return pictures.readable() ? pictures.read(content) : Answer.none(Verdict.PICTURE);
        }
        // A parser may overflow its stack or run against a wall of any other kind: that is said of the document.
        FutureTask<Answer> reading = new FutureTask<>(() -> words(type, content));
        reading.run();
        try {
            return reading.get();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            return Answer.none(verdict(cause == null ? failed : cause));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Answer.none(Verdict.BROKEN);
        }
    }

    private Answer words(String type, byte[] content) throws IOException, SAXException, TikaException {
        PagedText text = PagedText.upTo(MOST);
        Metadata told = new Metadata();
        told.set(TikaCoreProperties.CONTENT_TYPE_USER_OVERRIDE, type);
        ParseContext context = new ParseContext();
        context.set(Parser.class, parser);
        try (TikaInputStream stream = TikaInputStream.get(content)) {
            parser.parse(stream, text, told, context);
        } catch (SAXException | TikaException | IOException stopped) {
            if (WriteLimitReachedException.isWriteLimitReached(stopped)) {
                return new Answer(Verdict.CUT, text.toString());
            }
            throw stopped;
        }
        return type.equals("application/pdf")
                ? new ScannedPages(pictures).read(text, content)
                : new Answer(Verdict.READ, text.toString());
    }

    private static Verdict verdict(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage());
            if (cause instanceof EncryptedDocumentException
                    || cause.getClass().getSimpleName().contains("Password")) {
                return Verdict.LOCKED;
            }
            if (cause instanceof StackOverflowError || said.contains("ip bomb")) {
                return Verdict.SWOLLEN;
            }
        }
        return Verdict.BROKEN;
    }
}
