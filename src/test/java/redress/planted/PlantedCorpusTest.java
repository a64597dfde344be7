package redress.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The corpus holds what its record says: a test on planted truth is worth as much as the planting. */
class PlantedCorpusTest {

    private static final PlantedCorpus CORPUS = PlantedCorpus.of(10_000, 3);
    private static final Planted TRUTH = CORPUS.planted();
    private static final PlantedCorpus LARGE_CORPUS = PlantedCorpus.of(60_000, 7);
    private static final Planted LARGE_TRUTH = LARGE_CORPUS.planted();
    private static final List<Short> LARGE = LARGE_CORPUS
            .documents()
            .map(document -> new Short(document.unit(), document.category(), document.date()))
            .toList();

    /** What is counted by; the texts of all documents need not stay in memory. */
    private record Short(String unit, String category, LocalDate date) {}

    @Test
    void gives_the_same_documents_for_the_same_seed_in_any_order() {
        PlantedCorpus again = PlantedCorpus.of(10_000, 3);
        List<Integer> some = List.of(9_999, 0, TRUTH.copies().getFirst().copy(), 4_711);
        some.forEach(number -> assertThat(again.document(number)).isEqualTo(CORPUS.document(number)));
        assertThat(PlantedCorpus.of(10_000, 4).document(0).narrative())
                .isNotEqualTo(CORPUS.document(0).narrative());
    }

    @Test
    void speaks_words_as_often_as_a_language_does() {
        Map<String, Integer> counts = new HashMap<>();
        CORPUS.documents().limit(2_000).forEach(document -> {
            for (String word : document.narrative().split(" ")) {
                counts.merge(word, 1, Integer::sum);
            }
        });
        List<Integer> ranked = counts.values().stream().sorted((a, b) -> b - a).toList();
        int all = ranked.stream().mapToInt(Integer::intValue).sum();
        assertThat((double) ranked.getFirst() / all).isBetween(0.02, 0.08);
        assertThat((double) ranked.get(0) / ranked.get(99)).isBetween(35.0, 60.0);
        assertThat(counts.size()).isGreaterThan(10_000);
    }

    @Test
    void plants_half_a_percent_of_copies_of_earlier_texts() {
        assertThat(TRUTH.copies()).hasSize(50).allMatch(copy -> copy.original() < copy.copy());
        for (Planted.Copy copy : TRUTH.copies()) {
            Set<String> first = said(copy.original());
            Set<String> kept = said(copy.copy());
            int words = first.size();
            kept.retainAll(first);
            assertThat((double) kept.size() / words).as("%s", copy).isGreaterThan(1 - 2.5 * copy.changed() - 0.05);
        }
    }

    @Test
    void keeps_series_copies_and_patrols_apart_and_a_patrol_without_a_name() {
        Set<Integer> seen = new HashSet<>();
        TRUTH.copies().forEach(copy -> assertThat(seen.add(copy.copy())).isTrue());
        TRUTH.series()
                .forEach(s -> s.members().forEach(m -> assertThat(seen.add(m)).isTrue()));
        TRUTH.patrols()
                .forEach(s -> s.members().forEach(m -> assertThat(seen.add(m)).isTrue()));
        TRUTH.patrols().stream()
                .flatMap(patrol -> patrol.members().stream())
                .forEach(member -> assertThat(CORPUS.document(member).names()).isEmpty());
        TRUTH.series()
                .forEach(s -> s.members()
                        .forEach(member ->
                                assertThat(CORPUS.document(member).unit()).isEqualTo(s.unit())));
    }

    @Test
    void gives_an_outlier_more_complaints_than_its_peers_let_expect() {
        Map<String, Integer> counts = new HashMap<>();
        LARGE.forEach(document -> counts.merge(document.unit(), 1, Integer::sum));
        List<Planted.Unit> units = LARGE_TRUTH.units();
        double all = units.stream().mapToDouble(Planted.Unit::expected).sum();
        Map<Boolean, Double> ratios = new HashMap<>();
        for (boolean outlier : new boolean[] {true, false}) {
            List<Planted.Unit> some =
                    units.stream().filter(unit -> unit.outlier() == outlier).toList();
            double seen = some.stream()
                    .mapToInt(unit -> counts.getOrDefault(unit.key(), 0))
                    .sum();
            double expected = some.stream().mapToDouble(Planted.Unit::expected).sum() / all * LARGE.size();
            ratios.put(outlier, seen / expected);
        }
        assertThat(ratios.get(true) / ratios.get(false)).isBetween(2.1, 2.9);
        assertThat(units.stream().map(Planted.Unit::key).distinct()).hasSameSizeAs(units);
    }

    @Test
    void doubles_what_it_says_it_doubles() {
        double before = 0;
        double after = 0;
        for (Planted.Change change : LARGE_TRUTH.changes()) {
            double quiet = PlantedUnits.FIRST.until(change.from(), ChronoUnit.MONTHS);
            for (Short document : LARGE) {
                if (document.unit().equals(change.unit()) && document.category().equals(change.category())) {
                    boolean early = document.date().isBefore(change.from().atDay(1));
                    before += early ? 1 / quiet : 0;
                    after += early ? 0 : 1 / (PlantedUnits.MONTHS - quiet);
                }
            }
        }
        assertThat(after / before).isBetween(1.5, 2.6);
    }

    @Test
    void says_a_stations_phrase_there_and_nowhere_else() {
        Planted.Phrase phrase = TRUTH.phrases().getFirst();
        Map<Boolean, Integer> said = new HashMap<>();
        CORPUS.documents()
                .filter(document -> document.narrative().contains(phrase.words()))
                .forEach(document -> said.merge(document.unit().equals(phrase.unit()), 1, Integer::sum));
        assertThat(said.getOrDefault(true, 0)).isGreaterThan(3);
        assertThat(said.getOrDefault(false, 0)).isLessThanOrEqualTo(said.getOrDefault(true, 0) / 20);
    }

    private static Set<String> said(int number) {
        return new HashSet<>(List.of(CORPUS.document(number).narrative().split(" ")));
    }
}
