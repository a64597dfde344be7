package redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SightTest {

    private static final long COMPLAINT = 4711L;

    private static Sight of(Set<Role> roles, Set<String> memberOf, Set<Long> recused) {
        return NeedToKnow.sight(new Actor("a1", "Name", roles), memberOf, recused);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"INTAKE_OFFICER", "SUPERVISOR", "COMMISSIONER", "AUDITOR"})
    void sees_every_open_complaint_and_no_sealed_one(Role role) {
        Sight sight = of(Set.of(role), Set.of(), Set.of());
        assertThat(sight.maySee(COMPLAINT, "open", null)).isTrue();
        assertThat(sight.maySee(COMPLAINT, "open", "somebody")).isTrue();
        assertThat(sight.maySee(COMPLAINT, "sealed-1", "a1")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CUSTODIAN", "PUBLISHER", "PARTNER", "ADMINISTRATOR"})
    void sees_no_complaint_even_as_member_and_assignee(Role role) {
        Sight sight = of(Set.of(role), Set.of("open", "sealed-1"), Set.of());
        assertThat(sight.seesNothing()).isTrue();
        assertThat(sight.maySee(COMPLAINT, "open", "a1")).isFalse();
        assertThat(sight.maySee(COMPLAINT, "sealed-1", "a1")).isFalse();
    }

    @Test
    void investigator_sees_what_is_assigned_inside_own_compartments() {
        Sight sight = of(Set.of(Role.INVESTIGATOR, Role.PUBLISHER), Set.of("sealed-1"), Set.of());
        assertThat(sight.assignedOnly()).isTrue();
        assertThat(sight.maySee(COMPLAINT, "open", "a1")).isTrue();
        assertThat(sight.maySee(COMPLAINT, "sealed-1", "a1")).isTrue();
        assertThat(sight.maySee(COMPLAINT, "sealed-2", "a1")).isFalse();
        assertThat(sight.maySee(COMPLAINT, "open", "a2")).isFalse();
        assertThat(sight.maySee(COMPLAINT, "open", null)).isFalse();
    }

    @Test
    void investigator_who_is_supervisor_too_sees_what_is_assigned_to_others() {
        Sight sight = of(Set.of(Role.INVESTIGATOR, Role.SUPERVISOR), Set.of(), Set.of());
        assertThat(sight.maySee(COMPLAINT, "open", "a2")).isTrue();
    }

    @Test
    void notes_are_read_by_those_who_work_on_complaints_and_not_by_an_auditor() {
        for (Role role : Set.of(Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER)) {
            assertThat(of(Set.of(role), Set.of(), Set.of()).reads()).isEqualTo(RecordKind.all());
        }
        assertThat(of(Set.of(Role.AUDITOR), Set.of(), Set.of()).reads())
                .containsExactlyInAnyOrder(RecordKind.MESSAGE, RecordKind.LETTER, RecordKind.DOCUMENT);
        assertThat(of(Set.of(Role.AUDITOR, Role.SUPERVISOR), Set.of(), Set.of()).mayRead(RecordKind.NOTE))
                .isTrue();
        assertThat(of(Set.of(Role.AUDITOR, Role.INVESTIGATOR), Set.of(), Set.of())
                        .mayRead(RecordKind.NOTE))
                .isFalse();
        assertThat(of(Set.of(Role.PUBLISHER), Set.of(), Set.of()).mayRead(RecordKind.MESSAGE))
                .isFalse();
    }

    @Test
    void recusal_outweighs_every_role_and_assignment() {
        Sight sight = of(Set.of(Role.COMMISSIONER), Set.of("sealed-1"), Set.of(COMPLAINT));
        assertThat(sight.maySee(COMPLAINT, "open", "a1")).isFalse();
        assertThat(sight.maySee(COMPLAINT, "sealed-1", "a1")).isFalse();
        assertThat(sight.maySee(COMPLAINT + 1, "open", null)).isTrue();
    }

    @Test
    void nobody_without_a_role_sees_anything() {
        assertThat(of(Set.of(), Set.of("open"), Set.of()).seesNothing()).isTrue();
    }

    @Test
    void queries_carry_the_same_rule_as_the_object() {
        Sight sight = new Sight("a1", true, Set.of("open", "b"), Set.of(7L, 5L));
        Sight.Sql sql = sight.sql("c");
        assertThat(sql.text()).isEqualTo("(c.compartment IN (?, ?) AND c.assignee = ? AND c.id NOT IN (?, ?))");
        assertThat(sql.parameters()).containsExactly("b", "open", "a1", 5L, 7L);
        Sight.Jpql jpql = sight.jpql("c");
        assertThat(jpql.text())
                .isEqualTo("(c.compartment IN :sightCompartments AND c.assignee = :sightActor"
                        + " AND c.id NOT IN :sightRecused)");
        assertThat(jpql.parameters()).containsOnlyKeys("sightCompartments", "sightActor", "sightRecused");
    }

    @Test
    void queries_never_hold_an_empty_list() {
        assertThat(Sight.nothing("a1").sql("c").text()).isEqualTo("(1 = 0)");
        assertThat(Sight.nothing("a1").jpql("c").text()).isEqualTo("(1 = 0)");
        Sight wide = new Sight("a1", false, Set.of("open"), Set.of());
        assertThat(wide.sql("c").text()).isEqualTo("(c.compartment IN (?))");
        assertThat(wide.jpql("c").parameters()).containsOnlyKeys("sightCompartments");
    }

    @Test
    void actor_names_no_person_when_it_ends_in_a_log() {
        assertThat(new Actor("a1", "Amara Kamara", Set.of()).toString()).doesNotContain("Amara");
    }

    @Test
    void roles_have_the_words_of_the_realm() {
        assertThat(Role.INTAKE_OFFICER.word()).isEqualTo("intake-officer");
        assertThat(Role.named("intake-officer")).contains(Role.INTAKE_OFFICER);
        assertThat(Role.named("offline_access")).isEmpty();
        assertThat(Role.named("INTAKE_OFFICER")).isEmpty();
    }
}
