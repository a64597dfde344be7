package redress.reader;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Photographed paper in a PDF: of its pages those with a picture and hardly any print are drawn one at a time and read
 * as pictures. What the print says of such a page is kept beside that: a scanner puts its own name there, a fax its
 * number.
 */
final class ScannedPages {

    /** A page with a picture and fewer letters than this is read as a picture too. */
    private static final int HARDLY_ANY = 100;

    /** With fewer letters than this in all of it a document says nothing of which a part could be said to be read. */
    private static final int NO_WORDS = 20;

    /** Enough for print of ten points, and a page of A4 then has two million points of one byte. */
    private static final int DOTS_PER_INCH = 200;

    private static final int MOST_PAGES = 40;
    private static final float LARGEST_POINTS = 1_500f;
    /** Within what the portal waits, so that the pages that were read are kept. */
    private static final Duration LIMIT = Duration.ofSeconds(45);

    private final Pictures pictures;
    private final Duration limit;
    private final Map<Integer, String> words = new TreeMap<>();
    private @Nullable Verdict missed;

    ScannedPages(Pictures pictures) {
        this(pictures, LIMIT);
    }

    ScannedPages(Pictures pictures, Duration limit) {
        this.pictures = pictures;
        this.limit = limit;
    }

    /** The words that were printed, with those of its pictures. */
    Answer read(PagedText printed, byte[] content) {
        if (printed.hasPageOfFewer(HARDLY_ANY)) {
            try (PDDocument document = Loader.loadPDF(content)) {
                look(document, printed);
            } catch (IOException unreadable) {
                missed = Verdict.BROKEN;
            }
        }
        String all = printed.with(words);
        if (missed == null) {
            return Answer.of(Verdict.READ, all);
        }
        return letters(all) < NO_WORDS ? Answer.none(missed) : Answer.of(Verdict.CUT, all);
    }

    private void look(PDDocument document, PagedText printed) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        PDFRenderer renderer = new PDFRenderer(document);
        int pictured = 0;
        for (int page = 0; page < document.getNumberOfPages() && missed != Verdict.SLOW; page++) {
            if (printed.letters(page) < HARDLY_ANY && hasPicture(document.getPage(page))) {
                Duration left = Duration.ofNanos(end - System.nanoTime());
                look(renderer, document.getPage(page), page, pictured++ < MOST_PAGES ? left : Duration.ZERO);
            }
        }
    }

    private void look(PDFRenderer renderer, PDPage page, int number, Duration left) {
        if (!pictures.readable()) {
            missed = Verdict.PICTURE;
            return;
        }
        try {
            words.put(number, pictures.words(drawn(renderer, page, number), left));
        } catch (Pictures.TooSlow late) {
            missed = Verdict.SLOW;
        } catch (IOException unreadable) {
            missed = Verdict.BROKEN;
        }
    }

    private static long letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(NO_WORDS)
                .count();
    }

    private static boolean hasPicture(PDPage page) throws IOException {
        if (page.getResources() == null) {
            return false;
        }
        for (COSName name : page.getResources().getXObjectNames()) {
            if (page.getResources().isImageXObject(name) && page.getResources().getXObject(name) instanceof PDImage) {
                return true;
            }
        }
        return false;
    }

    /** A page larger than a poster is drawn smaller, whatever it says of itself. */
    private static BufferedImage drawn(PDFRenderer renderer, PDPage page, int number) throws IOException {
        float side = Math.max(page.getCropBox().getWidth(), page.getCropBox().getHeight());
        float dots = side > LARGEST_POINTS ? DOTS_PER_INCH * LARGEST_POINTS / side : DOTS_PER_INCH;
        return renderer.renderImageWithDPI(number, dots, ImageType.GRAY);
    }
}
