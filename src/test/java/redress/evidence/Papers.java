package redress.evidence;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** Documents that tests make, so that none has to be kept. */
public final class Papers {

    private static final String TYPES =
            "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                    + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
                    + "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/"
                    + "document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document."
                    + "main+xml\"/></Types>";
    private static final String RELATIONS =
            "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/"
                    + "package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/"
                    + "officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

    private Papers() {}

    static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] pdf(String words) throws IOException {
        try (PDDocument document = printed(words)) {
            return saved(document);
        }
    }

    static byte[] lockedPdf(String words) throws IOException {
        try (PDDocument document = printed(words)) {
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            return saved(document);
        }
    }

    /** A page that is a picture of words. */
    static byte[] scannedPdf(String words) throws IOException {
        return pdf(List.of(new Sheet("", words)));
    }

    /**
     * A page.
     *
     * @param printed its words that are letters, or empty
     * @param pictured its words that are a picture, or empty
     */
    public record Sheet(String printed, String pictured) {}

    /** Pages of print and pictures. */
    public static byte[] pdf(List<Sheet> sheets) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (Sheet sheet : sheets) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                    if (!sheet.pictured().isEmpty()) {
                        stream.drawImage(
                                LosslessFactory.createFromImage(document, drawn(sheet.pictured())), 50, 500, 500, 100);
                    }
                    print(stream, sheet.printed());
                }
            }
            return saved(document);
        }
    }

    public static byte[] png(String words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(drawn(words), "png", out);
        return out.toByteArray();
    }

    static byte[] docx(String words) throws IOException {
        return docx(words, Map.of());
    }

    static byte[] docx(String words, Map<String, String> more) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("[Content_Types].xml", TYPES);
        entries.put("_rels/.rels", RELATIONS);
        entries.put(
                "word/document.xml",
                "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                        + "<w:body><w:p><w:r><w:t>" + words + "</w:t></w:r></w:p></w:body></w:document>");
        entries.putAll(more);
        return zip(entries);
    }

    static byte[] odt(String words) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("mimetype", "application/vnd.oasis.opendocument.text");
        entries.put(
                "content.xml",
                "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:"
                        + "1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>"
                        + "<text:p>" + words + "</text:p></office:text></office:body></office:document-content>");
        return zip(entries);
    }

    static byte[] email(String words) {
        return text("Received: from a.example by b.example\r\nFrom: a@example.org\r\nTo: b@example.org\r\n"
                + "Subject: Statement\r\nDate: Thu, 1 Jan 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + words + "\r\n");
    }

    static byte[] zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                byte[] content = text(entry.getValue());
                ZipEntry header = new ZipEntry(entry.getKey());
                if (entry.getKey().equals("mimetype")) {
                    CRC32 sum = new CRC32();
                    sum.update(content);
                    header.setMethod(ZipEntry.STORED);
                    header.setSize(content.length);
                    header.setCrc(sum.getValue());
                }
                out.putNextEntry(header);
                out.write(content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static PDDocument printed(String words) throws IOException {
        PDDocument document = new PDDocument();
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
            print(stream, words);
        }
        return document;
    }

    private static void print(PDPageContentStream stream, String words) throws IOException {
        stream.beginText();
        stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        stream.newLineAtOffset(50, 700);
        stream.showText(words);
        stream.endText();
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static BufferedImage drawn(String words) {
        BufferedImage image = new BufferedImage(1_000, 200, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1_000, 200);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 64));
        pen.drawString(words, 40, 120);
        pen.dispose();
        return image;
    }
}
