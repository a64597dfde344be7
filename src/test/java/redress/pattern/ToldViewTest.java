package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import redress.web.Form;
import redress.web.ViewExamples;

class ToldViewTest {

    private static final Lack NONE_YET = new Lack("INDEX", 0, 0);

    private static String html(Told told) {
        return html(told, false);
    }

    private static String html(Told told, boolean mayConfirm) {
        Scoped scoped = new Precinct().many(1, 3, "police/S3").unit("police/D3");
        Dossier.Head head =
                new Dossier.Head("unit", "police/D3", "District 3", "2024-01", "2025-12", 3, 0, 0, 3, 19, "district");
        Dossier one = DossierTest.dossier(scoped);
        Dossier dossier = new Dossier(
                head, List.of(), List.of(), null, one.change(), one.process(), one.network(), one.areas(), told);
        return ViewExamples.html(
                new DossierPage("Ama", Form.blank(), dossier, DossierTest.PRESENT, mayConfirm), "/desk/dossier");
    }

    private static Copies.One one(int number, double share) {
        return new Copies.One("2026-%06d".formatted(number), "2026-05-03", share);
    }

    @Test
    void an_unusual_phrase_is_a_link_into_the_search_of_the_scope_beside_both_counts() {
        String html = html(new Told(
                new UnusualWords(
                        6, 30, List.of(new UnusualWords.Expression("ivory <lorry>", 5, 0, 20.1, 0.001)), 0, true, null),
                new Copies(6, 0, List.of(), 0, null),
                new Links(6, List.of(), 0, null)));
        assertThat(html)
                .contains(
                        "/desk/search?unit=police%2FD3&amp;q=narrative%3A%22ivory+%3Clorry%3E%22+date%3A2024-01..2025-12")
                .contains("5 of 6", "0 of 30", "at most one in ten is expected to be chance")
                .contains("No text here is a copy of another one")
                .contains("For no pair of complaints does enough speak to show it")
                .doesNotContain("<lorry>", "pattern.words", "pattern.copies", "pattern.links");
    }

    @Test
    void a_group_of_copies_names_the_first_and_says_how_many_it_leaves_out() {
        Copies.Group group = new Copies.Group(
                one(1, 1),
                IntStream.rangeClosed(2, 14).mapToObj(i -> one(i, 0.9)).toList());
        assertThat(html(new Told(
                        UnusualWords.none(NONE_YET),
                        new Copies(20, 14, List.of(group), 0, null),
                        new Links(0, List.of(), 0, NONE_YET))))
                .contains("1 group of copies, with 14 complaints, among 20 complaints that tell something in words")
                .contains("href=\"/desk/complaints/2026-000001\"", "The first that came in", "About 90 %")
                .contains("3 more copies are in the JSON")
                .doesNotContain("2026-000012", "pattern.words", "pattern.copies", "pattern.links");
    }

    @Test
    void a_pair_that_may_be_linked_prints_what_speaks_for_and_against_it_and_that_a_person_decides() {
        Links.Link link = new Links.Link(
                new Links.One("2026-000001", "2026-05-03"),
                new Links.One("2026-000009", "2026-06-03"),
                2.4,
                List.of(
                        new Links.Reason("PLACE", "same place", List.of("EB <1>"), 1.6),
                        new Links.Reason("HOUR", "more than six hours apart", List.of(), -0.7)),
                true);
        assertThat(html(new Told(
                        UnusualWords.none(NONE_YET),
                        new Copies(0, 0, List.of(), 0, NONE_YET),
                        new Links(3, List.of(link), 0, null))))
                .contains("A person decides", "+2.4", "+1.6 same place: EB &lt;1&gt;", "-0.7 more than six hours apart")
                .contains("href=\"/desk/complaints/2026-000009\"")
                .doesNotContain("pattern.words", "pattern.copies", "pattern.links");
    }

    /** So many words, groups of two and pairs, and of each three that are not even in JSON. */
    private static String html(int many) {
        Copies.Group group = new Copies.Group(one(1, 1), List.of(one(2, 0.9)));
        Links.Link link = new Links.Link(
                new Links.One("2026-000001", "2026-05-03"),
                new Links.One("2026-000009", "2026-06-03"),
                2.4,
                List.of(),
                false);
        List<UnusualWords.Expression> words = IntStream.range(0, many)
                .mapToObj(i -> new UnusualWords.Expression("word " + i, 5, 0, 20.1, 0.001))
                .toList();
        return html(new Told(
                new UnusualWords(9, 30, words, 3, true, null),
                new Copies(90, 2 * (many + 3), Collections.nCopies(many, group), 3, null),
                new Links(9, Collections.nCopies(many, link), 3, null)));
    }

    @Test
    void each_list_that_is_cut_says_how_many_it_leaves_out_and_counts_them_in_its_sentence() {
        assertThat(Jsoup.parse(html(23)).expectFirst("main").text())
                .contains("“word 5” and 20 more.")
                .contains(
                        "6 further ones, none more unusual, are not shown; the JSON of this dossier has the first 23.")
                .contains("26 groups of copies, with 52 complaints,")
                .contains("16 further groups, none larger, are not shown; the JSON of this dossier has the first 23.")
                .contains("26 pairs of complaints may be linked")
                .contains("6 further pairs, for which no more speaks, are not shown; the JSON of this dossier has the"
                        + " first 23.");
    }

    @Test
    void a_list_that_is_whole_says_of_no_rest() {
        assertThat(html(new Told(
                        new UnusualWords(
                                9, 30, List.of(new UnusualWords.Expression("lorry", 5, 0, 20.1, 0.001)), 0, true, null),
                        new Copies(9, 2, List.of(new Copies.Group(one(1, 1), List.of(one(2, 0.9)))), 0, null),
                        new Links(9, List.of(), 0, null))))
                .contains("1 group of copies, with 2 complaints,", "chance would put them: “lorry”.")
                .doesNotContain("not shown; the JSON");
    }

    @Test
    void where_there_is_nobody_to_compare_with_the_words_say_so_and_not_of_peers_that_tell_nothing() {
        assertThat(html(new Told(
                        new UnusualWords(9, 0, List.of(), 0, false, Lack.NO_PEERS),
                        new Copies(9, 0, List.of(), 0, null),
                        new Links(9, List.of(), 0, null))))
                .contains("There is no verdict on words: there is nobody with whose complaints they could be compared.")
                .doesNotContain("of the peers tells", "pattern.lack");
    }

    @Test
    void from_a_pair_that_can_be_decided_whoever_may_decide_is_one_link_away_and_nobody_else() {
        Links.Link pair = new Links.Link(
                new Links.One("2026-000001", "2026-05-03"),
                new Links.One("2026-000009", "2026-06-03"),
                2.4,
                List.of(),
                false);
        assertThat(html(linked(pair.opened()), true))
                .contains("href=\"/desk/clusters/confirm?member=2026-000001&amp;member=2026-000009\"")
                .contains("Decide whether they are about the same unknown person or patrol");
        assertThat(html(linked(pair.opened()), false)).doesNotContain("/desk/clusters/confirm");
        assertThat(html(linked(pair), true)).doesNotContain("/desk/clusters/confirm");
    }

    private static Told linked(Links.Link pair) {
        return new Told(
                UnusualWords.none(NONE_YET),
                new Copies(0, 0, List.of(), 0, NONE_YET),
                new Links(3, List.of(pair), 0, null));
    }
}
