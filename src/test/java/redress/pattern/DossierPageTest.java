package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import redress.web.Form;
import redress.web.ViewExamples;

class DossierPageTest {

    private static String page(Dossier dossier, YearMonth present) {
        return ViewExamples.html(new DossierPage("Ama", Form.blank(), dossier, present), "/desk/dossier");
    }

    @Test
    void each_command_leads_to_the_dossier_of_its_months() {
        Dossier one = DossierTest.dossier(new Precinct().unit("police/D3"));
        Dossier.Head head = new Dossier.Head(
                "commander", "police/5", "Wren", one.head().from(), one.head().to(), 0, 0, 0, 0, 0, "");
        Dossier dossier = new Dossier(
                head,
                List.of(
                        new TimeServed("police/D4", "District 4", "2026-12-01", null),
                        new TimeServed("police/D3", "District 3", "2024-07-15", null),
                        new TimeServed("police/D2", "District 2", "2019-01-01", "2024-07-14"),
                        new TimeServed("police/D1", "District <1>", null, "2012-03-31")),
                one.boards(),
                one.outliers(),
                one.change(),
                one.process(),
                one.network(),
                one.areas(),
                one.told());
        Element table = Objects.requireNonNull(
                Jsoup.parse(page(dossier, YearMonth.of(2026, 11))).selectFirst("table"));
        assertThat(table.select("tbody tr").eachText())
                .containsExactly(
                        "District 4 From 1 December 2026; goes on, or nobody knows the end",
                        "District 3 From 15 July 2024; goes on, or nobody knows the end",
                        "District 2 1 January 2019 to 14 July 2024",
                        "District <1> Not known to 31 March 2012");
        assertThat(table.select("a").eachAttr("href"))
                .containsExactly(
                        "/desk/dossier?commander=police%2F5&from=2026-12&to=2026-12",
                        "/desk/dossier?commander=police%2F5&from=2024-07&to=2026-11",
                        "/desk/dossier?commander=police%2F5&from=2019-01&to=2024-07",
                        "/desk/dossier?commander=police%2F5&from=2009-04&to=2012-03");
    }

    @Test
    void what_each_part_found_stands_first_with_the_way_to_it() {
        Dossier dossier =
                DossierTest.dossier(new Precinct().many(1, 5, "police/D3").unit("police/D3"));
        Document page = Jsoup.parse(page(dossier, YearMonth.of(2026, 11)));
        Element first = page.expectFirst("section.in-short");
        assertThat(first.select("a").eachText())
                .containsExactly(
                        "Is it more than expected?",
                        "Has it changed?",
                        "Unusual words and phrases",
                        "Copies",
                        "Possibly linked complaints",
                        "How long do they take, and how do they end?",
                        "Who is accused together?",
                        "Where did they happen?",
                        "What the complaints are, where and under whom");
        for (Element link : first.select("a")) {
            Element part = page.expectFirst(link.attr("href"));
            assertThat(part.text()).isEqualTo(link.text());
            assertThat(page.getAllElements().indexOf(part))
                    .isGreaterThan(page.getAllElements().indexOf(first));
        }
        assertThat(first.select("dd").eachText())
                .allSatisfy(found -> assertThat(page.select("main").text().split(Pattern.quote(found), -1))
                        .as("the part says it in the same words")
                        .hasSizeGreaterThan(2));
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
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
