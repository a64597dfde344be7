package redress.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import redress.problem.Problem;

/** The file of a form as browsers send it. */
class FileFormTest {

    private static final String TYPE = "multipart/form-data; boundary=----mark7";

    private static FileForm.Sent read(String body, int most) throws IOException {
        return FileForm.read(TYPE, new ByteArrayInputStream(body.getBytes(ISO_8859_1)), most, "file");
    }

    private static String form(String name, String content) {
        return "------mark7\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nsomething\r\n"
                + "------mark7\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/pdf\r\n\r\n" + content + "\r\n------mark7--\r\n";
    }

    @Test
    void the_file_is_found_among_the_fields_byte_for_byte() throws IOException {
        String content = "%PDF-1.7\r\n\0\377\r\n----mark\r\n\r\nend\r\n";
        FileForm.Sent sent = read(form("a.pdf", content), 1_000);
        assertThat(sent.name()).isEqualTo("a.pdf");
        assertThat(sent.content()).isEqualTo(content.getBytes(ISO_8859_1));
        assertThat(sent.field("note")).isEqualTo("something");
        assertThat(sent.field("absent")).isEmpty();
        assertThat(sent.toString()).doesNotContain("something");
    }

    @Test
    void a_name_in_any_script_is_read() throws IOException {
        String name = new String("изјава.pdf".getBytes(UTF_8), ISO_8859_1);
        assertThat(read(form(name, "x"), 100).name()).isEqualTo("изјава.pdf");
    }

    @Test
    void a_form_in_which_no_file_was_chosen_says_so_and_keeps_what_was_typed() throws IOException {
        FileForm.Sent sent = read(form("", ""), 100);
        assertThat(sent.fields())
                .isEqualTo(read(form("a.pdf", "x"), 100).fields())
                .isNotEmpty();
        assertThatThrownBy(() -> sent.chosen("file"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .containsExactly(new Problem.FieldError("file", "web.file.missing")));
    }

    @Test
    void a_body_that_is_no_form_or_is_cut_off_is_refused_and_ends() {
        for (String body : new String[] {
            "", "rubbish", "------mark7", "------mark7\r\n\r\n", form("a", "b").substring(0, 150)
        }) {
            assertThatThrownBy(() -> read(body, 100).chosen("file")).isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> FileForm.read(null, new ByteArrayInputStream(new byte[0]), 10, "file"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void more_than_is_taken_is_refused() {
        assertThatThrownBy(() -> read(form("a", "x".repeat(200_000)), 100))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_LARGE));
    }
}
