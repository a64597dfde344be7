package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redress.likeness.Signature;

class CopyCheckTest {

    private static final Signature TEXT =
            Signature.of("they beat him with rifles at the bridge in the night and nobody came to help");

    private static Filed received(long id, LocalDate received) {
        Filed.Way way = new Filed.Way("REGISTER", "RECEIVED", "NONE", 2, received, null);
        return new Filed(id, "n" + id, LocalDate.of(2024, 5, 6), "DAY", 22, null, null, way);
    }

    @Test
    void the_first_of_a_group_of_copies_is_the_one_that_was_received_first_and_not_the_first_row_of_a_register() {
        LocalDate day = LocalDate.of(2024, 6, 1);
        List<Filed> own = List.of(received(1, day.plusDays(9)), received(2, day), received(3, day));
        CopyCheck check = new CopyCheck(own, Map.of(1L, TEXT, 2L, TEXT, 3L, TEXT));
        assertThat(check.look().groups()).singleElement().satisfies(group -> {
            assertThat(group.first().number()).isEqualTo("n2");
            assertThat(group.copies()).extracting(Copies.One::number).containsExactly("n3", "n1");
        });
        assertThat(check.once()).containsExactly(2L);
    }

    @Test
    void of_many_groups_a_hundred_are_told_and_all_are_counted() {
        List<Filed> own = new ArrayList<>();
        Map<Long, Signature> signatures = new HashMap<>();
        for (int group = 0; group < 103; group++) {
            String name = "" + (char) ('a' + group / 26) + (char) ('a' + group % 26);
            Signature text =
                    Signature.of("they beat him with rifles at the bridge in the night".replace(" ", name + " "));
            for (int copy = 0; copy < 2; copy++) {
                own.add(received(2L * group + copy + 1, LocalDate.of(2024, 6, 1)));
                signatures.put(2L * group + copy + 1, text);
            }
        }
        Copies copies = new CopyCheck(own, signatures).look();
        assertThat(copies.groups()).hasSize(100);
        assertThat(copies.left()).isEqualTo(3);
        assertThat(copies.complaints()).isEqualTo(206);
    }
}
