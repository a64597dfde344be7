package redress.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.complaint.ReceiptCode;

class PapersTest {

    private static final String PLATE = "VKR 7731";

    @TempDir
    static Path folder;

    private static List<Paper> papers = List.of();

    @BeforeAll
    static void make() throws IOException {
        DemoCountry.write(folder, DemoCountry.SEED);
        papers = made();
    }

    @Test
    void the_same_seed_gives_the_same_papers() throws IOException {
        assertThat(made()).isEqualTo(papers);
    }

    @Test
    void there_are_a_few_dozen_of_each_kind_as_the_docs_say() {
        assertThat(papers.stream().filter(paper -> paper.kind() == Paper.Kind.ARRIVAL))
                .hasSize(8);
        assertThat(papers.stream().filter(paper -> paper.kind() == Paper.Kind.MESSAGE))
                .hasSize(45);
        assertThat(papers.stream().filter(paper -> paper.kind() == Paper.Kind.NOTE))
                .hasSize(39);
        assertThat(papers.stream().filter(paper -> paper.kind() == Paper.Kind.LETTER))
                .hasSize(33);
        assertThat(papers.stream().filter(paper -> paper.kind().isDocument())).hasSize(30);
    }

    @Test
    void the_docs_give_the_receipt_codes_with_which_somebody_can_look() throws IOException {
        String docs = Files.readString(Path.of("docs/demo.md"));
        Set<String> codes = papers.stream()
                .filter(paper -> paper.kind() == Paper.Kind.ARRIVAL)
                .map(paper -> ReceiptCode.parse(paper.complaint()).grouped())
                .collect(Collectors.toSet());
        assertThat(codes).hasSize(8).allSatisfy(code -> assertThat(docs).contains(code));
    }

    @Test
    void the_plate_stands_in_nine_records_and_in_no_complaint() throws IOException {
        assertThat(papers.stream().filter(paper -> paper.words().contains(PLATE)))
                .hasSize(9)
                .allSatisfy(paper -> assertThat(paper.kind()).isNotEqualTo(Paper.Kind.ARRIVAL));
        assertThat(Files.readString(folder.resolve("complaints.csv"))).doesNotContain("7731");
    }

    @Test
    void every_letter_of_every_language_can_be_read_in_the_pages_and_a_scan_is_a_small_picture() throws IOException {
        for (Paper paper : papers) {
            if (paper.kind() == Paper.Kind.PDF) {
                try (PDDocument page = Loader.loadPDF(Sheets.of(paper))) {
                    String read = new PDFTextStripper().getText(page).replaceAll("\\s+", " ");
                    assertThat(read.strip())
                            .isEqualTo(paper.words().replace('|', ' ').replaceAll("\\s+", " "));
                }
            }
        }
        Paper scan = papers.stream()
                .filter(paper -> paper.kind() == Paper.Kind.SCAN)
                .findFirst()
                .orElseThrow();
        assertThat(Sheets.of(scan)).hasSizeBetween(2_000, 60_000).startsWith('%', 'P', 'D', 'F');
        try (PDDocument page = Loader.loadPDF(Sheets.of(scan))) {
            assertThat(new PDFTextStripper().getText(page)).isBlank();
        }
    }

    private static List<Paper> made() throws IOException {
        return Papers.of(Country.read(DemoCountry.SEED), DemoPapers.investigated(folder));
    }
}
