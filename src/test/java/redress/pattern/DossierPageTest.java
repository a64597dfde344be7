package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import redress.web.Form;
import redress.web.ViewExamples;

class DossierPageTest {

    private static String page(Dossier dossier, YearMonth present) {
        return ViewExamples.html(new DossierPage("Ama", Form.blank(), dossier, present), "/desk/dossier");
    }

    @Test
    void as_many_months_before_and_after_are_one_step_away_unless_they_have_not_come_yet() {
        Dossier dossier = DossierTest.dossier(new Precinct().unit("police/D3"));
        Element pages = Objects.requireNonNull(
                Jsoup.parse(page(dossier, YearMonth.of(2026, 11))).expectFirst("nav[aria-label=Other months]"));
        assertThat(pages.select("a").eachText())
                .containsExactly("Earlier months:2022-01 to 2023-12", "Later months:2026-01 to 2027-12");
        assertThat(pages.select("a").eachAttr("href"))
                .containsExactly(
                        "/desk/dossier?unit=police%2FD3&from=2022-01&to=2023-12",
                        "/desk/dossier?unit=police%2FD3&from=2026-01&to=2027-12");
        assertThat(Jsoup.parse(page(dossier, YearMonth.of(2025, 12)))
                        .select("nav[aria-label=Other months] a")
                        .eachText())
                .containsExactly("Earlier months:2022-01 to 2023-12");
    }
}
