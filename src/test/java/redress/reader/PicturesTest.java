package redress.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.sax.XHTMLContentHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import redress.evidence.Papers;

/** What is said of a picture follows from how the program that read it has ended. */
class PicturesTest {

    private static final String PRINT = "The officer on duty wrote this report by hand and signed it. ".repeat(3);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    /** A program that knows English and does this with a picture. */
    private Pictures reading(String commands) throws IOException {
        Path program = folder.resolve("reads");
        Files.writeString(
                program,
                "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then echo eng; exit 0; fi\n" + commands + "\n",
                UTF_8);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return Pictures.found(program.toString());
    }

    private static byte[] paper() throws IOException {
        return Papers.pdf(List.of(
                new Papers.Sheet(PRINT, ""), new Papers.Sheet("Scanned", "SUITE"), new Papers.Sheet("", "SUITE")));
    }

    private static byte[] scan() throws IOException {
        return Papers.pdf(List.of(new Papers.Sheet("Scanned", "SUITE")));
    }

    /** What the parser tells of pages, which is not beside this test. */
    private static PagedText printed(String... pages) throws SAXException {
        PagedText text = PagedText.upTo(Extraction.MOST);
        XHTMLContentHandler told = new XHTMLContentHandler(text, new Metadata());
        told.startDocument();
        for (String page : pages) {
            told.startElement("div", "class", "page");
            told.element("p", page);
            told.endElement("div");
        }
        told.endDocument();
        return text;
    }

    private static Answer read(Pictures pictures, Duration limit, byte[] content, String... pages) throws SAXException {
        return new ScannedPages(pictures, limit).read(printed(pages), content);
    }

    @Test
    void what_the_program_says_when_it_ends_well_is_what_the_picture_says() throws Exception {
        Pictures good = reading("cat >/dev/null; echo seen");
        assertThat(good.read(Papers.png("SUITE"))).isEqualTo(new Answer(Verdict.READ, "seen\n"));
        Answer answer = read(good, LONG, paper(), PRINT, "Scanned", "");
        assertThat(answer.verdict()).isEqualTo(Verdict.READ);
        assertThat(answer.text()).containsSubsequence("signed it", "Scanned", "seen", "seen");
    }

    @Test
    void a_picture_that_took_too_long_is_not_said_to_be_read() throws Exception {
        Pictures slow = reading("echo beg; exec sleep 20");
        assertThat(slow.read(Papers.png("SUITE"), SHORT)).isEqualTo(Answer.none(Verdict.SLOW));
    }

    @Test
    void pages_that_took_too_long_leave_a_document_of_which_only_a_part_was_read() throws Exception {
        Pictures slow = reading("exec sleep 20");
        Answer answer = read(slow, SHORT, paper(), PRINT, "Scanned", "");
        assertThat(answer.verdict()).isEqualTo(Verdict.CUT);
        assertThat(answer.text()).contains("signed it", "Scanned");
        assertThat(read(slow, SHORT, scan(), "Scanned")).isEqualTo(Answer.none(Verdict.SLOW));
    }

    @Test
    void a_picture_at_which_the_program_failed_is_not_said_to_be_read() throws Exception {
        Pictures failing = reading("cat >/dev/null; echo seen half; exit 1");
        assertThat(failing.read(Papers.png("SUITE"))).isEqualTo(Answer.none(Verdict.BROKEN));
        Answer answer = read(failing, LONG, paper(), PRINT, "Scanned", "");
        assertThat(answer.verdict()).isEqualTo(Verdict.CUT);
        assertThat(answer.text()).contains("signed it").doesNotContain("seen half");
        assertThat(read(failing, LONG, scan(), "Scanned")).isEqualTo(Answer.none(Verdict.BROKEN));
    }

    @Test
    void where_no_picture_can_be_read_what_is_printed_is_a_part_of_the_words() throws Exception {
        Pictures none = Pictures.found(folder.resolve("absent").toString());
        Answer answer = read(none, LONG, paper(), PRINT, "Scanned", "");
        assertThat(answer.verdict()).isEqualTo(Verdict.CUT);
        assertThat(answer.text()).contains("signed it", "Scanned");
        assertThat(read(none, LONG, scan(), "Scanned")).isEqualTo(Answer.none(Verdict.PICTURE));
    }
}
