package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.access.Sight;
import redress.problem.Problem;
import redress.register.TestRegister;

/** What is kept for dossiers while complaints change, against what is read anew from the same tables. */
class BundleIT {

    private static final int COMPLAINTS = 300;
    private static final int ROUNDS = 25;
    private static final int UNITS = 12;
    private static final long NEW = 1_000;
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final Window YEAR = new Window(YearMonth.of(2023, 1), YearMonth.of(2023, 12));
    private static final Window LATE = new Window(YearMonth.of(2023, 7), YearMonth.of(2024, 6));
    private static final String SEALED = "sealed";
    private static final Sight OPEN = new Sight("judge", false, Set.of(Sight.OPEN), Set.of());
    private static final Sight BOTH = new Sight("chair", false, Set.of(Sight.OPEN, SEALED), Set.of());
    private static final Sight RECUSED = new Sight("friend", false, Set.of(Sight.OPEN), Set.of(7L, 12L));
    private static final Sight OWN = new Sight("ben", true, Set.of(Sight.OPEN), Set.of());
    private static final List<Sight> SIGHTS = List.of(OPEN, BOTH, RECUSED, OWN);

    private static final DataSource DATABASE = database();

    private final Random random = new Random(3);
    private final Tables tables = new Tables(DATABASE);
    private final Files files = new Files(tables);
    private long acts = NEW;

    @BeforeAll
    static void plants() throws SQLException {
        change("INSERT INTO category (code, group_name, label, severity) VALUES ('C', 'G', 'Label', 3)");
        for (int service = 0; service < 2; service++) {
            change("INSERT INTO institution (code, name, kind) VALUES (?, 'Service', 'police')", "s" + service);
            for (int unit = 0; unit < UNITS; unit++) {
                change(
                        "INSERT INTO unit (id, institution_code, code, name, kind) VALUES (?, ?, ?, 'Unit', 'post')",
                        service * UNITS + unit + 1,
                        "s" + service,
                        "U" + unit);
            }
            change(
                    "INSERT INTO officer (id, institution_code, service_key) VALUES (?, ?, 'K')",
                    service + 1,
                    "s" + service);
            change(
                    "INSERT INTO posting (id, officer_id, unit_id, from_on, role) VALUES (?, ?, ?, '2020-01-01', 'MEMBER')",
                    service + 1,
                    service + 1,
                    service * UNITS + 1);
            change("INSERT INTO place (code, level, name) VALUES (?, 1, 'Area')", "p" + service);
        }
        for (int id = 1; id <= COMPLAINTS; id++) {
            complaint(id, FIRST.plusDays(id));
        }
    }

    private static DataSource database() {
        try {
            return TestRegister.empty("it_bundle").dataSource();
        } catch (SQLException broken) {
            throw new IllegalStateException("no schema for the test", broken);
        }
    }

    /** One that accuses one officer, or two, or nobody in particular. */
    private static void complaint(long id, LocalDate day) throws SQLException {
        change(
                "INSERT INTO incident (id, began_on, date_precision, place_code, unit_id) VALUES (?, ?, 'DAY', ?, ?)",
                id,
                day,
                id % 7 == 0 ? null : "p" + id % 2,
                id % 5 == 0 ? null : id % (2 * UNITS) + 1);
        change(
                "INSERT INTO complaint (id, number, incident_id, channel, language, received_at, stage, severity,"
                        + " compartment, assignee, version) VALUES (?, ?, ?, 'WEB', 'en', ?, 'SUBMITTED', 3, ?, ?, 1)",
                id,
                "N-" + id,
                id,
                day.plusDays(2),
                id % 11 == 0 ? SEALED : Sight.OPEN,
                id % 3 == 0 ? "ben" : null);
        for (long accused = 0; accused < id % 3; accused++) {
            long subject = id * 10 + accused;
            change(
                    "INSERT INTO subject (id, complaint_id, officer_id, unit_id) VALUES (?, ?, ?, ?)",
                    subject,
                    id,
                    accused + 1,
                    id % 4 == 0 ? null : (id + accused) % (2 * UNITS) + 1);
            change(
                    "INSERT INTO allegation (id, complaint_id, subject_id, category_code) VALUES (?, ?, ?, 'C')",
                    subject,
                    id,
                    id % 4 == 0 ? null : subject);
        }
    }

    private static void change(String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private Bundle fresh() {
        return fresh(tables, Integer.MAX_VALUE);
    }

    private static Bundle fresh(Tables tables, long rows) {
        return new Bundle(
                new Files(tables), new WindowRows(tables), new Roster(tables), new Bundle.Room(rows, new Turn()));
    }

    private static void look(Bundle bundle, Window window, Sight sight) {
        bundle.facts(window, TODAY, sight);
        bundle.lastMonth("s1", TODAY, sight);
        bundle.lastMonth(null, TODAY, sight);
    }

    private static void same(Bundle kept, Bundle fresh, Window window, Sight sight) {
        Facts is = kept.facts(window, TODAY, sight);
        Facts wanted = fresh.facts(window, TODAY, sight);
        assertThat(is.accused()).isEqualTo(wanted.accused());
        assertThat(is.alleged()).isEqualTo(wanted.alleged());
        assertThat(is.known()).isEqualTo(wanted.known());
        assertThat(kept.known(TODAY, sight)).isEqualTo(fresh.known(TODAY, sight));
        for (String unit : List.of("s0/U0", "s1/U3")) {
            assertThat(reckoned(is, unit(kept, unit, is))).isEqualTo(reckoned(wanted, unit(fresh, unit, wanted)));
        }
        assertThat(reckoned(is, officer(kept, is))).isEqualTo(reckoned(wanted, officer(fresh, wanted)));
        assertThat(reckoned(is, place(kept))).isEqualTo(reckoned(wanted, place(fresh)));
        for (String service : new @Nullable String[] {"s0", "s1", null}) {
            assertThat(kept.lastMonth(service, TODAY, sight)).isEqualTo(fresh.lastMonth(service, TODAY, sight));
        }
    }

    private static Group unit(Bundle bundle, String unit, Facts facts) {
        return Groups.ofUnit(bundle.units().find(unit).orElseThrow(), facts);
    }

    private static Group officer(Bundle bundle, Facts facts) {
        List<Officer> all = bundle.officersOf("s0");
        return Groups.ofOfficer(all.getFirst(), all, facts);
    }

    private static Group place(Bundle bundle) {
        return Groups.ofPlace(bundle.places().find("p1").orElseThrow(), bundle.places());
    }

    /** What is kept of a group, and what is asked of one of its members. */
    private static List<Object> reckoned(Facts facts, Group group) {
        Scoped scoped = new Scoped(facts, group);
        return List.of(
                scoped.own(),
                scoped.alleged(),
                Arrays.stream(scoped.peers().monthly()).boxed().toList(),
                scoped.peers().months(),
                scoped.undatedElsewhere(),
                new OutlierCheck(scoped).look(Repeats.of(scoped, null)),
                new ProcessCheck(scoped, facts.known().until("s1")).look());
    }

    /** What an office does with a complaint: it comes in, is closed, found on, sealed, opened, given to somebody. */
    private long something() throws SQLException {
        long id = 1 + random.nextInt(COMPLAINTS);
        switch (random.nextInt(7)) {
            case 0 -> {
                id = acts++;
                complaint(id, FIRST.plusDays(random.nextInt(700)));
            }
            case 1 ->
                change(
                        "UPDATE complaint SET stage = 'CLOSED', closed_on = COALESCE(closed_on, ?) WHERE id = ?",
                        FIRST.plusDays(random.nextInt(900)),
                        id);
            case 2 -> change("UPDATE allegation SET finding = 'SUSTAINED' WHERE complaint_id = ?", id);
            case 3 -> change("UPDATE complaint SET compartment = ? WHERE id = ?", SEALED, id);
            case 4 -> change("UPDATE complaint SET compartment = ? WHERE id = ?", Sight.OPEN, id);
            case 5 -> change("UPDATE complaint SET assignee = IF(assignee IS NULL, 'ben', NULL) WHERE id = ?", id);
            default ->
                change("UPDATE subject SET officer_id = IF(officer_id IS NULL, 2, NULL) WHERE complaint_id = ?", id);
        }
        return id;
    }

    @Test
    void after_any_changes_everybody_has_what_would_be_read_anew() throws SQLException {
        Bundle kept = fresh();
        for (Sight sight : SIGHTS) {
            look(kept, YEAR, sight);
            look(kept, LATE, sight);
        }
        for (int round = 0; round < ROUNDS; round++) {
            Set<Long> changed = new HashSet<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                changed.add(something());
            }
            kept = kept.after(changed);
            Bundle fresh = fresh();
            // Some are looked at in some rounds only, so that they miss what changed in several.
            for (Sight sight : SIGHTS) {
                if (random.nextInt(3) > 0) {
                    same(kept, fresh, random.nextBoolean() ? YEAR : LATE, sight);
                }
            }
        }
        for (Sight sight : SIGHTS) {
            same(kept, fresh(), YEAR, sight);
            same(kept, fresh(), LATE, sight);
        }
    }

    @Test
    void when_the_last_complaint_is_sealed_nothing_tells_others_of_its_month() throws SQLException {
        long last = NEW * 10;
        complaint(last, LocalDate.of(2025, 11, 5));
        change("UPDATE incident SET unit_id = ? WHERE id = ?", UNITS + 1, last);
        change("UPDATE complaint SET compartment = 'open' WHERE id = ?", last);
        Bundle kept = fresh();
        look(kept, YEAR, OPEN);
        assertThat(kept.lastMonth("s1", TODAY, OPEN)).contains(YearMonth.of(2025, 11));
        assertThat(kept.known(TODAY, OPEN).until("s1/U0")).isEqualTo(LocalDate.of(2025, 11, 7));
        change("UPDATE complaint SET compartment = ? WHERE id = ?", SEALED, last);
        Bundle then = kept.after(Set.of(last));
        assertThat(then.lastMonth("s1", TODAY, OPEN)).isNotEmpty().isNotEqualTo(Optional.of(YearMonth.of(2025, 11)));
        same(then, fresh(), YEAR, OPEN);
        same(then, fresh(), YEAR, BOTH);
    }

    @Test
    void only_what_changed_is_read_again_and_everything_where_too_much_did() throws SQLException {
        Bundle kept = fresh();
        look(kept, YEAR, BOTH);
        change("UPDATE complaint SET stage = 'UNTOLD', severity = 1 WHERE id = 3");
        change("UPDATE complaint SET stage = 'TOLD', severity = 1 WHERE id = 4");
        Facts some = kept.after(Set.of(4L)).facts(YEAR, TODAY, BOTH);
        assertThat(stage(some, 3)).isNotEqualTo("UNTOLD");
        assertThat(stage(some, 4)).isEqualTo("TOLD");
        Set<Long> many = new HashSet<>();
        for (long id = 0; id <= Changes.MOST; id++) {
            many.add(NEW * NEW + id);
        }
        assertThat(stage(kept.after(many).facts(YEAR, TODAY, BOTH), 3)).isEqualTo("UNTOLD");
    }

    @Test
    void a_window_that_was_read_while_something_changed_is_handed_on() throws SQLException {
        Bundle kept = fresh();
        Bundle next = kept.after(Set.of(8L));
        Bundle last = next.after(Set.of(9L));
        String before = stage(kept.facts(YEAR, TODAY, BOTH), 7);
        change("UPDATE complaint SET stage = 'UNTOLD' WHERE id = 7");
        change("UPDATE complaint SET stage = 'TOLD' WHERE id IN (8, 9)");
        Facts facts = last.facts(YEAR, TODAY, BOTH);
        assertThat(stage(facts, 7)).isEqualTo(before);
        assertThat(stage(facts, 8)).isEqualTo("TOLD");
        assertThat(stage(facts, 9)).isEqualTo("TOLD");
        change("UPDATE complaint SET stage = 'SUBMITTED' WHERE id = 7");
    }

    @Test
    void when_reading_again_what_changed_breaks_off_the_rest_is_still_kept() throws SQLException {
        AtomicBoolean broken = new AtomicBoolean();
        DataSource frail = new DataSourceThatBreaks(DATABASE, broken);
        Bundle kept = fresh(new Tables(frail), Integer.MAX_VALUE);
        String before = stage(kept.facts(YEAR, TODAY, BOTH), 10);
        change("UPDATE complaint SET stage = 'UNTOLD' WHERE id = 10");
        Bundle next = kept.after(Set.of(4L));
        broken.set(true);
        assertThatThrownBy(() -> next.facts(YEAR, TODAY, BOTH)).isInstanceOf(Problem.class);
        broken.set(false);
        assertThat(stage(next.facts(YEAR, TODAY, BOTH), 10)).isEqualTo(before);
        change("UPDATE complaint SET stage = 'SUBMITTED' WHERE id = 10");
    }

    @Test
    void windows_are_kept_beside_each_other_while_there_is_room_and_give_way_when_there_is_none() {
        Facts first = fresh().facts(YEAR, TODAY, BOTH);
        Facts second = fresh().facts(LATE, TODAY, BOTH);
        Bundle roomy = fresh(tables, first.rows() + 3L * second.rows());
        Facts year = roomy.facts(YEAR, TODAY, BOTH);
        Facts late = roomy.facts(LATE, TODAY, BOTH);
        assertThat(roomy.facts(YEAR, TODAY, BOTH)).isSameAs(year);
        assertThat(roomy.facts(LATE, TODAY, BOTH)).isSameAs(late);
        Bundle narrow = fresh(tables, Math.max(first.rows(), second.rows()));
        Facts once = narrow.facts(YEAR, TODAY, BOTH);
        assertThat(narrow.facts(YEAR, TODAY, BOTH)).isSameAs(once);
        narrow.facts(LATE, TODAY, BOTH);
        assertThat(narrow.facts(YEAR, TODAY, BOTH)).isNotSameAs(once);
        Bundle none = fresh(tables, first.rows() - 1);
        assertThat(none.facts(YEAR, TODAY, BOTH)).isNotSameAs(none.facts(YEAR, TODAY, BOTH));
    }

    @Test
    void what_was_reckoned_of_a_group_is_kept_while_no_change_counts_for_it() throws SQLException {
        Bundle kept = fresh();
        Facts facts = kept.facts(YEAR, TODAY, BOTH);
        Group group = unit(kept, "s0/U0", facts);
        Peers peers = facts.peers(group);
        assertThat(kept.after(Set.of(NEW * NEW)).facts(YEAR, TODAY, BOTH))
                .as("a complaint of another time")
                .isSameAs(facts);
        long elsewhere = 2 * NEW * 10;
        complaint(elsewhere, FIRST.plusDays(9));
        change("UPDATE incident SET unit_id = ? WHERE id = ?", 2 * UNITS, elsewhere);
        change("UPDATE subject SET unit_id = ? WHERE complaint_id = ?", 2 * UNITS, elsewhere);
        Bundle then = kept.after(Set.of(elsewhere));
        assertThat(then.facts(YEAR, TODAY, BOTH).accused(elsewhere)).isNotEmpty();
        assertThat(then.facts(YEAR, TODAY, BOTH).peers(group)).isSameAs(peers);
        assertThat(peers.facts()).as("the former facts are let go").isSameAs(then.facts(YEAR, TODAY, BOTH));
        change("UPDATE incident SET unit_id = 1 WHERE id = ?", elsewhere);
        change("UPDATE subject SET unit_id = 1 WHERE complaint_id = ?", elsewhere);
        Bundle moved = then.after(Set.of(elsewhere));
        assertThat(moved.facts(YEAR, TODAY, BOTH).peers(group).complaints("s0/U0"))
                .containsKey(elsewhere);
    }

    private static String stage(Facts facts, long complaint) {
        return facts.accused(complaint).getFirst().complaint().way().stage();
    }

    @Test
    void the_ledger_tells_which_complaints_changed_and_when_it_may_be_anything() throws SQLException {
        act(0, "SEARCHED", null);
        act(1, "NOTE_WRITTEN", 5L);
        act(2, "CLUSTER_CONFIRMED", 77L);
        assertThat(files.changesAfter(-1)).isEqualTo(Changes.NONE);
        act(3, "COMPLAINT_RECEIVED", 8L);
        act(4, "TRIAGE_DECIDED", 8L);
        act(null, "SUBJECT_IDENTIFIED", 9L);
        assertThat(files.changesAfter(-1)).isEqualTo(Changes.of(Set.of(8L, 9L)));
        assertThat(files.changesAfter(4)).as("what has no position yet").isEqualTo(Changes.of(Set.of(9L)));
        act(5, "BATCH_IMPORTED", 4L);
        assertThat(files.changesAfter(3)).isEqualTo(Changes.EVERYTHING);
        assertThat(files.changesAfter(5)).isEqualTo(Changes.of(Set.of(9L)));
        act(6, "RECORD_ERASED", 8L);
        assertThat(files.changesAfter(5)).isEqualTo(Changes.EVERYTHING);
        for (int i = 0; i <= Changes.MOST; i++) {
            act(7 + i, "COMPLAINT_RECEIVED", 100L + i);
        }
        assertThat(files.changesAfter(6)).isEqualTo(Changes.EVERYTHING);
    }

    private void act(@Nullable Integer position, String kind, @Nullable Long subject) throws SQLException {
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        change(
                "INSERT INTO act (id, position, kind, subject, actor, at, salt, commitment, leaf_hash)"
                        + " VALUES (?, ?, ?, ?, 'test', '2026-01-01', UNHEX(REPEAT('00', 16)), ?, ?)",
                acts++,
                position,
                kind,
                subject,
                hash,
                hash);
    }
}
