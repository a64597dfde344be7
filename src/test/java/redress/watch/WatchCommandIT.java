package redress.watch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.DeskBrowser;
import redress.ledger.ActRows;
import redress.time.Ids;

/**
 * Early warning of what repeats under a command, in a service that this class makes: a division with twelve posts, each
 * with a commander of a hundred days; at eleven of them two complaints each. At the first post somebody else commanded
 * before, and nobody has complained; the command of the present one stands in three rows, of which two overlap and one
 * follows.
 */
class WatchCommandIT extends WatchCalls {

    private static final String BEN = "00000000-0000-4000-8000-000000000002";
    private static final LocalDate BEGAN = TODAY.minusDays(100);
    private static final List<Long> POSTS = new ArrayList<>();
    private static long division;

    @BeforeAll
    static void makes_a_service() throws SQLException {
        change("INSERT INTO institution (code, name, kind) VALUES ('it-command', 'Commanded Service', 'it')");
        division = unit("D", null, "it-command-division");
        commands("A", division, BEGAN, null);
        for (int i = 0; i < 12; i++) {
            long post = unit("P" + i, division, "it-command-post");
            POSTS.add(post);
            long commander = commands("C" + i, post, BEGAN, i == 0 ? BEGAN.plusDays(30) : null);
            if (i == 0) {
                posting(commander, post, BEGAN.plusDays(20), BEGAN.plusDays(40));
                posting(commander, post, BEGAN.plusDays(41), null);
            }
            for (int count = 0; i > 0 && count < 2; count++) {
                at(post, TODAY);
            }
        }
        commands("F", POSTS.getFirst(), null, BEGAN.minusDays(1));
        try (Connection connection = jdbc()) {
            ActRows.rosterChanged(connection);
        }
    }

    private static long unit(String code, @Nullable Long above, String kind) {
        long unit = Ids.next();
        change(
                "INSERT INTO unit (id, institution_code, code, parent_id, name, kind) VALUES (?, 'it-command', ?, ?, ?, ?)",
                unit,
                code,
                above,
                code,
                kind);
        return unit;
    }

    private static long commands(String key, long unit, @Nullable LocalDate from, @Nullable LocalDate to) {
        long officer = Ids.next();
        change(
                "INSERT INTO officer (id, institution_code, service_key, family_name) VALUES (?, 'it-command', ?, 'Crane')",
                officer,
                key);
        posting(officer, unit, from, to);
        return officer;
    }

    private static void posting(long officer, long unit, @Nullable LocalDate from, @Nullable LocalDate to) {
        change(
                "INSERT INTO posting (id, officer_id, unit_id, from_on, to_on, role) VALUES (?, ?, ?, ?, ?, 'COMMANDER')",
                Ids.next(),
                officer,
                unit,
                from,
                to);
    }

    /** A complaint against somebody of a post, whom nobody knows, for what was done on a day. */
    private static String at(long post, LocalDate day) {
        return at(post, day, "DAY");
    }

    private static String at(long post, LocalDate day, String precision) {
        String number = complaint("At the crossing they took my goods.");
        change(
                "UPDATE incident SET began_on = ?, date_precision = ?"
                        + " WHERE id = (SELECT incident_id FROM complaint WHERE number = ?)",
                day,
                precision,
                number);
        change(
                "INSERT INTO subject (id, complaint_id, unit_id) SELECT ?, id, ? FROM complaint WHERE number = ?",
                Ids.next(),
                post,
                number);
        return number;
    }

    /** A complaint about what happened at a post, against somebody of the division above it. */
    private static String ofTheDivisionAt(long post) {
        String number = at(division, TODAY);
        change(
                "UPDATE incident SET unit_id = ? WHERE id = (SELECT incident_id FROM complaint WHERE number = ?)",
                post,
                number);
        return number;
    }

    /** A complaint of which only the year is known, in which two officers commanded. */
    private static String inTheYear(long post) {
        return at(post, TODAY.withDayOfYear(1), "YEAR");
    }

    private static String rule() {
        return json(post(
                                "/api/v1/watches",
                                "{\"label\":\"Three under one\",\"purpose\":\"The early warning of the office.\","
                                        + "\"kind\":\"COMMANDER\",\"complaints\":3,\"days\":90,\"until\":\"" + UNTIL
                                        + "\"}")
                        .body())
                .getString("id");
    }

    @Test
    void a_command_is_warned_of_for_what_was_done_while_it_lasted_beside_what_other_commanders_had() throws Exception {
        String rule = rule();
        long post = POSTS.getFirst();
        assign(at(post, TODAY.minusDays(1)), BEN);
        assign(at(post, BEGAN.minusDays(5)), BEN);
        assign(at(post, BEGAN.minusDays(6)), BEN);
        assign(at(post, TODAY.minusDays(2)), BEN);
        assign(inTheYear(post), BEN);
        assign(ofTheDivisionAt(post), BEN);
        caughtUp();
        assertThat(names(rule))
                .as(
                        "only the division has three: two of the post are of its commander's days, two of those before; of one the accused is of the division; of one nobody knows who commanded then")
                .containsExactly("Crane (A)");
        String third = at(post, BEGAN.plusDays(38), "ABOUT");
        assign(third, BEN);
        eventually(() -> names(rule), names -> names.contains("Crane (C0)"));
        assertThat(names(rule)).containsExactlyInAnyOrder("Crane (A)", "Crane (C0)");
        JsonObject firing = firings(rule).getValuesAs(JsonObject.class).stream()
                .filter(each -> name(each).equals("Crane (C0)"))
                .findFirst()
                .orElseThrow();
        assertThat(firing.getString("complaint")).isEqualTo(third);
        JsonObject reckoned = firing.getJsonObject("reckoned");
        assertThat(reckoned.getInt("counted")).isEqualTo(3);
        assertThat(reckoned.getInt("peers")).isEqualTo(11);
        assertThat(reckoned.getJsonNumber("expected").doubleValue()).isBetween(1.8, 2.2);
        leadsToTheDossier(firing.getString("id"));
    }

    @Test
    void a_command_that_went_on_in_the_unit_above_held_on_all_days_on_which_it_may_have_been() {
        long sector = unit("S", null, "it-command-sector");
        long stand = unit("S1", sector, "it-command-stand");
        long officer = commands("M", stand, BEGAN, BEGAN.plusDays(40));
        posting(officer, sector, BEGAN.plusDays(41), null);
        String rule = rule();
        for (int i = 0; i < 3; i++) {
            assign(at(stand, BEGAN.plusDays(38), "ABOUT"), BEN);
        }
        eventually(() -> names(rule), names -> names.contains("Crane (M)"));
        assertThat(names(rule)).containsExactly("Crane (M)");
    }

    private static void leadsToTheDossier(String firing) throws Exception {
        DeskBrowser desk = DeskBrowser.signedIn("senad");
        String page = desk.get("/desk/watches/firings/" + firing).body();
        assertThat(page).contains("3 complaints against people under the command of Crane (C0) within 90 days");
        String dossier =
                Jsoup.parse(page).select("a:contains(Open the dossier)").attr("href");
        assertThat(dossier).isEqualTo("/desk/dossier?commander=it-command%2FC0");
        assertThat(desk.get(dossier).body()).contains("3 complaints with", "Crane");
    }

    private static List<String> names(String rule) {
        return firings(rule).getValuesAs(JsonObject.class).stream()
                .map(WatchCommandIT::name)
                .toList();
    }

    private static String name(JsonObject firing) {
        return firing.getJsonObject("reckoned").getString("name");
    }
}
