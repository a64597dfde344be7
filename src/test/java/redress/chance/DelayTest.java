package redress.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DelayTest {

    private static final int HORIZON = 365;

    @Test
    void compares_each_pair_of_cases() {
        Random random = new Random(2);
        List<Case> here = cases(random, 40, 60);
        List<Case> elsewhere = cases(random, 55, 50);
        double pairs = 0;
        for (Case one : here) {
            for (Case other : elsewhere) {
                pairs += Math.signum(one.delay(HORIZON) - other.delay(HORIZON)) / 2 + 0.5;
            }
        }
        Days own = Days.of(here, HORIZON);
        Days others = Days.of(elsewhere, HORIZON);
        assertThat(own.longerThan(others)).isEqualTo(pairs / 40 / 55, within(1e-12));
        assertThat(own.longerThan(others) + others.longerThan(own)).isEqualTo(1, within(1e-12));
    }

    @Test
    void finds_the_slow_unit_and_says_by_how_much() {
        Random random = new Random(4);
        List<Caseload> group = group(random, 20);
        group.add(new Caseload("slow", cases(random, 120, 130)));
        Delay delay = Delay.of(group, 120, Demands.USUAL, 0.1);
        Delay.Comparison slow =
                delay.point("slow").orElseThrow().comparison().given().orElseThrow();
        assertThat(slow.more()).isTrue();
        assertThat(slow.median().orElseThrow()).isGreaterThan(60);
        assertThat(slow.medianElsewhere().orElseThrow()).isBetween(25, 50);
        assertThat(slow.low()).isGreaterThan(0.55).isLessThan(slow.longer());
        assertThat(slow.high()).isGreaterThan(slow.longer()).isLessThan(0.9);
        assertThat(delay.open().more()).extracting(Funnel.Point::name).containsExactly("slow");
        assertThat(delay.points())
                .filteredOn(point ->
                        point.comparison().given().map(Delay.Comparison::more).orElse(false))
                .hasSize(1);
    }

    @Test
    void raises_no_false_alarm_in_nine_of_ten_groups() {
        Random random = new Random(9);
        int deceived = 0;
        int groups = 100;
        for (int i = 0; i < groups; i++) {
            Delay delay = Delay.of(group(random, 15), HORIZON, Demands.USUAL, 0.1);
            boolean any = delay.points().stream()
                    .anyMatch(point -> point.comparison().given().orElseThrow().more());
            deceived += any ? 1 : 0;
        }
        assertThat((double) deceived / groups).isLessThanOrEqualTo(0.1);
    }

    @Test
    void does_not_blame_a_unit_for_having_the_slow_kind_of_case() {
        Random random = new Random(6);
        List<Caseload> group = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            List<Case> cases = cases(random, 60, 40);
            cases.addAll(deaths(random, i == 0 ? 200 : 20));
            group.add(new Caseload("unit " + i, cases));
        }
        Delay.Comparison first = Delay.of(group, HORIZON, Demands.USUAL, 0.1)
                .points()
                .getFirst()
                .comparison()
                .given()
                .orElseThrow();
        assertThat(first.more()).isFalse();
        assertThat(first.longer()).isEqualTo(0.5, within(0.08));
        assertThat(first.medianElsewhere().orElseThrow()).isGreaterThan(100);
    }

    @Test
    void finds_nobody_longer_where_everything_is_still_open() {
        List<Caseload> group = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            group.add(
                    new Caseload("unit " + i, Collections.nCopies(30 + i, new Case("all", 500, OptionalInt.empty()))));
        }
        assertThat(Delay.of(group, HORIZON, Demands.USUAL, 0.1).points())
                .hasSize(15)
                .allSatisfy(point -> {
                    Delay.Comparison found = point.comparison().given().orElseThrow();
                    assertThat(found.longer()).isEqualTo(0.5);
                    assertThat(found.more()).isFalse();
                    assertThat(found.median()).isEmpty();
                });
    }

    @Test
    void counts_open_cases_as_longer_and_leaves_young_ones_out() {
        List<Case> cases = List.of(
                new Case("a", 400, OptionalInt.empty()),
                new Case("a", 400, OptionalInt.of(390)),
                new Case("a", 400, OptionalInt.of(10)),
                new Case("a", 20, OptionalInt.of(5)));
        Caseload load = new Caseload("unit", cases);
        assertThat(load.known(HORIZON)).hasSize(3);
        assertThat(load.open(HORIZON).count()).isEqualTo(2);
        assertThat(load.delays(HORIZON).values())
                .singleElement()
                .satisfies(days -> assertThat(days.on(HORIZON + 1)).isEqualTo(2));
    }

    @Test
    void gives_no_verdict_on_few_cases_or_few_peers() {
        Random random = new Random(8);
        List<Caseload> group = group(random, 15);
        group.add(new Caseload("small", cases(random, 5, 300)));
        Delay delay = Delay.of(group, HORIZON, Demands.USUAL, 0.1);
        assertThat(delay.point("small").orElseThrow().comparison())
                .isEqualTo(new Verdict.None<Delay.Comparison>(Verdict.Lack.EXPOSURE, 5, 20));
        assertThat(Delay.of(group(random, 4), HORIZON, Demands.USUAL, 0.1).points())
                .allSatisfy(point -> assertThat(point.comparison())
                        .isEqualTo(new Verdict.None<Delay.Comparison>(Verdict.Lack.PEERS, 3, 10)));
        assertThatThrownBy(() -> new Case("a", 3, OptionalInt.of(4))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Caseload> group(Random random, int units) {
        List<Caseload> group = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            double mean = 50 * Math.exp(0.15 * random.nextGaussian());
            group.add(new Caseload("unit " + i, cases(random, 60 + random.nextInt(80), mean)));
        }
        return group;
    }

    private static List<Case> cases(Random random, int count, double mean) {
        return some("complaint", random, count, mean);
    }

    private static List<Case> deaths(Random random, int count) {
        return some("death", random, count, 400);
    }

    private static List<Case> some(String stratum, Random random, int count, double mean) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int days = (int) (-mean * Math.log(1 - random.nextDouble()));
            int age = HORIZON + random.nextInt(300);
            cases.add(new Case(stratum, age, days <= age ? OptionalInt.of(days) : OptionalInt.empty()));
        }
        return cases;
    }
}
