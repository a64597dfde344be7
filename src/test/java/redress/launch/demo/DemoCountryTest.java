package redress.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCountryTest {

    @TempDir
    static Path folder;

    private static DemoCountry.Figures figures = new DemoCountry.Figures(0, 0, 0, 0, 0);

    @BeforeAll
    static void make() throws IOException {
        figures = DemoCountry.write(folder.resolve("one"), DemoCountry.SEED);
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() throws IOException {
        DemoCountry.write(folder.resolve("two"), DemoCountry.SEED);
        DemoCountry.write(folder.resolve("three"), DemoCountry.SEED + 1);
        for (String file : List.of("units", "officers", "postings", "complaints", "allegations", "persons")) {
            Path one = folder.resolve("one/" + file + ".csv");
            assertThat(folder.resolve("two/" + file + ".csv")).hasSameBinaryContentAs(one);
            assertThat(read("three/" + file + ".csv").toString())
                    .isNotEqualTo(read("one/" + file + ".csv").toString());
        }
    }

    @Test
    void the_country_has_the_size_that_the_docs_give() {
        assertThat(figures.officers()).isEqualTo(5000);
        assertThat(figures.complaints()).isEqualTo(3000);
        assertThat(figures.units()).isBetween(250, 500);
        assertThat(rows("complaints").stream().map(r -> r.getField("institution")))
                .containsOnly("police", "prisons", "army");
        assertThat(rows("complaints").stream().map(r -> r.getField("channel")))
                .containsOnly("WEB", "API", "PHONE", "LETTER", "IN_PERSON", "PARTNER");
        assertThat(rows("complaints").stream().map(r -> r.getField("language")))
                .containsOnly("en", "kri", "bs", "sr-Latn", "sr-Cyrl");
        long waiting = rows("complaints").stream()
                .filter(r -> Set.of("RECEIVED", "SCREENING").contains(r.getField("stage")))
                .count();
        assertThat(waiting).isBetween(90L, 150L);
    }

    @Test
    void every_posting_lies_inside_the_life_of_its_unit_and_of_the_service() {
        Map<String, NamedCsvRecord> units = by("units", "code");
        Map<String, NamedCsvRecord> officers = by("officers", "key");
        assertThat(rows("postings")).allSatisfy(p -> {
            NamedCsvRecord unit = at(units, p.getField("unit"));
            NamedCsvRecord officer = at(officers, p.getField("officer"));
            assertThat(p.getField("from_on"))
                    .isGreaterThanOrEqualTo(unit.getField("opened_on"))
                    .isGreaterThanOrEqualTo(officer.getField("appointed_on"));
            assertThat(last(p, "to_on"))
                    .isGreaterThanOrEqualTo(p.getField("from_on"))
                    .isLessThanOrEqualTo(last(unit, "closed_on"));
            assertThat(p.getField("institution")).isEqualTo(unit.getField("institution"));
        });
    }

    @Test
    void nobody_serves_in_two_units_at_once_and_no_unit_has_two_commanders() {
        assertThat(overlaps(rows("postings"), p -> p.getField("officer"))).isZero();
        List<NamedCsvRecord> commands = rows("postings").stream()
                .filter(p -> p.getField("role").equals("COMMANDER"))
                .toList();
        assertThat(commands).hasSizeGreaterThan(500);
        assertThat(overlaps(commands, p -> p.getField("unit"))).isZero();
    }

    @Test
    void a_unit_lives_within_the_life_of_its_parent_which_stands_before_it() {
        Map<String, NamedCsvRecord> seen = new HashMap<>();
        for (NamedCsvRecord unit : rows("units")) {
            String parent = unit.getField("parent");
            if (!parent.isEmpty()) {
                assertThat(seen).containsKey(parent);
                assertThat(unit.getField("opened_on"))
                        .isGreaterThanOrEqualTo(at(seen, parent).getField("opened_on"));
                assertThat(last(unit, "closed_on")).isLessThanOrEqualTo(last(at(seen, parent), "closed_on"));
            }
            seen.put(unit.getField("code"), unit);
        }
    }

    @Test
    void an_accused_officer_served_in_the_unit_on_the_day_of_the_incident() {
        Map<String, NamedCsvRecord> complaints = by("complaints", "number");
        Map<String, List<NamedCsvRecord>> postings =
                rows("postings").stream().collect(Collectors.groupingBy(p -> p.getField("officer")));
        List<NamedCsvRecord> known = rows("allegations").stream()
                .filter(a -> !a.getField("officer").isEmpty())
                .toList();
        assertThat(known).hasSizeGreaterThan(1000);
        assertThat(known).allSatisfy(a -> {
            String day = at(complaints, a.getField("complaint")).getField("incident_on");
            assertThat(at(postings, a.getField("officer")).stream()
                            .filter(p -> p.getField("from_on").compareTo(day) <= 0
                                    && last(p, "to_on").compareTo(day) >= 0)
                            .map(p -> p.getField("unit")))
                    .containsExactly(a.getField("unit"));
        });
    }

    @Test
    void days_follow_one_another_and_nothing_is_later_than_the_present_of_the_demo() {
        String today = Country.TODAY.toString();
        assertThat(rows("complaints")).allSatisfy(c -> {
            assertThat(c.getField("received_on")).isGreaterThanOrEqualTo(c.getField("incident_on"));
            assertThat(c.getField("received_on")).isLessThanOrEqualTo(today);
            if (!c.getField("closed_on").isEmpty()) {
                assertThat(c.getField("closed_on"))
                        .isGreaterThanOrEqualTo(c.getField("received_on"))
                        .isLessThanOrEqualTo(today);
            }
            assertThat(c.getField("number"))
                    .matches("20\\d\\d-\\d{6}")
                    .startsWith(c.getField("received_on").substring(0, 4));
        });
    }

    @Test
    void narratives_are_distinct_and_leave_no_slot_open() {
        List<String> narratives =
                rows("complaints").stream().map(c -> c.getField("narrative")).toList();
        assertThat(new HashSet<>(narratives).size()).isGreaterThan((int) (narratives.size() * 0.99));
        assertThat(narratives).noneMatch(n -> n.contains("{") || n.contains("  ") || n.contains("null"));
    }

    @Test
    void what_concerns_sex_or_the_escorts_of_the_commission_is_not_open() {
        Map<String, NamedCsvRecord> complaints = by("complaints", "number");
        assertThat(rows("allegations"))
                .filteredOn(a -> a.getField("category").equals("sexual_violence"))
                .isNotEmpty()
                .allSatisfy(
                        a -> assertThat(at(complaints, a.getField("complaint")).getField("compartment"))
                                .isEqualTo("sealed"));
        assertThat(complaints.values().stream()
                        .filter(c -> c.getField("compartment").equals("sealed")))
                .hasSizeBetween(40, 200);
    }

    @Test
    void the_planted_patterns_are_there_and_stand_out() {
        Map<String, NamedCsvRecord> complaints = by("complaints", "number");
        Map<String, List<String>> planted = rows("planted").stream()
                .collect(Collectors.groupingBy(
                        p -> p.getField("pattern"),
                        Collectors.mapping(
                                p -> at(complaints, p.getField("number")).getField("narrative"), Collectors.toList())));
        assertThat(at(planted, "BRIDGE")).hasSize(Events.AT_THE_BRIDGE).allMatch(n -> n.contains("bridge"));
        assertThat(at(planted, "BRIDGE")).filteredOn(n -> n.contains("sleeve")).hasSizeGreaterThan(20);
        assertThat(at(planted, "PATROL")).hasSize(Events.OF_THE_PATROL);
        assertThat(at(planted, "COMMANDER")).hasSize(Events.OF_THE_COMMANDER_BEFORE + Events.OF_THE_COMMANDER_AFTER);
        long elsewhere = complaints.values().stream()
                .filter(c -> c.getField("narrative").contains("book money"))
                .count();
        assertThat(elsewhere)
                .isEqualTo(at(planted, "COMMANDER").stream()
                        .filter(n -> n.contains("book money"))
                        .count());
    }

    @Test
    void the_pattern_follows_its_commander_from_the_former_to_the_later_station() {
        List<NamedCsvRecord> commands = rows("postings").stream()
                .filter(p -> p.getField("officer").equals(Recruits.MOVED_COMMANDER)
                        && p.getField("role").equals("COMMANDER")
                        && p.getField("from_on").compareTo("2022") > 0)
                .toList();
        assertThat(commands).hasSize(2);
        Map<String, String> unitOf =
                rows("units").stream().collect(Collectors.toMap(u -> u.getField("name"), u -> u.getField("code")));
        Stream<NamedCsvRecord> events =
                rows("planted").stream().filter(p -> p.getField("pattern").equals("COMMANDER"));
        assertThat(events).allSatisfy(e -> {
            boolean before = LocalDate.parse(e.getField("day")).isBefore(Careers.MOVE);
            assertThat(e.getField("unit"))
                    .isEqualTo(at(unitOf, before ? UnitTree.FORMER_STATION : UnitTree.LATER_STATION));
        });
    }

    private static <T> T at(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static long overlaps(List<NamedCsvRecord> postings, Function<NamedCsvRecord, String> whose) {
        Map<String, List<NamedCsvRecord>> grouped = postings.stream().collect(Collectors.groupingBy(whose));
        long overlaps = 0;
        for (List<NamedCsvRecord> own : grouped.values()) {
            List<NamedCsvRecord> sorted = own.stream()
                    .sorted(java.util.Comparator.comparing(p -> p.getField("from_on")))
                    .toList();
            for (int i = 1; i < sorted.size(); i++) {
                if (last(sorted.get(i - 1), "to_on").compareTo(sorted.get(i).getField("from_on")) >= 0) {
                    overlaps++;
                }
            }
        }
        return overlaps;
    }

    private static String last(NamedCsvRecord row, String column) {
        String day = row.getField(column);
        return day.isEmpty() ? "9999-12-31" : day;
    }

    private static Map<String, NamedCsvRecord> by(String file, String key) {
        return rows(file).stream().collect(Collectors.toMap(r -> r.getField(key), r -> r));
    }

    private static List<NamedCsvRecord> rows(String file) {
        try {
            return read("one/" + file + ".csv");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<NamedCsvRecord> read(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
            return reader.stream().toList();
        }
    }
}
