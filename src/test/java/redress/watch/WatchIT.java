package redress.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import redress.DeskBrowser;
import redress.ledger.ActKind;
import redress.ledger.ActRows;
import redress.time.Ids;

/** A watch from the search that is saved to the effect that is recorded, on the real servers. */
class WatchIT extends WatchCalls {

    private static final String BEN = "00000000-0000-4000-8000-000000000002";

    @Test
    void a_saved_search_fires_for_a_complaint_that_comes_and_the_queue_shows_it_until_somebody_has_looked() {
        DeskBrowser ama = DeskBrowser.signedIn("ama");
        assertThat(ama.get("/desk/search?q=quillwort+ferryman").body()).contains("Watch this search");
        HttpResponse<String> form = ama.get("/desk/watches/new?q=quillwort+ferryman&sort=newest");
        assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
        String search = Jsoup.parse(form.body()).select("input[name=search]").attr("value");
        assertThat(search).isEqualTo("q=quillwort+ferryman");
        HttpResponse<String> refused = make(ama, search, "", "");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Say in 10 to 1,000 characters why");
        assertThat(make(ama, "", "Everything", "Because everything is of interest.")
                        .body())
                .contains("A watch needs a search for words or with a filter");
        HttpResponse<String> made =
                make(ama, search, "Ferryman at the quay", "Several people told the same story at the quay.");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        complaint("A neighbour complains of noise at the market.");
        String number = complaint("At the quay the ferryman, called Quillwort, took my phone.");
        String queue = eventually(() -> ama.get("/desk/watches").body(), page -> page.contains(number));
        assertThat(queue).contains("Ferryman at the quay").contains("To look at: 1");
        assertThat(ama.get("/desk").body()).contains("class=\"waiting\">1");
        follow(ama, queue);
    }

    @Test
    void a_search_that_cannot_be_watched_comes_back_with_the_reason_and_the_way_to_it() {
        HttpResponse<String> refused = DeskBrowser.signedIn("ama").get("/desk/watches/new?q=note%3Aboat&stage=CLOSED");
        assertThat(refused.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select(".govuk-error-summary a[href=#search]").text())
                .startsWith("A watch does not look into internal notes");
        assertThat(page.select("#search a").attr("href")).isEqualTo("/desk/search?q=note%3Aboat&stage=CLOSED");
    }

    private static HttpResponse<String> make(DeskBrowser desk, String search, String label, String purpose) {
        return desk.post(
                "/desk/watches",
                Map.of("kind", "SEARCH", "search", search, "label", label, "purpose", purpose, "until", UNTIL));
    }

    private static void follow(DeskBrowser ama, String queue) {
        String firing =
                Jsoup.parse(queue).select("a[href^=/desk/watches/firings/]").attr("href");
        assertThat(ama.post(firing + "/review", Map.of("reason", "short")).body())
                .contains("Choose what was done", "Write 10 to 2,000 characters");
        HttpResponse<String> reviewed = ama.post(
                firing + "/review",
                Map.of("action", "COMMAND_ASKED", "reason", "The command of the quay post was asked to look."));
        assertThat(reviewed.statusCode()).as(reviewed.body()).isEqualTo(303);
        assertThat(ama.get("/desk/watches").body()).contains("Nothing new.");
        assertThat(ama.post(firing + "/review", Map.of("action", "NOTHING", "reason", "Somebody else was faster."))
                        .statusCode())
                .isEqualTo(409);
        long id = Ids.parse(firing.substring(firing.lastIndexOf('/') + 1));
        assertThat(number(
                        "SELECT TIMESTAMPDIFF(MONTH, reviewed_at, effect_due_on + INTERVAL 1 DAY) FROM watch_firing"
                                + " WHERE id = ?",
                        id))
                .isEqualTo(6);
        change("UPDATE watch_firing SET effect_due_on = '2020-01-01' WHERE id = ?", id);
        assertThat(ama.get("/desk/watches").body()).contains("Did it help? 1");
        assertThat(ama.post(firing + "/effect", Map.of("effect", "LESS", "words", "No further complaint since then."))
                        .statusCode())
                .isEqualTo(303);
        assertThat(ama.get("/desk/watches").body()).doesNotContain("Did it help?");
        assertThat(ama.get(firing).body()).contains("It has become less", "No further complaint since then.");
        for (String kind : new String[] {"WATCH_MADE", "FIRING_REVIEWED", "EFFECT_RECORDED"}) {
            assertThat(number("SELECT COUNT(*) FROM act WHERE kind = ? AND subject IS NULL", kind))
                    .as(kind)
                    .isPositive();
        }
    }

    @Test
    void a_firing_tells_what_its_search_asks_for_and_leads_to_the_passages_as_far_as_the_reader_may_see_them_now() {
        DeskBrowser senad = DeskBrowser.signedIn("senad");
        make(
                senad,
                "q=agrimony+%7C+betony&stage=RECEIVED",
                "Two herbs",
                "Somebody sells herbs at the gate again and again.");
        String number = complaint("It rained. They beat me with a bundle of betony at the gate.");
        complaint("Another day they beat me with betony.");
        String queue = eventually(() -> senad.get("/desk/watches").body(), page -> page.contains(number));
        assertThat(Jsoup.parse(queue).text())
                .contains("It fits the search: agrimony | betony, Stage: Received")
                .contains("Two herbs agrimony | betony, Stage: Received");
        String firing = Jsoup.parse(queue)
                .select("a[href^=/desk/watches/firings/]:containsOwn(" + number + ")")
                .attr("href");
        Document page = Jsoup.parse(senad.get(firing).body());
        assertThat(page.text()).contains("It fits the search: agrimony | betony, Stage: Received");
        String passages = page.select("a:containsOwn(What the search finds in this complaint)")
                .attr("href");
        Document found = Jsoup.parse(eventually(() -> senad.get(passages).body(), body -> body.contains("<mark>")));
        assertThat(found.select("mark").eachText()).containsExactly("betony");
        assertThat(found.text()).contains("beat me with a bundle of betony");
        assertThat(found.select("a[href=/desk/complaints/" + number + "]")).isNotEmpty();
        change("UPDATE complaint SET compartment = 'it-watch-herbs' WHERE number = ?", number);
        assertThat(senad.get(firing).statusCode()).isEqualTo(404);
        HttpResponse<String> sealed = senad.get(passages);
        assertThat(sealed.statusCode()).isEqualTo(200);
        assertThat(sealed.body()).contains("No complaint").doesNotContain("a bundle of");
        change("UPDATE complaint SET compartment = 'open' WHERE number = ?", number);
    }

    @Test
    void the_ledger_commits_to_the_numbers_of_a_rule_and_to_the_words_as_they_are_kept() throws SQLException {
        String rule = json(post(
                                "/api/v1/watches",
                                "{\"label\":\" Three at once \",\"purpose\":\" The early warning. \",\"kind\":\"OFFICER\","
                                        + "\"complaints\":3,\"days\":180,\"until\":\"" + UNTIL + "\"}")
                        .body())
                .getString("id");
        assertThat(committed(
                        ActKind.WATCH_MADE,
                        rule + "\nOFFICER\n\n3\n180\n" + UNTIL + "\nThree at once\nThe early warning."))
                .isEqualTo(1);
        String watch = watch("chervil");
        assertThat(committed(
                        ActKind.WATCH_MADE,
                        watch + "\nSEARCH\nq=chervil\n\n\n" + UNTIL + "\nWords\nA test of the portal itself."))
                .isEqualTo(1);
        String number = complaint("Chervil was hit at the gate.");
        eventually(() -> met(watch), met -> met.contains(number));
        String firing = firings(watch).getJsonObject(0).getString("id");
        post(
                "/api/v1/watches/firings/" + firing + "/review",
                "{\"action\":\"COMMAND_ASKED\",\"reason\":\"  They were asked.\\n\"}");
        post(
                "/api/v1/watches/firings/" + firing + "/effect",
                "{\"effect\":\"LESS\",\"words\":\"\\tNo further one since. \"}");
        assertThat(committed(ActKind.FIRING_REVIEWED, firing + "\nCOMMAND_ASKED\nThey were asked."))
                .isEqualTo(1);
        assertThat(committed(ActKind.EFFECT_RECORDED, firing + "\nLESS\nNo further one since."))
                .isEqualTo(1);
    }

    private static long committed(ActKind kind, String content) throws SQLException {
        try (Connection connection = jdbc()) {
            return ActRows.committed(connection, kind, content);
        }
    }

    @Test
    void a_second_reading_of_the_ledger_fires_nothing_twice() {
        String watch = watch("zephyrine");
        String first = complaint("Zephyrine was beaten at the gate.");
        eventually(() -> met(watch), met -> met.contains(first));
        String firing = firings(watch).getJsonObject(0).getString("id");
        change("UPDATE watch_position SET position = -1 WHERE id = 1");
        String second = complaint("Zephyrine was beaten at the gate again.");
        eventually(() -> met(watch), met -> met.contains(second));
        assertThat(met(watch)).containsExactly(second, first);
        assertThat(firings(watch).getJsonObject(1).getString("id")).isEqualTo(firing);
    }

    @Test
    void a_complaint_that_comes_right_after_its_watch_was_made_is_never_missed() {
        for (int i = 0; i < 12; i++) {
            String word = "saxifrage" + (char) ('a' + i);
            String watch = watch(word);
            String number = complaint("They called the place " + word + " and took everything.");
            eventually(() -> met(watch), met -> met.contains(number));
        }
    }

    @Test
    void a_complaint_that_changes_stands_once_and_at_its_latest_version() {
        String watch = watch("oleander");
        String number = complaint("Oleander was taken to the post.");
        eventually(() -> met(watch), met -> met.contains(number));
        assign(number, BEN);
        eventually(() -> firings(watch), firings -> firings.getJsonObject(0).getInt("version") == 2);
        assertThat(met(watch)).containsExactly(number);
    }

    @Test
    void a_watch_is_silent_where_its_owner_may_not_see_and_shows_nothing_once_the_owner_may_no_more() {
        DeskBrowser ben = DeskBrowser.signedIn("ben");
        make(ben, "q=periwinkle", "Periwinkle", "Somebody called Periwinkle is told of again and again.");
        String others = watch("periwinkle");
        String number = complaint("Periwinkle hit me at the bridge.");
        eventually(() -> met(others), met -> met.contains(number));
        assertThat(ben.get("/desk/watches").body()).doesNotContain(number);
        assign(number, BEN);
        String queue = eventually(() -> ben.get("/desk/watches").body(), page -> page.contains(number));
        String firing =
                Jsoup.parse(queue).select("a[href^=/desk/watches/firings/]").attr("href");
        DeskBrowser senad = DeskBrowser.signedIn("senad");
        assertThat(senad.get(firing).statusCode()).isEqualTo(200);
        change(
                "INSERT INTO recusal (actor, complaint_id, reason, declared_at)"
                        + " SELECT ?, id, 'a cousin', UTC_TIMESTAMP() FROM complaint WHERE number = ?",
                BEN,
                number);
        assertThat(ben.get(firing).statusCode()).isEqualTo(404);
        assertThat(ben.get("/desk/watches").body()).doesNotContain(number);
        assertThat(senad.get(firing).statusCode()).isEqualTo(404);
    }

    @Test
    void a_watch_belongs_to_its_owner_and_whoever_directs_the_office_sees_it_too() {
        String watch = watch("hollyhock");
        String page = "/desk/watches/" + watch;
        assertThat(DeskBrowser.signedIn("emina").get(page).statusCode()).isEqualTo(404);
        DeskBrowser audrey = DeskBrowser.signedIn("audrey");
        assertThat(audrey.get(page).body()).contains("Words").doesNotContain("End this watch");
        assertThat(audrey.post(page + "/end", Map.of()).statusCode()).isEqualTo(403);
        assertThat(DeskBrowser.signedIn("paul").get("/desk/watches").statusCode())
                .isEqualTo(403);
        DeskBrowser senad = DeskBrowser.signedIn("senad");
        assertThat(senad.get("/desk/watches").body()).contains(watch);
        assertThat(senad.post(page + "/end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(get("/api/v1/watches/" + watch).body()).contains("\"state\":\"ENDED\"");
        assertThat(post("/api/v1/watches/" + watch + "/renew", "{\"until\":\"" + UNTIL + "\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_watch_past_its_last_day_stops_says_so_and_when_renewed_leaves_out_what_came_meanwhile() {
        String watch = watch("marjoram");
        change("UPDATE watch SET runs_until = '2020-01-01' WHERE id = ?", Ids.parse(watch));
        assertThat(get("/api/v1/watches/" + watch).body()).contains("\"state\":\"PAST\"");
        assertThat(DeskBrowser.signedIn("senad").get("/desk/watches/" + watch).body())
                .contains("Stopped: its last day was 1 January 2020");
        String other = watch("marjoram");
        String meanwhile = complaint("Marjoram was searched.");
        eventually(() -> met(other), met -> met.contains(meanwhile));
        assertThat(post("/api/v1/watches/" + watch + "/renew", "{\"until\":\"1999-01-01\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/api/v1/watches/" + watch + "/renew", "{\"until\":\"" + UNTIL + "\"}")
                        .statusCode())
                .isEqualTo(200);
        String later = complaint("Marjoram was searched once more.");
        eventually(() -> met(watch), met -> met.contains(later));
        assertThat(met(watch)).containsExactly(later);
    }

    @Test
    void what_came_on_the_last_day_of_a_watch_fires_when_the_round_is_late_and_what_came_after_it_does_not()
            throws SQLException {
        String past = watch("tamarisk");
        String ended = watch("tamarisk");
        String late;
        try (Connection rounds = jdbc()) {
            rounds.setAutoCommit(false);
            try (Statement wait = rounds.createStatement()) {
                // While a test has the round, nobody else goes it.
                wait.execute("SELECT position FROM watch_position WHERE id = 1 FOR UPDATE");
            }
            late = complaint("Tamarisk was held at the landing.");
            dated("at - INTERVAL 1 DAY", late);
            complaint("Tamarisk was held at the landing, and let go.");
            change("UPDATE watch SET runs_until = UTC_DATE() - INTERVAL 1 DAY WHERE id = ?", Ids.parse(past));
            change(
                    "UPDATE watch SET ended_at = UTC_TIMESTAMP() - INTERVAL 1 HOUR, version = version + 1 WHERE id = ?",
                    Ids.parse(ended));
            rounds.rollback();
        }
        caughtUp();
        dated("at + INTERVAL 1 DAY", late);
        assertThat(met(past)).containsExactly(late);
        assertThat(met(ended)).containsExactly(late);
    }

    @Test
    void a_watch_whose_search_cannot_be_read_any_more_says_that_it_does_not_run_and_why() {
        String watch = watch("tansy");
        assertThat(get("/api/v1/watches/" + watch).body()).doesNotContain("silent");
        change("UPDATE watch SET question = 'near=somewhere+that+is+gone' WHERE id = ?", Ids.parse(watch));
        change("UPDATE watch SET runs_until = '2020-01-01' WHERE id = ?", Ids.parse(watch));
        complaint("Something else, with which a round lets the watch go.");
        caughtUp();
        change("UPDATE watch SET runs_until = ? WHERE id = ?", UNTIL, Ids.parse(watch));
        assertThat(get("/api/v1/watches/" + watch).body())
                .contains("\"kind\":\"UNREADABLE\"", "cannot be read any more");
        DeskBrowser senad = DeskBrowser.signedIn("senad");
        assertThat(senad.get("/desk/watches/" + watch).body())
                .contains("Does not run", "Its search cannot be read any more", ">this search<");
        assertThat(senad.get("/desk/watches").body()).contains("Does not run");
    }

    @Test
    void what_came_on_the_last_day_of_a_watch_fires_also_where_it_was_renewed_before_the_late_round()
            throws SQLException {
        String watch = watch("tarragon");
        String late;
        try (Connection rounds = jdbc()) {
            rounds.setAutoCommit(false);
            try (Statement wait = rounds.createStatement()) {
                wait.execute("SELECT position FROM watch_position WHERE id = 1 FOR UPDATE");
            }
            late = complaint("Tarragon was held at the landing.");
            dated("at - INTERVAL 1 DAY", late);
            complaint("Tarragon was held at the landing, and let go.");
            change("UPDATE watch SET runs_until = UTC_DATE() - INTERVAL 1 DAY WHERE id = ?", Ids.parse(watch));
            eventually(() -> number("SELECT COUNT(*) FROM act WHERE position IS NULL"), waiting -> waiting == 0);
            assertThat(post("/api/v1/watches/" + watch + "/renew", "{\"until\":\"" + UNTIL + "\"}")
                            .statusCode())
                    .isEqualTo(200);
            rounds.rollback();
        }
        caughtUp();
        dated("at + INTERVAL 1 DAY", late);
        assertThat(met(watch)).containsExactly(late);
    }

    private static void dated(String when, String number) {
        change("UPDATE act SET at = " + when + " WHERE subject = (SELECT id FROM complaint WHERE number = ?)", number);
    }

    @Test
    void what_is_no_watch_is_refused_beside_its_fields_and_nobody_without_a_token_is_heard() {
        HttpResponse<String> refused = post("/api/v1/watches", "{\"kind\":\"OFFICER\",\"complaints\":1,\"days\":0}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused.body()).getJsonArray("errors").toString())
                .contains("label", "purpose", "complaints", "days", "until");
        assertThat(post("/api/v1/watches", "[]").statusCode()).isEqualTo(400);
        assertThat(post("/api/v1/watches", "{\"search\":\"near=nowhere\"}").statusCode())
                .isEqualTo(400);
        assertThat(get("/api/v1/watches/0000000000000").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/watches/firings/what").statusCode()).isEqualTo(404);
    }
}
