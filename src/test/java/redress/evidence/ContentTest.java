package redress.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import redress.problem.Problem;

/** What a document is, by its content and not by its name. */
class ContentTest {

    @Test
    void the_kind_is_told_by_the_content() throws IOException {
        assertThat(Content.kind(Papers.pdf("words"))).isEqualTo(Kind.PDF);
        assertThat(Content.kind(Papers.docx("words"))).isEqualTo(Kind.DOCX);
        assertThat(Content.kind(Papers.odt("words"))).isEqualTo(Kind.ODT);
        assertThat(Content.kind(Papers.png("words"))).isEqualTo(Kind.PNG);
        assertThat(Content.kind(Papers.email("words"))).isEqualTo(Kind.EMAIL);
        assertThat(Content.kind(Papers.text("{\\rtf1 words}"))).isEqualTo(Kind.RTF);
        assertThat(Content.kind(Papers.text("\n<!DOCTYPE html><html>words</html>")))
                .isEqualTo(Kind.HTML);
        assertThat(Content.kind(Papers.text("He said:\nTo: whom it may concern")))
                .isEqualTo(Kind.TEXT);
        assertThat(Content.kind("bl\u00fcten und \u00c4ste".getBytes(ISO_8859_1)))
                .isEqualTo(Kind.TEXT);
        assertThat(Content.kind("\377\330\377\340 JFIF".getBytes(ISO_8859_1))).isEqualTo(Kind.JPEG);
        assertThat(Content.kind("\0\0\0\30ftypmp42".getBytes(ISO_8859_1))).isEqualTo(Kind.MP4);
        assertThat(Content.kind("OggS\0".getBytes(ISO_8859_1))).isEqualTo(Kind.OGG);
    }

    @Test
    void a_recording_of_a_cheap_telephone_is_sound_and_no_script() {
        assertThat(Content.kind("#!AMR\n\74\221\27\26".getBytes(ISO_8859_1))).isEqualTo(Kind.AMR);
        assertThat(Content.kind("#!AMR-WB\n\4\20".getBytes(ISO_8859_1))).isEqualTo(Kind.AMR);
        refused("#!AMRsh\nrm -rf /", "handin.refused.program");
        refused("#!AMR", "handin.refused.program");
    }

    @Test
    void a_photograph_in_the_container_of_films_is_a_picture() {
        for (String brand : List.of("heic", "heix", "mif1", "msf1")) {
            assertThat(Content.kind(container(brand, "heic"))).as(brand).isEqualTo(Kind.HEIC);
        }
        assertThat(Content.kind(container("avif", "mif1"))).isEqualTo(Kind.AVIF);
        assertThat(Content.kind(container("mif1", "avif"))).isEqualTo(Kind.AVIF);
        for (String brand : List.of("isom", "mp42", "M4A ", "3gp5", "qt  ")) {
            assertThat(Content.kind(container(brand, "isom"))).as(brand).isEqualTo(Kind.MP4);
        }
        assertThat(Content.kind("\0\0\0\30ftyp".getBytes(ISO_8859_1))).isEqualTo(Kind.MP4);
        assertThat(FileName.cleaned("IMG_0001.HEIC", Kind.HEIC)).isEqualTo("IMG_0001.heic");
    }

    /** The first box of a file in the ISO base media format: its brand, a version and the brands that it also is. */
    private static byte[] container(String brand, String also) {
        return ("\0\0\0\30ftyp" + brand + "\0\0\0\0" + also + "miaf" + "\0\0\0\10mdatavif heic").getBytes(ISO_8859_1);
    }

    @Test
    void what_nothing_here_can_read_does_not_wait_to_be_read() {
        assertThat(Kind.AMR.atFirst()).isEqualTo(TextState.NO_TEXT);
        assertThat(Kind.HEIC.atFirst()).isEqualTo(TextState.PICTURE);
        assertThat(Kind.AVIF.atFirst()).isEqualTo(TextState.PICTURE);
        assertThat(Kind.JPEG.atFirst()).isEqualTo(TextState.WAITING);
    }

    @Test
    void programs_scripts_macros_archives_and_the_unknown_are_refused_with_the_reason() throws IOException {
        refused("MZ\220\0", "handin.refused.program");
        refused("\177ELF\2", "handin.refused.program");
        refused("\312\376\272\276\0", "handin.refused.program");
        refused("#!/bin/sh\nrm -rf /", "handin.refused.program");
        refused("", "handin.refused.empty");
        refused("\0\1\2\3 who knows", "handin.refused.unknown");
        refused(new String(Papers.zip(Map.of("a.txt", "b")), ISO_8859_1), "handin.refused.archive");
        refused(new String(Papers.zip(Map.of("META-INF/MANIFEST.MF", "b")), ISO_8859_1), "handin.refused.archive");
        refused("PK\3\4 cut off", "handin.refused.archive");
        refused(
                new String(Papers.docx("words", Map.of("word/vbaProject.bin", "x")), ISO_8859_1),
                "handin.refused.macros");
    }

    @Test
    void a_zip_whose_directory_lies_beyond_its_end_is_an_archive_and_no_fault() {
        String end = "PK\5\6" + "\0".repeat(12);
        for (String offset :
                List.of("\377\377\377\177", "\360\377\377\177", "\377\377\377\377", "\0\0\0\200", "\100\0\0\0")) {
            refused("PK\3\4 far away" + end + offset + "\0\0", "handin.refused.archive");
        }
    }

    private static void refused(String content, String reason) {
        assertThatThrownBy(() -> Content.kind(content.getBytes(ISO_8859_1)))
                .asInstanceOf(InstanceOfAssertFactories.throwable(Problem.class))
                .extracting(Problem::errors)
                .asInstanceOf(InstanceOfAssertFactories.list(Problem.FieldError.class))
                .containsExactly(new Problem.FieldError("file", reason));
    }

    @Test
    void a_name_is_kept_without_what_could_mislead_or_harm() {
        assertThat(FileName.cleaned("C:\\Users\\me\\Statement of A.pdf", Kind.PDF))
                .isEqualTo("Statement of A.pdf");
        assertThat(FileName.cleaned("../../etc/passwd", Kind.TEXT)).isEqualTo("passwd.txt");
        assertThat(FileName.cleaned("photo\u202Egpj.exe", Kind.JPEG)).isEqualTo("photogpj.exe.jpg");
        assertThat(FileName.cleaned("a\"\r\nX-Header: b", Kind.TEXT)).isEqualTo("a X-Header b.txt");
        assertThat(FileName.cleaned("  ...  ", Kind.PDF)).isEqualTo("document.pdf");
        assertThat(FileName.cleaned("izjava čekaonica.PDF", Kind.PDF)).isEqualTo("izjava čekaonica.pdf");
        assertThat(FileName.cleaned("x".repeat(400), Kind.PDF)).hasSize(104);
    }
}
