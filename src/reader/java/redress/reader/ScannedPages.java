package redress.reader;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Photographed paper in a PDF: its pages are drawn one at a time and read as pictures. */
final class ScannedPages {

    /** Enough for print of ten points, and a page of A4 then has two million points of one byte. */
    private static final int DOTS_PER_INCH = 200;

    private static final int MOST_PAGES = 40;
    private static final float LARGEST_POINTS = 1_500f;
    /** Within what the portal waits, so that the pages that were read are kept. */
    private static final Duration LIMIT = Duration.ofSeconds(45);

    private final Pictures pictures;

    ScannedPages(Pictures pictures) {
        this.pictures = pictures;
    }

    /** Whether there is any picture on its first pages; a blank page has no words and is not drawn. */
    static boolean hasPictures(byte[] content) {
        try (PDDocument document = Loader.loadPDF(content)) {
            for (int i = 0; i < Math.min(MOST_PAGES, document.getNumberOfPages()); i++) {
                if (hasPicture(document.getPage(i))) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            return false;
        }
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

    Answer read(byte[] content) {
        long end = System.nanoTime() + LIMIT.toNanos();
        StringBuilder text = new StringBuilder();
        try (PDDocument document = Loader.loadPDF(content)) {
            PDFRenderer renderer = new PDFRenderer(document);
            int pages = Math.min(MOST_PAGES, document.getNumberOfPages());
            for (int i = 0; i < pages; i++) {
                Duration left = Duration.ofNanos(end - System.nanoTime());
                if (left.isNegative()) {
                    return new Answer(Verdict.CUT, text.toString());
                }
                text.append(pictures.words(drawn(renderer, document.getPage(i), i), left))
                        .append('\n');
            }
            boolean all = pages == document.getNumberOfPages();
            return new Answer(all ? Verdict.READ : Verdict.CUT, text.toString());
        } catch (IOException broken) {
            return Answer.none(Verdict.BROKEN);
        }
    }

    /** A page larger than a poster is drawn smaller, whatever it says of itself. */
    private static BufferedImage drawn(PDFRenderer renderer, PDPage page, int number) throws IOException {
        float side = Math.max(page.getCropBox().getWidth(), page.getCropBox().getHeight());
        float dots = side > LARGEST_POINTS ? DOTS_PER_INCH * LARGEST_POINTS / side : DOTS_PER_INCH;
        return renderer.renderImageWithDPI(number, dots, ImageType.GRAY);
    }
}
