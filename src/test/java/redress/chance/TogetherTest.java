package redress.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import redress.chance.Together.Incident;
import redress.chance.Together.Pair;

/** Planted crews in an invented service: units of forty, some of whom are accused much more often than others. */
class TogetherTest {

    private static final int UNITS = 8;
    private static final int STAFF = 40;
    private static final double RATE = 0.1;

    private final Random random = new Random(11);

    /** So many incidents of a unit with one to four people, drawn by how much each draws complaints. */
    private List<Incident> background(int unit, int many) {
        List<Incident> incidents = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Set<Long> people = new HashSet<>();
            int size = 1 + random.nextInt(4);
            while (people.size() < size) {
                double skew = random.nextDouble();
                people.add(1_000L * unit + (long) (skew * skew * STAFF));
            }
            incidents.add(new Incident("unit " + unit, people));
        }
        return incidents;
    }

    private List<Incident> service() {
        List<Incident> all = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            all.addAll(background(unit, 100));
        }
        return all;
    }

    /** Incidents in which four of a crew of five stand together. */
    private List<Incident> crew(int unit, int many) {
        List<Incident> incidents = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            List<Long> crew = new ArrayList<>(members(unit));
            Collections.shuffle(crew, random);
            incidents.add(new Incident("unit " + unit, new HashSet<>(crew.subList(0, 4))));
        }
        return incidents;
    }

    private static Set<Long> members(int unit) {
        return LongStream.range(0, 5)
                .map(i -> 1_000L * unit + 20 + i * 3)
                .boxed()
                .collect(Collectors.toSet());
    }

    /** The same incidents with the same sizes, and everybody as often, dealt out anew within each unit. */
    private List<Incident> shuffled(List<Incident> incidents) {
        List<Set<Long>> sets = new ArrayList<>();
        incidents.forEach(incident -> sets.add(new HashSet<>(incident.people())));
        for (int i = 0; i < 30 * incidents.size(); i++) {
            int one = random.nextInt(sets.size());
            int other = random.nextInt(sets.size());
            if (incidents.get(one).stratum().equals(incidents.get(other).stratum())) {
                exchange(sets.get(one), sets.get(other));
            }
        }
        List<Incident> dealt = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            dealt.add(new Incident(incidents.get(i).stratum(), sets.get(i)));
        }
        return dealt;
    }

    private void exchange(Set<Long> one, Set<Long> other) {
        List<Long> mine = new ArrayList<>(one);
        List<Long> theirs = new ArrayList<>(other);
        long given = mine.get(random.nextInt(mine.size()));
        long taken = theirs.get(random.nextInt(theirs.size()));
        if (!one.contains(taken) && !other.contains(given)) {
            one.remove(given);
            one.add(taken);
            other.remove(taken);
            other.add(given);
        }
    }

    @Test
    void what_is_expected_of_a_pair_is_what_dealing_out_anew_gives_on_average() {
        List<Incident> seen = background(0, 100);
        Map<List<Long>, Double> dealt = new HashMap<>();
        int rounds = 60;
        for (int i = 0; i < rounds; i++) {
            Together.of(shuffled(seen), RATE)
                    .pairs()
                    .forEach(pair -> dealt.merge(
                            List.of(pair.one(), pair.other()), pair.shared() / (double) rounds, Double::sum));
        }
        double expected = 0;
        double found = 0;
        for (Pair pair : Together.of(seen, RATE).pairs()) {
            double mean = dealt.getOrDefault(List.of(pair.one(), pair.other()), 0.0);
            assertThat(pair.expected()).isCloseTo(mean, within(0.7 + mean / 5));
            expected += pair.expected();
            found += mean;
        }
        assertThat(expected).isCloseTo(found, within(found * 0.05));
    }

    @Test
    void two_who_are_the_only_ones_of_their_unit_are_together_by_necessity() {
        List<Incident> incidents = Collections.nCopies(30, new Incident("post", Set.of(1L, 2L)));
        Pair pair = Together.of(incidents, RATE).pairs().getFirst();
        assertThat(pair.expected()).isCloseTo(30, within(0.5));
        assertThat(pair.more()).isFalse();
    }

    @Test
    void finds_nearly_all_of_two_planted_crews_and_hardly_anybody_else() {
        List<Incident> incidents = service();
        incidents.addAll(crew(1, 16));
        incidents.addAll(crew(4, 16));
        Together together = Together.of(incidents, RATE);
        List<Crews.Crew> crews = Crews.in(together.pairs());
        assertThat(crews).hasSize(2);
        assertThat(crews).extracting(Crews.Crew::people).containsExactlyInAnyOrder(members(1), members(4));
        assertThat(crews).allSatisfy(crew -> {
            assertThat(crew.possible()).isEqualTo(10);
            assertThat(crew.ties()).hasSizeBetween(7, 10);
            assertThat((double) crew.shared()).isGreaterThan(2.5 * crew.expected());
        });
        long wrong = together.pairs().stream()
                .filter(Pair::more)
                .filter(pair -> !members(1).containsAll(Set.of(pair.one(), pair.other())))
                .filter(pair -> !members(4).containsAll(Set.of(pair.one(), pair.other())))
                .count();
        assertThat(wrong).isLessThanOrEqualTo(2);
    }

    @Test
    void finds_no_crew_when_the_same_accusations_are_dealt_out_by_chance() {
        List<Incident> incidents = service();
        incidents.addAll(crew(1, 16));
        incidents.addAll(crew(4, 16));
        int deceived = 0;
        int rounds = 40;
        for (int i = 0; i < rounds; i++) {
            Together together = Together.of(shuffled(incidents), RATE);
            deceived += together.pairs().stream().anyMatch(Pair::more) ? 1 : 0;
            assertThat(Crews.in(together.pairs())).isEmpty();
        }
        assertThat((double) deceived / rounds).isLessThanOrEqualTo(RATE);
    }

    @Test
    void one_incident_with_many_people_ties_nobody() {
        List<Incident> incidents = service();
        incidents.add(
                new Incident("unit 1", LongStream.range(1_000, 1_030).boxed().collect(Collectors.toSet())));
        assertThat(Together.of(incidents, RATE).pairs())
                .filteredOn(pair -> pair.shared() == 1)
                .noneMatch(Pair::more);
    }

    @Test
    void nothing_comes_of_nothing() {
        assertThat(Together.of(List.of(), RATE).pairs()).isEmpty();
        assertThat(Crews.in(List.of())).isEmpty();
    }

    @Test
    void a_chain_of_pairs_is_no_crew_and_a_crowd_is_taken_apart() {
        assertThat(Crews.in(List.of(tie(1, 2), tie(2, 3), tie(3, 4)))).isEmpty();
        assertThat(Crews.in(List.of(tie(1, 2), tie(2, 3), tie(1, 3), tie(3, 4))))
                .singleElement()
                .satisfies(crew -> assertThat(crew.people()).containsExactly(1L, 2L, 3L));
        List<Pair> crowd = new ArrayList<>();
        for (int group = 0; group < 3; group++) {
            for (long one = 0; one < 5; one++) {
                for (long other = one + 1; other < 5; other++) {
                    crowd.add(tie(group * 10L + one, group * 10L + other));
                }
            }
            crowd.add(tie(group * 10L, (group + 1) % 3 * 10L));
            crowd.add(tie(group * 10L + 1, (group + 1) % 3 * 10L));
        }
        assertThat(Crews.in(crowd))
                .hasSize(3)
                .allSatisfy(crew -> assertThat(crew.people()).hasSize(5));
    }

    private static Pair tie(long one, long other) {
        return new Pair(Math.min(one, other), Math.max(one, other), 5, 0.5, 0.0001, 0.01, true);
    }
}
