package redress.watch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.DeskBrowser;
import redress.time.Ids;

/**
 * Rules that count complaints of a compartment. Senad owns them and is a member; Mariama, who directs the office, and
 * the scripts, which audit it, are not.
 */
class WatchSealedIT extends WatchCalls {

    private static final String BEN = "00000000-0000-4000-8000-000000000002";
    private static final String SENAD = "00000000-0000-4000-8000-000000000004";
    private static final String MARIAMA = "00000000-0000-4000-8000-000000000005";
    private static final String APART = "it-watch-apart";
    private static final List<String> SEALED = new ArrayList<>();

    @BeforeAll
    static void makes_a_service() {
        change("INSERT INTO institution (code, name, kind) VALUES ('it-apart', 'Service Apart', 'it')");
    }

    private static long officer(String key) {
        long officer = Ids.next();
        change(
                "INSERT INTO officer (id, institution_code, service_key, family_name) VALUES (?, 'it-apart', ?, 'Egret')",
                officer,
                key);
        return officer;
    }

    private static String against(long officer) {
        return accusing(complaint("They took my goods at the weir."), officer);
    }

    private static String sealed(long officer) {
        String number = complaint("They took my goods at the weir.");
        change("UPDATE complaint SET compartment = ? WHERE number = ?", APART, number);
        SEALED.add(number);
        return accusing(number, officer);
    }

    /** Not sooner: a rule would count what is sealed once more, and the other tests look at the index. */
    @AfterAll
    static void lets_the_index_follow() {
        SEALED.forEach(WatchCalls::acted);
        caughtUp();
    }

    private static void joins(String actor) {
        change("INSERT INTO compartment_member (compartment, actor) VALUES (?, ?)", APART, actor);
    }

    private static void leaves(String actor) {
        change("DELETE FROM compartment_member WHERE compartment = ? AND actor = ?", APART, actor);
    }

    /** A rule of somebody at the desk; its id. */
    private static String rule(DeskBrowser owner, String label) {
        HttpResponse<String> made = owner.post(
                "/desk/watches",
                Map.of(
                        "kind",
                        "OFFICER",
                        "complaints",
                        "3",
                        "days",
                        "180",
                        "label",
                        label,
                        "purpose",
                        "The early warning of the office.",
                        "until",
                        UNTIL));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        return Ids.text(number("SELECT MAX(id) FROM watch WHERE label = ?", label));
    }

    private static List<String> paths(DeskBrowser reader, String page) {
        return Jsoup.parse(reader.get(page).body())
                .select("a[href^=/desk/watches/firings/]")
                .eachAttr("href");
    }

    private static List<JsonObject> waiting(String watch) {
        return json(get("/api/v1/watches").body()).getJsonArray("waiting").getValuesAs(JsonObject.class).stream()
                .filter(firing -> firing.getString("watch").equals(watch))
                .toList();
    }

    @Test
    void who_may_not_see_all_that_a_rule_counted_reads_the_same_as_if_it_had_not_fired() {
        DeskBrowser senad = DeskBrowser.signedIn("senad");
        DeskBrowser mariama = DeskBrowser.signedIn("mariama");
        joins(SENAD);
        String rule = rule(senad, "Three at the weir");
        String page = "/desk/watches/" + rule;
        long officer = officer("E1");
        sealed(officer);
        sealed(officer);
        caughtUp();
        String without = get("/api/v1/watches/" + rule).body();
        String third = against(officer);
        assign(third, BEN);
        String firing =
                eventually(() -> paths(senad, page), paths -> !paths.isEmpty()).getFirst();
        assertThat(senad.get(firing).body()).contains("3 complaints against Egret (E1)", third);
        assertThat(senad.get("/desk/watches").body()).contains(firing);
        assertThat(get("/api/v1/watches/" + rule).body())
                .as("byte for byte, with the sealed complaints and without")
                .isEqualTo(without);
        assertThat(waiting(rule)).isEmpty();
        String key = firing.substring(firing.lastIndexOf('/') + 1);
        assertThat(get("/api/v1/watches/firings/" + key).statusCode()).isEqualTo(404);
        assertThat(mariama.get(firing).statusCode()).isEqualTo(404);
        assertThat(mariama.get("/desk/watches").body()).doesNotContain(firing);
        assertThat(mariama.post(
                                firing + "/review",
                                Map.of("action", "NOTHING", "reason", "Somebody who does not see all of it."))
                        .statusCode())
                .isEqualTo(404);
        joins(MARIAMA);
        assertThat(mariama.get(firing).body()).contains("3 complaints against Egret (E1)");
        leaves(SENAD);
        assertThat(senad.get(firing).statusCode()).isEqualTo(404);
        assertThat(paths(senad, page)).isEmpty();
        assertThat(mariama.get(firing).statusCode())
                .as("who looks over the owner's shoulder sees no more than the owner")
                .isEqualTo(404);
        leaves(MARIAMA);
    }

    @Test
    void a_firing_of_what_everybody_sees_stays_when_a_later_one_counts_something_sealed() {
        DeskBrowser senad = DeskBrowser.signedIn("senad");
        joins(SENAD);
        String rule = rule(senad, "Three in the open");
        long officer = officer("E2");
        against(officer);
        against(officer);
        caughtUp();
        String third = against(officer);
        assign(third, BEN);
        eventually(() -> met(rule), met -> met.contains(third));
        String fourth = against(officer);
        assign(fourth, BEN);
        eventually(() -> met(rule), met -> met.equals(List.of(fourth)));
        change("UPDATE complaint SET compartment = ? WHERE number = ?", APART, fourth);
        assertThat(met(rule))
                .as("four were counted, one of which is sealed now")
                .isEmpty();
        change("UPDATE complaint SET compartment = 'open' WHERE number = ?", fourth);
        sealed(officer);
        String sixth = against(officer);
        assign(sixth, BEN);
        String page = "/desk/watches/" + rule;
        eventually(() -> senad.get(page).body(), body -> body.contains(sixth));
        assertThat(paths(senad, page)).as("what all see, and what members see").hasSize(2);
        assertThat(met(rule)).containsExactly(fourth);
        leaves(SENAD);
    }

    @Test
    void a_firing_of_which_it_was_not_kept_what_it_counted_is_its_owners_alone() {
        DeskBrowser senad = DeskBrowser.signedIn("senad");
        String rule = rule(senad, "Three before");
        long officer = officer("E3");
        against(officer);
        against(officer);
        caughtUp();
        String third = against(officer);
        assign(third, BEN);
        eventually(() -> met(rule), met -> met.contains(third));
        change(
                "DELETE FROM watch_counted WHERE firing_id IN (SELECT id FROM watch_firing WHERE watch_id = ?)",
                Ids.parse(rule));
        assertThat(met(rule)).isEmpty();
        assertThat(paths(senad, "/desk/watches/" + rule)).hasSize(1);
    }

    private static void seal(String number) {
        change("UPDATE complaint SET compartment = 'it-watch-shut' WHERE number = ?", number);
        acted(number);
        caughtUp();
    }

    /** How many complaints each firing of a rule counted that anybody sees now, the latest first. */
    private static List<Integer> counted(String rule) {
        return firings(rule).getValuesAs(JsonObject.class).stream()
                .map(firing -> firing.getJsonObject("reckoned").getInt("counted"))
                .toList();
    }

    @Test
    void what_still_meets_a_rule_without_a_complaint_that_was_sealed_is_told_anew_though_it_was_told_with_it() {
        String rule = rule(DeskBrowser.signedIn("senad"), "Three of four");
        long officer = officer("E4");
        String first = against(officer);
        String second = against(officer);
        String third = complaint("They took my goods at the weir.");
        String fourth = complaint("They took my goods at the weir.");
        caughtUp();
        accusing(third, officer);
        assign(accusing(fourth, officer), BEN);
        eventually(() -> counted(rule), counted -> counted.equals(List.of(4)));
        acted(third);
        caughtUp();
        seal(fourth);
        assertThat(counted(rule))
                .as("four were counted, one of which is sealed")
                .isEmpty();
        assign(first, BEN);
        eventually(() -> counted(rule), counted -> counted.equals(List.of(3)));
        assign(second, BEN);
        caughtUp();
        assertThat(met(rule)).as("the same three, told once").containsExactly(first);
        change("UPDATE complaint SET compartment = 'open' WHERE number = ?", fourth);
        acted(fourth);
        caughtUp();
        assertThat(counted(rule)).as("the four were not lost meanwhile").containsExactly(3, 4);
    }

    @Test
    void what_gave_way_to_a_firing_that_was_sealed_later_is_told_anew() {
        String rule = rule(DeskBrowser.signedIn("senad"), "Three, then four");
        long officer = officer("E5");
        String first = against(officer);
        against(officer);
        caughtUp();
        assign(against(officer), BEN);
        eventually(() -> counted(rule), counted -> counted.equals(List.of(3)));
        String fourth = against(officer);
        assign(fourth, BEN);
        eventually(() -> counted(rule), counted -> counted.equals(List.of(4)));
        seal(fourth);
        assertThat(counted(rule)).as("the three gave way to the four").isEmpty();
        assign(first, BEN);
        eventually(() -> counted(rule), counted -> counted.equals(List.of(3)));
        assertThat(met(rule)).containsExactly(first);
    }
}
