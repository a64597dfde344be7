package redress.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FunnelTest {

    /** In so few worlds the share that is found is known to a few in a hundred only: units are larger here. */
    @Test
    void finds_planted_outliers_and_little_else() {
        requirePrecisionAndRecall(6, 60);
    }

    @Test
    @Tag("deep")
    void finds_planted_outliers_and_little_else_in_forty_worlds() {
        requirePrecisionAndRecall(40, 40);
    }

    private static void requirePrecisionAndRecall(int worlds, double exposure) {
        int found = 0;
        int right = 0;
        for (int seed = 0; seed < worlds; seed++) {
            PlantedUnits units = PlantedUnits.of(new PlantedUnits.World(1_200, exposure), 24, 2.5, seed);
            for (Funnel.Point point : Funnel.of(Measure.EVENTS, units.peers()).more()) {
                found++;
                right += units.outliers().contains(point.name()) ? 1 : 0;
            }
        }
        System.out.printf(
                "outliers in %d worlds: precision %.3f, recall %.3f, %d found%n",
                worlds, (double) right / found, right / (24.0 * worlds), found);
        assertThat((double) right / found).as("precision").isGreaterThanOrEqualTo(0.85);
        assertThat(right / (24.0 * worlds)).as("recall").isGreaterThanOrEqualTo(0.22);
    }

    @Test
    void estimates_rates_and_dispersion_in_spite_of_outliers() {
        PlantedUnits clean = PlantedUnits.of(1_200, 0, 1, 3);
        PlantedUnits planted = PlantedUnits.of(1_200, 24, 2.5, 3);
        double dispersion = Funnel.of(Measure.EVENTS, clean.peers()).dispersion();
        assertThat(dispersion).isEqualTo(1.0 / 12, within(0.025));
        assertThat(Funnel.of(Measure.EVENTS, planted.peers()).dispersion()).isEqualTo(dispersion, within(0.015));
    }

    @Test
    void raises_no_false_alarm_in_nine_of_ten_small_groups() {
        Random random = new Random(3);
        int deceived = 0;
        int groups = 200;
        for (int group = 0; group < groups; group++) {
            List<Peer> peers = new ArrayList<>();
            for (int i = 0; i < 14; i++) {
                double exposure = 30 * Math.exp(0.8 * random.nextGaussian());
                int count = PlantedUnits.poisson(random, 0.3 * exposure * PlantedUnits.gamma(random));
                peers.add(Peer.of("unit " + i, "patrol", count, exposure));
            }
            deceived += Funnel.of(Measure.EVENTS, peers).more().isEmpty() ? 0 : 1;
        }
        assertThat((double) deceived / groups).isLessThanOrEqualTo(0.1);
    }

    @Test
    void finds_one_unit_of_a_small_uneven_group_that_has_nearly_six_times_as_many() {
        Random random = new Random(41);
        int found = 0;
        int groups = 40;
        for (int group = 0; group < groups; group++) {
            List<Peer> peers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                double exposure = 30 * Math.exp(0.8 * random.nextGaussian());
                int count = PlantedUnits.poisson(random, 0.2 * exposure * PlantedUnits.gamma(random));
                peers.add(Peer.of("unit " + i, "checkpoint", count, exposure));
            }
            peers.add(Peer.of("bridge", "checkpoint", 34, 30));
            found += Funnel.of(Measure.EVENTS, peers).more().stream()
                            .anyMatch(point -> point.name().equals("bridge"))
                    ? 1
                    : 0;
        }
        assertThat((double) found / groups).isGreaterThanOrEqualTo(0.9);
    }

    /** Residuals of nothing say that the dispersion is small, not that nothing is known of it. */
    @Test
    void holds_one_to_narrow_limits_where_the_others_are_more_even_than_chance() {
        for (int count : new int[] {5, 20, 100}) {
            List<Peer> peers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                peers.add(Peer.of("unit " + i, "checkpoint", count, 100));
            }
            peers.add(Peer.of("bridge", "checkpoint", 5 * count, 100));
            Funnel funnel = Funnel.of(Measure.EVENTS, peers);
            assertThat(funnel.dispersion()).as("dispersion at %d each", count).isLessThan(0.2);
            assertThat(funnel.more())
                    .as("found at %d each", count)
                    .extracting(Funnel.Point::name)
                    .containsExactly("bridge");
            assertThat(funnel.limits(count, 100).high998()).isLessThan(4 * count);
        }
    }

    @Test
    void does_not_let_a_large_outlier_hide_behind_its_own_count() {
        List<Peer> peers = even(14, 20, 100);
        peers.add(Peer.of("large", "patrol", 800, 1_000));
        Funnel funnel = Funnel.of(Measure.EVENTS, peers);
        Funnel.Comparison large = funnel.points().getLast().comparison().given().orElseThrow();
        assertThat(large.expected()).isEqualTo(200, within(10.0));
        assertThat(large.more()).isTrue();
        assertThat(large.relative().low()).isGreaterThan(2);
        assertThat(funnel.more()).extracting(Funnel.Point::name).containsExactly("large");
    }

    @Test
    void expects_of_a_unit_what_like_units_do_in_each_of_its_strata() {
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            peers.add(Peer.of("patrol " + i, "patrol", 20 + i % 3, 100));
            peers.add(Peer.of("custody " + i, "custody", 60 + i % 3, 100));
        }
        peers.add(new Peer("both", List.of(new Peer.Part("patrol", 11, 50), new Peer.Part("custody", 29, 50))));
        Funnel funnel = Funnel.of(Measure.EVENTS, peers);
        Funnel.Comparison both = funnel.points().getLast().comparison().given().orElseThrow();
        assertThat(both.expected()).isEqualTo(41, within(0.5));
        assertThat(both.more()).isFalse();
        Limits limits = funnel.limits(both.expected(), 100);
        assertThat(limits.low95()).isLessThan(40);
        assertThat(limits.high95()).isGreaterThan(40).isLessThan(limits.high998());
    }

    @Test
    void draws_limits_from_exact_probabilities() {
        Funnel funnel = Funnel.of(Measure.EVENTS, PlantedUnits.of(600, 0, 1, 5).peers());
        Law law = new NegativeBinomial(10, funnel.dispersion());
        Limits limits = funnel.limits(10, 50);
        assertThat(law.atLeast((long) Math.ceil(limits.high95()) + 1)).isLessThanOrEqualTo(0.025);
        assertThat(law.atLeast((long) Math.floor(limits.high95()))).isGreaterThan(0.025);
        assertThat(law.atLeast((long) Math.ceil(limits.high998()) + 1)).isLessThanOrEqualTo(0.001);
        assertThat(limits.low998()).isLessThan(limits.low95());
    }

    @Test
    void draws_small_units_towards_their_peers() {
        List<Peer> peers = new ArrayList<>(PlantedUnits.of(600, 0, 1, 5).peers());
        peers.add(Peer.of("small", "stratum 0", 1, 4));
        peers.add(Peer.of("large", "stratum 0", 100, 400));
        List<Funnel.Point> points = Funnel.of(Measure.EVENTS, peers).points();
        Relative small = points.get(600).comparison().given().orElseThrow().relative();
        Relative large = points.get(601).comparison().given().orElseThrow().relative();
        assertThat(small.mean()).isBetween(1.0, 1.3);
        assertThat(large.mean()).isGreaterThan(2.5);
        assertThat(large.high() - large.low()).isLessThan(small.high() - small.low() + 1);
        assertThat(large.aboveHalfMore()).isGreaterThan(0.99);
    }

    @Test
    void gives_no_verdict_where_peers_are_too_few() {
        List<Peer> peers = even(8, 20, 100);
        assertThat(Funnel.of(Measure.EVENTS, peers).points())
                .allSatisfy(point -> assertThat(point.comparison())
                        .isEqualTo(new Verdict.None<Funnel.Comparison>(Verdict.Lack.PEERS, 7, 10)));
        assertThat(Funnel.of(Measure.EVENTS, peers).compared()).isZero();
    }

    @Test
    void gives_no_verdict_where_next_to_nothing_is_expected() {
        List<Peer> peers = even(15, 0, 10);
        peers.add(Peer.of("one", "patrol", 3, 10));
        assertThat(Funnel.of(Measure.EVENTS, peers).points().getLast().comparison())
                .isInstanceOfSatisfying(
                        Verdict.None.class, none -> assertThat(none.lack()).isEqualTo(Verdict.Lack.PEER_EVENTS));
        assertThat(Funnel.of(Measure.EVENTS, List.of()).points()).isEmpty();
        assertThat(Funnel.of(Measure.EVENTS, List.of(new Peer("idle", List.of())))
                        .points()
                        .getFirst()
                        .comparison()
                        .given())
                .isEmpty();
    }

    @Test
    void compares_shares_within_their_ends() {
        Random random = new Random(1);
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            peers.add(share("unit " + i, random, 0.6, 80));
        }
        peers.add(Peer.of("dismisses", "patrol", 79, 80));
        Funnel funnel = Funnel.of(Measure.SHARES, peers);
        assertThat(funnel.more()).extracting(Funnel.Point::name).containsExactly("dismisses");
        Funnel.Comparison comparison =
                funnel.points().getLast().comparison().given().orElseThrow();
        assertThat(comparison.expected()).isEqualTo(48, within(2.0));
        assertThat(funnel.limits(comparison.expected(), 80).high998()).isLessThanOrEqualTo(80);
        assertThat(comparison.relative().high() * comparison.expected()).isLessThanOrEqualTo(80);
    }

    @Test
    void compares_shares_that_are_near_all_or_nothing_in_each_unit() {
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            peers.add(Peer.of("unit " + i, "station", i < 8 ? 25 : 0, 25));
        }
        Funnel funnel = Funnel.of(Measure.SHARES, peers);
        assertThat(funnel.compared()).isEqualTo(20);
        assertThat(funnel.points())
                .extracting(point -> point.comparison().given().orElseThrow())
                .allSatisfy(found -> {
                    assertThat(found.atLeast()).isBetween(0.0, 1.0);
                    assertThat(found.relative().high())
                            .isGreaterThanOrEqualTo(found.relative().low());
                    assertThat(found.more()).isFalse();
                });
    }

    @Test
    void compares_shares_of_few_units_where_five_of_twelve_have_the_outcome_in_every_case() {
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            peers.add(Peer.of("unit " + i, "station", i < 5 ? 40 : 0, 40));
        }
        assertThat(Funnel.of(Measure.SHARES, peers).points())
                .extracting(point -> point.comparison().given().orElseThrow().atLeast())
                .allSatisfy(probability -> assertThat(probability).isBetween(0.0, 1.0));
    }

    @Test
    void refuses_what_cannot_be() {
        assertThatThrownBy(() -> new Peer.Part("patrol", 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Peers.of(Measure.SHARES, List.of(Peer.of("a", "patrol", 5, 4))))
                .isInstanceOf(IllegalArgumentException.class);
        Peer twice = Peer.of("a", "patrol", 1, 4);
        assertThatThrownBy(() -> Peers.of(Measure.EVENTS, List.of(twice, twice)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Peer share(String name, Random random, double share, int cases) {
        int count = 0;
        for (int i = 0; i < cases; i++) {
            count += random.nextDouble() < share ? 1 : 0;
        }
        return Peer.of(name, "patrol", count, cases);
    }

    /** Units that are alike but for a little. */
    private static List<Peer> even(int units, int count, double exposure) {
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            peers.add(Peer.of("unit " + i, "patrol", count == 0 ? 0 : count - 3 + i % 7, exposure));
        }
        return peers;
    }
}
