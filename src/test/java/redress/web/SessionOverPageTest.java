package redress.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionOverPageTest {

    @Test
    void gives_back_what_was_written_and_nothing_that_the_form_carries_for_itself() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("version", List.of("12"));
        fields.put("key", List.of("06f2k9c1m8v3s"));
        fields.put("route", List.of("REFUSE"));
        fields.put("assignee", List.of("00000000-0000-4000-8000-000000000002"));
        fields.put("letterDated", List.of("2026-11-20"));
        fields.put("code", List.of("1234 5678 9012 3456 7890 1234"));
        fields.put("token", List.of("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln"));
        fields.put("empty", List.of("", "  \r\n "));
        fields.put("letterParty", List.of("The harbour master"));
        fields.put("letterSubject", List.of("Џемат"));
        fields.put("letterText", List.of("Dear\r\ncolleague"));
        assertThat(SessionOverPage.of(fields).words())
                .containsExactly("The harbour master", "Џемат", "Dear\r\ncolleague");
    }

    @Test
    void shows_it_escaped_to_be_copied_and_not_to_be_changed() {
        String html = ViewExamples.html(
                new SessionOverPage(List.of("one & </textarea><script>", "two words")), "/desk/complaints/1/records");
        assertThat(html)
                .contains("one &amp; &lt;/textarea&gt;&lt;script&gt;</textarea>")
                .contains("two words</textarea>")
                .contains(" readonly")
                .contains("What you wrote, part 2")
                .contains("href=\"/desk/sign-in\" target=\"_blank\" rel=\"noopener\"")
                .doesNotContain("<form");
    }

    @Test
    void does_not_ask_to_copy_where_nothing_was_written_and_says_nothing_to_a_log() {
        assertThat(ViewExamples.html(new SessionOverPage(List.of()), "/desk/figures"))
                .contains("Your session is over")
                .doesNotContain("copy your words")
                .doesNotContain("<textarea");
        assertThat(new SessionOverPage(List.of("two words"))).hasToString("SessionOverPage[1]");
    }
}
