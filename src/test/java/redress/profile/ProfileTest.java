package redress.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileTest {

    private static final Path SHIPPED = Path.of("config/profiles");
    private static final Path DEMO = SHIPPED.resolve("demo");

    @TempDir
    Path scratch;

    static Stream<Path> shipped() throws IOException {
        return Files.list(SHIPPED).filter(Files::isDirectory).sorted();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_shipped_profile_can_be_used_and_speaks_all_its_languages(Path folder) {
        Profile profile = Profile.read(folder);
        List<String> tags =
                profile.languages().stream().map(Profile.Language::tag).toList();
        Stream<Labels> labels = Stream.of(
                        Stream.of(profile.name(), profile.commission(), profile.country()),
                        profile.levels().stream(),
                        profile.contact().offices().stream(),
                        profile.institutions().stream().map(Institution::name),
                        profile.categories().stream().map(Category::label),
                        profile.categories().stream().map(Category::groupLabel),
                        profile.referralRules().stream().map(ReferralRule::to),
                        profile.clock().values().stream().map(ClockStep::label))
                .flatMap(s -> s);
        assertThat(labels).allSatisfy(l -> assertThat(l.texts()).containsOnlyKeys(tags));
        assertThat(profile.institutions()).anyMatch(Institution::ours);
        assertThat(profile.places(1)).isNotEmpty();
        assertThat(profile.categories()).anyMatch(Category::mustRefer).anyMatch(c -> c.severity() == 5);
        assertThat(profile.clock()).containsKeys("screening", "acknowledge", "investigation", "progress");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void the_colours_of_every_profile_can_be_read(Path folder) {
        Profile.Colours c = Profile.read(folder).colours();
        assertThat(Profile.Colours.contrast(c.ink(), c.paper())).isGreaterThanOrEqualTo(4.5);
        assertThat(Profile.Colours.contrast(c.primary(), c.paper())).isGreaterThanOrEqualTo(4.5);
        assertThat(Profile.Colours.contrast("#ffffff", c.primary())).isGreaterThanOrEqualTo(4.5);
        assertThat(Profile.Colours.contrast(c.danger(), c.paper())).isGreaterThanOrEqualTo(4.5);
        assertThat(Profile.Colours.contrast(c.ink(), c.focus())).isGreaterThanOrEqualTo(4.5);
        assertThat(Profile.Colours.contrast(c.accent(), c.ink())).isGreaterThanOrEqualTo(3);
    }

    @Test
    void contrast_is_the_one_that_WCAG_gives() {
        assertThat(Profile.Colours.contrast("#000000", "#ffffff")).isEqualTo(21);
        assertThat(Profile.Colours.contrast("#777777", "#ffffff"))
                .isCloseTo(4.48, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void every_place_lies_in_a_wider_one_and_no_list_is_over_a_megabyte() throws IOException {
        Profile demo = Profile.read(DEMO);
        assertThat(demo.places())
                .filteredOn(p -> p.level() > 1)
                .allSatisfy(p ->
                        assertThat(demo.findPlace(String.valueOf(p.parent()))).isPresent());
        assertThat(demo.placesIn("LR11")).isNotEmpty().allMatch(p -> p.level() == 2);
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            assertThat(files).allSatisfy(f -> assertThat(Files.size(f)).isLessThan(1_000_000));
        }
    }

    @Test
    void death_must_be_referred_and_is_gravest_by_category_or_by_injury() {
        Profile demo = Profile.read(DEMO);
        assertThat(demo.mustRefer(List.of("insult"), "NONE")).isFalse();
        assertThat(demo.mustRefer(List.of("insult"), "DEATH")).isTrue();
        assertThat(demo.severity(List.of("insult"), "DEATH")).isEqualTo(5);
        assertThat(demo.severity(List.of("insult", "death_custody"), null)).isEqualTo(5);
        assertThat(demo.severity(List.of("insult"), null)).isEqualTo(1);
        assertThat(demo.severity(List.of(), null)).isEqualTo(1);
        assertThat(demo.compartment(List.of("insult", "sexual_violence"))).isEqualTo("sealed");
        assertThat(demo.compartment(List.of("insult"))).isEqualTo("open");
    }

    @Test
    void screening_is_due_after_seven_working_days_over_weekend_and_holiday() {
        Profile demo = Profile.read(DEMO);
        // 25 November 2026, a Wednesday, is a holiday of the demo country.
        assertThat(demo.requireStep("screening").due(LocalDate.parse("2026-11-20"), demo.calendar()))
                .isEqualTo("2026-12-02");
        assertThat(demo.requireStep("notify_grave").due(LocalDate.parse("2026-11-20"), demo.calendar()))
                .isEqualTo("2026-11-21");
    }

    @Test
    void a_language_without_a_text_falls_back_to_the_base_language() {
        Institution police = Profile.read(DEMO).findInstitution("police").orElseThrow();
        assertThat(police.name().in("sr-Cyrl")).isEqualTo("Полиција Велморе");
        assertThat(police.name().in("fr")).isEqualTo("Velmora Police Service");
        assertThat(police.ours()).isTrue();
        assertThat(Profile.read(DEMO).findInstitution("customs").orElseThrow().ours())
                .isFalse();
    }

    @Test
    void a_broken_key_is_told_with_file_and_line() throws IOException {
        copyDemo();
        Path file = scratch.resolve("profile.yaml");
        Files.writeString(file, Files.readString(file).replace("ink: '#1d2a3a'", "ink: 'blue'"));
        assertThatThrownBy(() -> Profile.read(scratch))
                .hasMessageMatching("The country profile cannot be used: profile.yaml, line \\d+: \"ink\" must be.*");
        Files.writeString(file, "name: [");
        assertThatThrownBy(() -> Profile.read(scratch)).hasMessageContaining("profile.yaml, line 1: this is not YAML");
    }

    @Test
    void a_colour_that_cannot_be_read_stops_the_start() throws IOException {
        copyDemo();
        Path file = scratch.resolve("profile.yaml");
        Files.writeString(file, Files.readString(file).replace("primary: '#0b5d5e'", "primary: '#9fd8d9'"));
        assertThatThrownBy(() -> Profile.read(scratch)).hasMessageContaining("primary on paper has a contrast of");
    }

    @Test
    void a_mark_that_could_run_or_load_something_is_refused() throws IOException {
        copyDemo();
        Path file = scratch.resolve("profile.yaml");
        String good = Files.readString(file);
        for (String bad : List.of("<svg onload=\"x\"", "<svg href=\"//x\"", "<svg style=\"x\"")) {
            Files.writeString(file, good.replace("'<svg ", "'" + bad + " "));
            assertThatThrownBy(() -> Profile.read(scratch)).hasMessageContaining("plain shapes");
        }
        Files.writeString(file, good.replace("</svg>", "<script>1</script></svg>"));
        assertThatThrownBy(() -> Profile.read(scratch)).hasMessageContaining("plain shapes");
    }

    @Test
    void a_broken_row_is_told_with_file_and_line() throws IOException {
        copyDemo();
        Path file = scratch.resolve("geo/places.csv");
        Files.writeString(file, Files.readString(file) + "LR11,,1,Twice,,,,\n");
        assertThatThrownBy(() -> Profile.read(scratch))
                .hasMessageMatching(".*places.csv, line \\d+: the code \"LR11\" stands twice.");
        Files.writeString(file, "code,parent,level,name\nA,,1,A\nB,C,2,B\n");
        assertThatThrownBy(() -> Profile.read(scratch)).hasMessageContaining("places.csv, line 3: the parent \"C\"");
        assertThatThrownBy(() -> Profile.read(Path.of("no/such/folder")))
                .hasMessageContaining("there is no such folder");
    }

    @Test
    void a_missing_translation_is_told() throws IOException {
        copyDemo();
        Path file = scratch.resolve("institutions.csv");
        Files.writeString(file, Files.readString(file).replace("Carina Velmore", ""));
        assertThatThrownBy(() -> Profile.read(scratch))
                .hasMessageContaining("institutions.csv, line 5: the column \"name.bs\" is blank or missing");
    }

    private void copyDemo() throws IOException {
        try (Stream<Path> files = Files.walk(DEMO)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = scratch.resolve(DEMO.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
