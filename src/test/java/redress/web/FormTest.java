package redress.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redress.problem.Problem.FieldError;

class FormTest {

    private final View view = ViewExamples.view("/sr-Cyrl/complain");

    @Test
    void what_was_typed_comes_back_with_its_errors() {
        Form form = Form.of(Map.of("place", "by the <bridge>")).with(List.of(new FieldError("place", "web.back")));
        assertThat(form.value("place")).isEqualTo("by the <bridge>");
        assertThat(form.value("who")).isEmpty();
        assertThat(form.faulty()).isTrue();
        assertThat(view.error(form, "place")).satisfies(fault -> {
            assertThat(fault).isNotNull();
            assertThat(fault.text()).isEqualTo("Назад");
            assertThat(fault.prefix()).isEqualTo("Грешка");
        });
        assertThat(view.error(form, "who")).isNull();
        assertThat(view.errors(form))
                .singleElement()
                .satisfies(link -> assertThat(link.href()).isEqualTo("#place"));
    }

    @Test
    void a_form_never_tells_what_was_typed_to_a_log() {
        assertThat(Form.of(Map.of("name", "Amadu Kamara"))).hasToString("Form[1 fields, 0 errors]");
    }

    @Test
    void days_and_numbers_are_written_as_people_here_write_them() {
        assertThat(ViewExamples.view("/").date(java.time.LocalDate.of(2026, 11, 22)))
                .isEqualTo("22 November 2026");
        assertThat(view.date(java.time.LocalDate.of(2026, 11, 22))).isEqualTo("22 новембар 2026");
        assertThat(ViewExamples.view("/").number(1204)).isEqualTo("1,204");
        assertThat(ViewExamples.view("/").moment(java.time.Instant.parse("2026-11-22T14:05:00Z")))
                .isEqualTo("22 November 2026, 14:05");
    }

    @Test
    void links_keep_the_language() {
        assertThat(view.url("/")).isEqualTo("/sr-Cyrl");
        assertThat(view.url("/complain/where")).isEqualTo("/sr-Cyrl/complain/where");
        assertThat(ViewExamples.view("/complain").url("/complain/where")).isEqualTo("/complain/where");
    }

    @Test
    void a_path_that_only_looks_like_a_language_is_none() {
        assertThat(ViewExamples.view("/bsd").path()).isEqualTo("/bsd");
        assertThat(ViewExamples.view("/bs").path()).isEqualTo("/");
    }
}
