package redress;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the plan of the house: which room may touch which, and what is built in which way. */
class HouseTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .importPath(Path.of("target/classes/redress"))
            .that(DescribedPredicate.describe(
                    "are written by us", type -> !type.getPackageName().startsWith("redress.templates")));

    private static final Set<Class<? extends Annotation>> TABLES =
            Set.of(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class);

    /** The floors from the ground up; an import from a room goes to a room on a lower floor. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("chance", "merkle", "time", "problem", "wiring", "names"),
            Set.of("access", "web", "ledger", "likeness"),
            Set.of("profile", "roster"),
            Set.of("complaint"),
            Set.of("vault", "evidence", "triage", "finding", "correspondence", "search"),
            Set.of("intake", "tracking", "desk", "statistics", "register", "pattern", "lineup"),
            Set.of("portal", "watch"));

    /** Room to the rooms that it touches, in full: a missing arrow and a needless one both fail. */
    private static final Map<String, Set<String>> PLAN = HousePlan.ROOMS;

    @Test
    void the_arrows_are_those_of_the_plan_and_the_plan_has_no_stale_ones() {
        assertThat(arrows()).isEqualTo(new TreeMap<>(PLAN));
    }

    @Test
    void every_import_goes_down() {
        arrows().forEach((room, touched) -> touched.forEach(lower ->
                assertThat(floor(lower)).as("%s touches %s", room, lower).isLessThan(floor(room))));
    }

    @Test
    void rooms_have_no_cycles() {
        slices().matching("redress.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void merkle_stands_on_the_jdk_alone() {
        check(noClasses()
                .that()
                .resideInAPackage("redress.merkle")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.jspecify..", "redress.merkle")
                .because("proofs must be readable and testable without anything else"));
    }

    @Test
    void chance_stands_on_the_jdk_alone() {
        check(noClasses()
                .that()
                .resideInAPackage("redress.chance")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.jspecify..", "redress.chance")
                .because("a number that raises a suspicion must be readable and testable without anything else"));
    }

    @Test
    void the_archive_names_the_classes_that_are_tables() throws IOException {
        Set<String> listed = new TreeSet<>();
        Matcher names = Pattern.compile("<class>(.+)</class>")
                .matcher(Files.readString(Path.of("src/main/resources/META-INF/persistence.xml")));
        while (names.find()) {
            listed.add(names.group(1));
        }
        Set<String> marked = HOUSE.stream()
                .filter(type -> TABLES.stream().anyMatch(type::isAnnotatedWith))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isNotEmpty().isEqualTo(marked);
    }

    @Test
    void http_stays_at_the_doors() {
        check(noClasses()
                .that(DescribedPredicate.describe("are no door", type -> !isDoor(type)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .because("rules must not know how they are asked"));
    }

    private static boolean isDoor(JavaClass type) {
        String name = type.getName();
        return name.matches("redress\\.(web|access|portal)\\..*") || name.matches(".*(Resource|Pages)(\\$.*)?");
    }

    @Test
    void lucene_stays_in_search_and_jte_in_web() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("redress.search")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .because("the index is one follower among others, never a source of truth"));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("redress.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("gg.jte..")
                .because("a page is a record; how it is drawn is the business of web"));
    }

    @Test
    void only_repositories_hold_an_entity_manager() {
        check(fields().that()
                .haveRawType(EntityManager.class)
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith("redress.wiring.Repository")
                .orShould()
                .beDeclaredInClassesThat()
                .resideInAPackage("redress.wiring")
                .because("a query outside a repository is a second place for the same fact"));
    }

    @Test
    void only_time_asks_the_system_clock() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("redress.time")
                .should()
                .callMethodWhere(DescribedPredicate.describe("asks the system clock", HouseTest::asksTheClock))
                .because("what is hashed, stored and shown is one time, and tests hold it still"));
    }

    private static boolean asksTheClock(JavaAccess<?> call) {
        String target = call.getTarget().getFullName();
        return target.matches("java\\.time\\.\\w+\\.now\\(.*")
                || target.startsWith("java.lang.System.currentTimeMillis(")
                || target.matches("java\\.time\\.(Clock|InstantSource)\\.(system|tick).*");
    }

    @Test
    void facts_have_verbs_and_no_setters() {
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .or()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Embeddable.class)
                .should()
                .haveNameNotMatching("set[A-Z].*")
                .because("a state changes by a verb that can refuse"));
        check(fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePrivate()
                .because("nobody goes around the verbs"));
    }

    @Test
    void names_say_what_a_thing_is() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Service|Facade|DTO)")
                .because("such a name says nothing about the domain"));
        check(noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..shared..", "..misc..", "..impl..")
                .because("a room is named by a word that an investigator would say"));
    }

    @Test
    void nobody_swallows_streams_or_throws_the_nameless() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("redress.register")
                .should(com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .because("only the import command speaks to a terminal"));
        check(noClasses()
                .should(com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS)
                .because("a refusal has a type"));
    }

    @Test
    void no_entity_goes_over_the_wire() {
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .haveNameMatching(".*(Resource|Pages)")
                .and()
                .arePublic()
                .should()
                .notHaveRawReturnType(DescribedPredicate.describe(
                        "an entity", (JavaClass type) -> type.isAnnotatedWith(Entity.class)))
                .because("records go out, records come in"));
    }

    @Test
    void every_room_says_what_it_owns_and_is_null_marked() {
        Set<String> rooms = new TreeSet<>(PLAN.keySet());
        Set<String> marked = HOUSE.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .filter(type -> type.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .map(HouseTest::room)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(marked).isEqualTo(rooms);
    }

    @Test
    void entities_can_be_made_by_jpa_and_by_their_factories_only() {
        HOUSE.stream()
                .filter(type -> type.isAnnotatedWith(Entity.class))
                .flatMap(type -> type.getConstructors().stream())
                .forEach(constructor -> assertThat(constructor.getModifiers())
                        .as(constructor.getFullName())
                        .contains(JavaModifier.PROTECTED));
    }

    private static void check(ArchRule rule) {
        rule.check(HOUSE);
    }

    private static int floor(String room) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(room)) {
                return floor;
            }
        }
        throw new AssertionError("The room " + room + " stands on no floor");
    }

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass type : HOUSE) {
            Set<String> touched = arrows.computeIfAbsent(room(type), room -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().matches("redress\\.(?!templates).*"))
                    .map(HouseTest::room)
                    .filter(target -> !target.equals(room(type)))
                    .forEach(touched::add);
        }
        return arrows;
    }

    private static String room(JavaClass type) {
        return type.getPackageName().split("\\.")[1];
    }
}
