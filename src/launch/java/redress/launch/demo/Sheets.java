package redress.launch.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Makes the documents of the demo: pages of a program, pages that were scanned or photographed, plain text. */
final class Sheets {

    /** The one font that comes with the library and knows the letters of all languages of the demo. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final float MARGIN = 60;
    private static final float SIZE = 11;
    private static final int LONGEST_LINE = 62;
    private static final int DOTS_PER_INCH = 110;
    private static final int SPECKS = 30;

    private Sheets() {}

    /** The content of a document. */
    static byte[] of(Paper paper) {
        try {
            return switch (paper.kind()) {
                case PDF -> page(paper.words());
                case SCAN -> scan(paper.words());
                case PHOTO -> photo(paper.words());
                default -> paper.words().getBytes(StandardCharsets.UTF_8);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("A document of the demo could not be made", e);
        }
    }

    private static byte[] page(String words) throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream letters = PDDocument.class.getResourceAsStream(FONT)) {
            if (letters == null) {
                throw new IOException("the library has no font " + FONT);
            }
            PDPage page = new PDPage(PDRectangle.A5);
            document.addPage(page);
            write(document, page, PDType0Font.load(document, letters), words);
            return bytes(document, words);
        }
    }

    private static void write(PDDocument document, PDPage page, PDFont font, String words) throws IOException {
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            out.beginText();
            out.setLeading(SIZE * 1.6f);
            out.newLineAtOffset(MARGIN / 2, page.getMediaBox().getHeight() - MARGIN);
            boolean first = true;
            for (String line : words.split("\\|")) {
                out.setFont(font, first ? SIZE * 1.2f : SIZE);
                for (String part : broken(line).split("\n")) {
                    out.showText(part);
                    out.newLine();
                }
                first = false;
            }
            out.endText();
        }
    }

    /** A line that fits the page, broken between words. */
    private static String broken(String line) {
        StringBuilder broken = new StringBuilder();
        int length = 0;
        for (String word : line.split(" ")) {
            boolean fits = length + word.length() < LONGEST_LINE;
            broken.append(length == 0 ? "" : fits ? " " : "\n").append(word);
            length = fits ? length + word.length() + 1 : word.length();
        }
        return broken.toString();
    }

    private static byte[] scan(String words) throws IOException {
        try (PDDocument document = new PDDocument()) {
            BufferedImage picture = picture(words);
            PDPage page = new PDPage(PDRectangle.A5);
            document.addPage(page);
            PDImageXObject image = LosslessFactory.createFromImage(document, picture);
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                out.drawImage(image, 0, 0, PDRectangle.A5.getWidth(), PDRectangle.A5.getHeight());
            }
            return bytes(document, words);
        }
    }

    private static byte[] photo(String words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture(words), "png", out);
        return out.toByteArray();
    }

    /** The page as paper: a little crooked, with specks of dust, in two colours so that it is small. */
    private static BufferedImage picture(String words) throws IOException {
        try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(page(words))) {
            BufferedImage clean = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.GRAY);
            BufferedImage paper =
                    new BufferedImage(clean.getWidth(), clean.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
            Graphics2D pen = paper.createGraphics();
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            Random random = new Random(words.hashCode());
            pen.rotate(Math.toRadians(random.nextDouble() - 0.5), paper.getWidth() / 2.0, paper.getHeight() / 2.0);
            pen.drawImage(clean, 0, 0, null);
            pen.setColor(Color.BLACK);
            for (int i = 0; i < SPECKS; i++) {
                pen.fillRect(random.nextInt(paper.getWidth()), random.nextInt(paper.getHeight()), 1, 1);
            }
            pen.dispose();
            return paper;
        }
    }

    private static byte[] bytes(PDDocument document, String words) throws IOException {
        document.setDocumentId((long) words.hashCode());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
