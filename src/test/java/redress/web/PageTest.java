package redress.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PageTest {

    private record WhoHarmedPage() implements Page {}

    @Test
    void a_page_is_named_by_its_room_and_its_record() {
        assertThat(new WhoHarmedPage().template()).isEqualTo("web/whoHarmed");
    }

    @Test
    void a_refusal_is_told_in_the_language_of_the_path() {
        Document html = Jsoup.parse(ViewExamples.html(new ProblemPage(404, null, null), "/bs/nowhere"));
        assertThat(html.select("h1").text()).isEqualTo("Stranica nije pronađena");
        assertThat(html.select("html").attr("lang")).isEqualTo("bs");
        assertThat(html.select("main a").attr("href")).isEqualTo("/bs");
    }

    @Test
    void the_latin_script_is_derived_from_the_cyrillic() {
        assertThat(ViewExamples.html(new ProblemPage(404, null, null), "/sr-Latn/x"))
                .contains("Stranica nije pronađena");
        assertThat(ViewExamples.html(new ProblemPage(404, null, null), "/sr-Cyrl/x"))
                .contains("Страница није пронађена");
    }

    @Test
    void the_language_switch_leads_to_the_same_page() {
        Document html = Jsoup.parse(ViewExamples.html(new ProblemPage(404, null, null), "/bs/complain/where"));
        assertThat(html.select(".govuk-language-navigation__link").eachAttr("href"))
                .containsExactly("/complain/where", "/sr-Latn/complain/where", "/sr-Cyrl/complain/where");
    }

    @Test
    void a_refusal_of_input_lists_what_is_wrong_as_its_sentence_promises() {
        ProblemPage page =
                new ProblemPage(400, "web.problem.422.text", null, List.of("search.why.hour", "Write <b>more</b>."));
        Document html = Jsoup.parse(ViewExamples.html(page, "/desk/x"));
        assertThat(html.select("h1").text()).isEqualTo("Some answers need another look");
        assertThat(html.select("main").text()).contains("The list says where.");
        assertThat(html.select("main li").eachText())
                .containsExactly("An hour is from 0 to 23, several look like 22..04.", "Write <b>more</b>.");
    }

    @Test
    void what_was_put_into_a_page_cannot_become_markup() {
        assertThat(ViewExamples.html(new ProblemPage(404, "<script>alert(1)</script>", null), "/"))
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }
}
