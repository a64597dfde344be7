package redress.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BranchesTest {

    /** Posts 11 and 12 below division 1, post 21 below division 2, and division 3 below division 1. */
    private static final List<Branches.Part> PARTS = List.of(
            new Branches.Part(1, 1),
            new Branches.Part(1, 11),
            new Branches.Part(1, 12),
            new Branches.Part(1, 3),
            new Branches.Part(2, 2),
            new Branches.Part(2, 21),
            new Branches.Part(3, 3));

    @Test
    void a_unit_belongs_to_every_branch_at_whose_head_or_below_it_stands() {
        Branches branches = new Branches(2, PARTS);
        assertThat(branches.of(21)).containsExactly(2L);
        assertThat(branches.of(3)).containsExactly(1L, 3L);
        assertThat(branches.of(99)).isEmpty();
    }

    @Test
    void nothing_is_compared_with_a_part_of_itself() {
        assertThat(new Branches(2, PARTS).all()).containsExactly(1L, 2L, 3L);
        assertThat(new Branches(1, PARTS).all()).containsExactly(1L, 2L);
        assertThat(new Branches(3, PARTS).all()).containsExactly(2L, 3L);
        assertThat(new Branches(3, PARTS).of(3)).containsExactly(3L);
    }
}
