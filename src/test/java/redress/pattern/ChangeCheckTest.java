package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ChangeCheckTest {

    private static final int RUNS = 40;

    /** Every other district has two complaints a month; the third one as many as said, by chance. */
    private static Precinct precinct(long seed, IntToDoubleFunction mean) {
        Precinct precinct = new Precinct();
        Random random = new Random(seed);
        for (int district = 0; district < Precinct.DISTRICTS; district++) {
            if (district != 3) {
                monthly(precinct, random, "police/S" + district, 1_000L * district, month -> 2);
            }
        }
        monthly(precinct, random, "police/S3", 900_000, mean);
        return precinct;
    }

    private static void monthly(Precinct precinct, Random random, String unit, long firstId, IntToDoubleFunction mean) {
        long id = firstId;
        for (int month = 0; month < Precinct.WINDOW.months(); month++) {
            LocalDate day = Precinct.WINDOW.first().plusMonths(month).plusDays(9);
            for (int i = poisson(random, mean.applyAsDouble(month)); i > 0; i--) {
                precinct.complaint(id++, day, unit);
            }
        }
    }

    private static int poisson(Random random, double mean) {
        int count = -1;
        for (double left = 1; left > Math.exp(-mean); count++) {
            left *= random.nextDouble();
        }
        return count;
    }

    private static Change change(Scoped scoped) {
        return new ChangeCheck(scoped, DossierTest.outliers(scoped).own(), Map.of()).look(Repeats.of(scoped, null));
    }

    /** In how many of forty invented districts there is an alarm. */
    private static int alarms(IntToDoubleFunction mean) {
        int alarms = 0;
        for (int run = 0; run < RUNS; run++) {
            Change change = change(precinct(run, mean).unit("police/D3"));
            alarms += change.months().stream().anyMatch(Change.Month::alarm) ? 1 : 0;
        }
        return alarms;
    }

    @Test
    void a_unit_that_is_steadily_above_its_peers_has_not_changed() {
        int usual = alarms(month -> 2);
        int above = alarms(month -> 3);
        int far = alarms(month -> 3.6);
        System.out.printf(
                "alarms in %d steady districts: %d, at 1.5 times %d, at 1.8 times %d%n", RUNS, usual, above, far);
        assertThat(List.of(usual, above, far))
                .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(RUNS / 3));
    }

    @Test
    void a_unit_that_doubles_has_changed_also_where_it_only_comes_up_to_its_peers() {
        int above = alarms(month -> month < 12 ? 2 : 4);
        int upTo = alarms(month -> month < 12 ? 1 : 2);
        System.out.printf("alarms in %d districts that double: %d, up to their peers %d%n", RUNS, above, upTo);
        assertThat(above).isGreaterThanOrEqualTo(RUNS * 3 / 4);
        assertThat(upTo).isGreaterThanOrEqualTo(RUNS / 2);
    }

    @Test
    void complaints_that_the_outlier_check_leaves_out_change_nothing() {
        Precinct precinct = new Precinct();
        for (int district = 0; district < Precinct.DISTRICTS; district++) {
            precinct.many(1_000L * district, 30, "police/S" + district);
        }
        Change before = change(precinct.unit("police/D3"));
        for (int i = 0; i < 30; i++) {
            precinct.complaint(900_000 + i, LocalDate.of(2025, 3, 1).plusDays(i * 9L), "police/D3");
        }
        Scoped scoped = precinct.unit("police/D3");
        assertThat(DossierTest.outliers(scoped).leftOut()).isEqualTo(30);
        assertThat(change(scoped)).isEqualTo(before);
        assertThat(before.months()).isNotEmpty().noneMatch(Change.Month::alarm);
    }

    @Test
    void more_people_and_more_complaints_with_them_are_no_change() {
        List<Integer> rises = new ArrayList<>();
        for (boolean posted : List.of(true, false)) {
            Precinct precinct = precinct(7, month -> month < 12 ? 2 : 6);
            for (int officer = 0; posted && officer < 20; officer++) {
                precinct.posted(5_000 + officer, "police/S3", LocalDate.of(2025, 1, 1), Precinct.WINDOW.last());
            }
            rises.add((int) change(precinct.unit("police/S3")).months().stream()
                    .filter(Change.Month::alarm)
                    .count());
        }
        assertThat(rises.getFirst()).isZero();
        assertThat(rises.getLast()).isPositive();
    }

    @Test
    void postings_and_commands_that_stand_in_two_rows_for_a_time_are_no_change() {
        for (LocalDate from : List.of(Precinct.WINDOW.first(), LocalDate.of(2025, 1, 1))) {
            Precinct precinct = precinct(7, month -> 2);
            Change before = change(precinct.unit("police/S3"));
            for (Posting posting : List.copyOf(precinct.facts().postings())) {
                if (posting.unit().equals("police/S3")) {
                    precinct.posted(posting.officer(), "police/S3", from, from.plusMonths(11));
                }
            }
            assertThat(change(precinct.unit("police/S3")))
                    .as("twice from %s", from)
                    .isEqualTo(before);
        }
    }

    @Test
    void a_season_that_all_have_is_no_change() {
        Precinct precinct = new Precinct();
        for (int district = 0; district < Precinct.DISTRICTS; district++) {
            for (int month = 0; month < Precinct.WINDOW.months(); month++) {
                LocalDate day = Precinct.WINDOW.first().plusMonths(month);
                for (int i = 0; i < (month < 20 ? 2 : 6); i++) {
                    precinct.complaint(1_000L * district + 10 * month + i, day.plusDays(i), "police/S" + district);
                }
            }
        }
        Change change = change(precinct.unit("police/S3"));
        assertThat(change.months()).noneMatch(Change.Month::alarm);
        assertThat(change.months().getFirst().expected()).isCloseTo(2, within(0.3));
        assertThat(change.months().getLast().expected()).isCloseTo(6, within(0.6));
    }

    @Test
    void the_level_is_told_with_its_months_and_too_few_months_give_the_reason() {
        Change change = change(precinct(1, month -> 2).unit("police/D3"));
        Change.Level level = Objects.requireNonNull(change.level(), "a level");
        assertThat(level.from()).isEqualTo("2024-01");
        assertThat(level.to()).isEqualTo("2024-08");
        assertThat(change.months().getFirst().month()).isEqualTo("2024-09");
        assertThat(change.expectedFrom()).isEqualTo("earlierAndPeers");
        Facts facts = new Precinct().facts();
        Facts spring = new Facts(
                new Window(YearMonth.of(2024, 1), YearMonth.of(2024, 3)),
                facts.units(),
                List.of(),
                List.of(),
                facts.postings());
        Scoped scoped =
                new Scoped(spring, Groups.ofUnit(facts.units().find("police/D3").orElseThrow(), spring));
        assertThat(change(scoped).lack()).isEqualTo(new Lack("MONTHS", 3, ChangeCheck.LEAST_MONTHS));
    }

    @Test
    void complaints_of_days_after_the_last_posting_are_no_alarm_in_a_month_that_began_with_one() {
        Precinct roster = Precinct.withoutPostings();
        LocalDate end = LocalDate.of(2025, 3, 10);
        for (int district = 0; district < Precinct.DISTRICTS; district++) {
            roster.posted(
                    district + 1L,
                    "police/S" + district,
                    Precinct.WINDOW.first(),
                    district == 3 ? end : Precinct.WINDOW.last());
            roster.many(1_000L * district, 24, "police/S" + district);
        }
        for (int i = 0; i < 8; i++) {
            roster.complaint(900_000 + i, end.plusDays(10 + i), "police/S3");
        }
        Change change = change(roster.unit("police/S3"));
        assertThat(change.months()).isNotEmpty().noneMatch(Change.Month::alarm);
        assertThat(change.unposted()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void complaints_in_months_in_which_nobody_was_posted_are_no_alarm_and_are_told() {
        Precinct roster = Precinct.withoutPostings();
        LocalDate end = LocalDate.of(2024, 12, 31);
        for (int district = 0; district < Precinct.DISTRICTS; district++) {
            for (int officer = 0; officer < 10; officer++) {
                roster.posted(
                        100L * district + officer + 1,
                        "police/S" + district,
                        Precinct.WINDOW.first(),
                        district == 3 ? end : Precinct.WINDOW.last());
            }
            roster.many(1_000L * district, district == 3 ? 0 : 24, "police/S" + district);
        }
        for (int month = 0; month < 24; month++) {
            roster.complaint(900_000 + month, Precinct.WINDOW.first().plusMonths(month), "police/S3");
        }
        Scoped scoped = roster.unit("police/S3");
        Change change = change(scoped);
        assertThat(change.months()).isNotEmpty().noneMatch(Change.Month::alarm);
        assertThat(change.unposted()).isEqualTo(12);
        Outliers outliers = DossierTest.outliers(scoped);
        assertThat(outliers.leftOut()).isEqualTo(12);
        assertThat(Objects.requireNonNull(outliers.own()).count()).isEqualTo(12);
    }
}
