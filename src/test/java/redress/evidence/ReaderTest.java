package redress.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that reads documents, as the portal starts it: its own libraries, a small heap, nothing to lose. */
class ReaderTest {

    private static final String PATH = Path.of(System.getProperty("redress.home", ".redress"), "servers/reader")
                    .toAbsolutePath()
            + "/*";
    private static final Duration LONG = Duration.ofSeconds(60);

    private static Reader reader;

    @BeforeAll
    static void start() throws IOException {
        reader = Reader.start(PATH);
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    private static Words read(Kind kind, byte[] content) throws InterruptedException {
        return reader.read(kind.type(), content, LONG);
    }

    @Test
    void the_words_of_each_kind_of_document_are_found() throws Exception {
        assertThat(read(Kind.PDF, Papers.pdf("baton in the custody suite")).text())
                .contains("baton in the custody");
        assertThat(read(Kind.DOCX, Papers.docx("baton in a report")).text()).contains("baton in a report");
        assertThat(read(Kind.ODT, Papers.odt("baton, čekaonica")).text()).contains("baton, čekaonica");
        assertThat(read(Kind.RTF, Papers.text("{\\rtf1\\ansi baton in rich text\\par}"))
                        .text())
                .contains("baton in rich text");
        assertThat(read(Kind.HTML, Papers.text("<html><p>baton on a page</p><script>no()</script></html>"))
                        .text())
                .contains("baton on a page")
                .doesNotContain("no()");
        assertThat(read(Kind.EMAIL, Papers.email("baton in a letter")).text()).contains("baton in a letter");
        assertThat(read(Kind.TEXT, Papers.text("палица у ходнику")).text()).contains("палица у ходнику");
    }

    @Test
    void a_pdf_with_a_password_is_said_to_be_locked() throws Exception {
        assertThat(read(Kind.PDF, Papers.lockedPdf("secret"))).isEqualTo(Words.none(TextState.LOCKED));
    }

    @Test
    void what_is_not_what_it_claims_to_be_is_said_to_be_damaged() throws Exception {
        assertThat(read(Kind.PDF, Papers.text("no PDF at all")).state()).isEqualTo(TextState.BROKEN);
        assertThat(read(Kind.DOCX, Papers.text("PK no archive")).state()).isEqualTo(TextState.BROKEN);
        assertThat(read(Kind.PNG, Papers.text("no picture")).state()).isIn(TextState.BROKEN, TextState.PICTURE);
    }

    @Test
    void a_small_file_that_unpacks_to_hundreds_of_megabytes_ends_nothing_but_its_own_reading() throws Exception {
        byte[] bomb = Papers.docx("a".repeat(150_000_000));
        assertThat(bomb).hasSizeLessThan(1_000_000);
        Words words = read(Kind.DOCX, bomb);
        System.out.println("A DOCX of " + bomb.length + " bytes that unpacks to 150 MB: " + words);
        assertThat(words.state()).isIn(TextState.SWOLLEN, TextState.BROKEN, TextState.CRASHED);
        if (words.state() == TextState.CRASHED) {
            reader.close();
            reader = Reader.start(PATH);
        }
        assertThat(read(Kind.TEXT, Papers.text("the next one")).text()).contains("the next one");
    }

    @Test
    void of_a_very_long_text_the_first_two_million_characters_are_taken() throws Exception {
        Words words = read(Kind.TEXT, Papers.text("palica ".repeat(400_000)));
        assertThat(words.state()).isEqualTo(TextState.CUT);
        assertThat(words.text()).hasSize(2_000_000);
    }

    @Test
    void a_document_that_takes_too_long_ends_the_process_and_nothing_else() throws Exception {
        try (Reader hanging = Reader.start(PATH)) {
            // Markup that is nested without end keeps the parser at work for many seconds.
            Words words = hanging.read(Kind.HTML.type(), Papers.text("<div>".repeat(400_000)), Duration.ofMillis(300));
            assertThat(words.state()).isEqualTo(TextState.SLOW);
            assertThat(hanging.alive()).isFalse();
        }
    }

    @Test
    void a_process_that_ends_is_said_to_have_crashed() throws Exception {
        try (Reader absent = Reader.start("/nowhere")) {
            assertThat(absent.read("text/plain", Papers.text("words"), LONG).state())
                    .isEqualTo(TextState.CRASHED);
        }
    }

    @Test
    void words_in_pictures_are_read_where_tesseract_is_installed() throws Exception {
        Words photograph = read(Kind.PNG, Papers.png("CUSTODY SUITE"));
        Words scan = read(Kind.PDF, Papers.scannedPdf("CUSTODY SUITE"));
        if (photograph.state() == TextState.PICTURE) {
            System.out.println("Pictures were not read in this test: tesseract is not installed.");
            assertThat(scan).isEqualTo(Words.none(TextState.PICTURE));
        } else {
            assertThat(photograph.text()).contains("CUSTODY SUITE");
            assertThat(scan.text()).contains("CUSTODY SUITE");
        }
    }

    @Test
    void a_page_that_is_a_picture_is_read_though_its_scanner_printed_its_name_there_and_other_pages_are_print()
            throws Exception {
        String print = "The officer on duty wrote this report by hand and signed it. ".repeat(3);
        Words words = read(
                Kind.PDF,
                Papers.pdf(List.of(
                        new Papers.Sheet(print, ""),
                        new Papers.Sheet("Scanned with PaperScanner Free, page 2", "CUSTODY SUITE"),
                        new Papers.Sheet(print + "LAST", "LETTERHEAD"))));
        assertThat(words.text()).contains("signed it", "PaperScanner", "LAST");
        if (read(Kind.PNG, Papers.png("CUSTODY SUITE")).state() == TextState.PICTURE) {
            assertThat(words.state()).isEqualTo(TextState.CUT);
        } else {
            assertThat(words.state()).isEqualTo(TextState.READ);
            assertThat(words.text()).containsSubsequence("PaperScanner", "CUSTODY SUITE", "LAST");
            assertThat(words.text()).doesNotContain("LETTERHEAD");
        }
    }

    @Test
    void nothing_of_a_document_is_left_on_the_disk() throws Exception {
        String secret = "Xylophonist";
        Path place = Files.isWritable(Path.of("/dev/shm")) ? Path.of("/dev/shm") : Path.of("/tmp");
        try (Reader own = Reader.start(PATH)) {
            assertThat(own.read(Kind.ODT.type(), Papers.odt(secret), LONG).text())
                    .contains(secret);
            assertThat(own.read(Kind.PDF.type(), Papers.pdf(secret), LONG).text())
                    .contains(secret);
            assertThat(left(own.scratch())).noneMatch(file -> Files.isRegularFile(file) && holds(file, secret));
            assertThat(own.scratch()).startsWith(place);
            own.close();
            assertThat(own.scratch()).doesNotExist();
        }
    }

    private static List<Path> left(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }

    private static boolean holds(Path file, String word) {
        try {
            return new String(Files.readAllBytes(file), UTF_8).contains(word);
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void what_a_portal_that_was_killed_has_left_of_documents_is_removed_and_nothing_else(@TempDir Path parent)
            throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path left = Files.createDirectories(parent.resolve("redress-reader-" + gone.pid() + "-123/deep"));
        Files.writeString(left.resolve("part.tmp"), "a part of a document");
        Path ours = Files.createDirectories(
                parent.resolve("redress-reader-" + ProcessHandle.current().pid() + "-456"));
        Path others = Files.createDirectories(parent.resolve("somebody-else"));
        Reader.sweep(parent);
        assertThat(left.getParent()).doesNotExist();
        assertThat(ours).exists();
        assertThat(others).exists();
    }
}
