package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redress.time.Ids;
import redress.web.Form;
import redress.web.ViewExamples;

class NamesPageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-01-01 | DAY   | The incident was on 2024-01-01.
            2024-03-05 | ABOUT | The incident was about 2024-03-05.
            2024-03    | MONTH | The incident was in March 2024.
            2024       | YEAR  | The incident was in 2024.
                       |       | ''
            """)
    void the_page_says_no_more_of_the_date_than_is_known(
            @Nullable String day, @Nullable String precision, String sentence) {
        Lineup.Accused accused =
                new Lineup.Accused("2026-000001", "A", 1, "Wren", null, null, day, precision, null, null, List.of());
        NamesPage page = new NamesPage("Ama", Form.blank(), new Lineup("", "", accused, List.of(), 0), false, null);
        assertThat(page.day(ViewExamples.view("/desk/names"))).isEqualTo(sentence);
        assertThat(ViewExamples.html(page, "/desk/names"))
                .contains("2026-000001")
                .contains(sentence);
    }

    @Test
    void an_officer_without_a_name_leads_to_the_dossier_because_no_search_finds_a_service_key() {
        NamesPage page = new NamesPage("Ama", Form.blank(), null, false, null);
        assertThat(page.search(Lineup.Person.of(new Officer(7, "police", "Police", "S-1", "", null, null))))
                .isEqualTo("/desk/dossier?officer=" + Ids.text(7));
        assertThat(page.search(Lineup.Person.of(new Officer(7, "police", "Police", "S-1", "Foday Kamara", null, null))))
                .isEqualTo("/desk/search?q=officer%3A%22Foday+Kamara%22");
    }
}
