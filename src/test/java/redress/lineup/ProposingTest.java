package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import redress.complaint.Incident;
import redress.likeness.Account;
import redress.names.NameBook;
import redress.names.NameList;

class ProposingTest {

    private static final NameBook NAMES = NameBook.of(NameList.EMPTY);
    private static final List<String> LOOKS = List.of(
            "tall, green beret", "short, grey coat", "moustache, black boots", "young, camouflage", "bald, blue shirt");

    private static final Map<String, String> LABELS = Map.of("seizure", "Taking of property");

    private final Map<Long, Telling> told = new LinkedHashMap<>();
    private final List<Account> accounts = new ArrayList<>();

    @Test
    void proposes_the_complaints_about_one_patrol_and_says_by_what() {
        others(200);
        patrol(4);
        Proposing.Proposals proposals = proposals();
        assertThat(proposals.compared()).isEqualTo(204);
        assertThat(proposals.all()).hasSize(1);
        ClusterBoard.Proposal proposal = proposals.all().getFirst();
        assertThat(proposal.members())
                .extracting(ClusterBoard.Member::number)
                .containsExactlyInAnyOrder("P0", "P1", "P2", "P3");
        assertThat(proposal.ties())
                .isNotEmpty()
                .allSatisfy(tie -> assertThat(tie.speaksFor())
                        .extracting(ClusterBoard.Trait::factor)
                        .contains("PLACE", "VEHICLE"));
        assertThat(proposal.ties().getFirst().speaksFor())
                .filteredOn(trait -> trait.factor().equals("PLACE"))
                .extracting(ClusterBoard.Trait::evidence)
                .containsExactly("The bridge");
    }

    @Test
    void a_category_is_told_by_its_label_and_not_by_its_code() {
        others(200);
        patrol(4);
        assertThat(proposals().all().getFirst().ties())
                .flatExtracting(ClusterBoard.Tie::speaksFor)
                .filteredOn(trait -> trait.factor().equals("CATEGORY"))
                .isNotEmpty()
                .extracting(ClusterBoard.Trait::evidence)
                .containsOnly("Taking of property");
    }

    @Test
    void proposes_nothing_where_nobody_resembles_anybody() {
        others(200);
        assertThat(proposals().all()).isEmpty();
    }

    @Test
    void nothing_to_compare_gives_no_proposal() {
        assertThat(proposals().all()).isEmpty();
        patrol(1);
        assertThat(proposals().all()).isEmpty();
    }

    @Test
    void the_same_complaints_give_the_same_answer_in_whatever_order_they_come() {
        others(200);
        patrol(4);
        List<ClusterBoard.Proposal> before = proposals().all();
        Collections.reverse(accounts);
        assertThat(Proposing.made(new Tellings.Read(told, accounts, LABELS, false), NAMES)
                        .all()
                        .getFirst()
                        .members())
                .isEqualTo(before.getFirst().members());
    }

    @Test
    void words_that_say_little_are_no_part_of_a_description_and_stay_in_the_account() {
        telling(
                "W",
                LocalDate.of(1971, 6, 1),
                23,
                "bridge",
                "man with the scar",
                "They came with the lorry",
                "seizure");
        Account account = accounts.getFirst();
        assertThat(account.who().description()).containsExactlyInAnyOrder("man", "scar");
        assertThat(account.words()).contains("with", "the", "lorry");
    }

    private Proposing.Proposals proposals() {
        return Proposing.made(new Tellings.Read(told, List.copyOf(accounts), LABELS, false), NAMES);
    }

    /** A white pickup at the bridge, at night, in one summer. */
    private void patrol(int complaints) {
        for (int i = 0; i < complaints; i++) {
            telling(
                    "P" + i,
                    LocalDate.of(1971, 6, 1).plusDays(7L * i),
                    23,
                    "bridge",
                    "tall man with a scar, white pickup LB-4471" + (i == 0 ? "" : ", red scarf"),
                    "They stopped us at the bridge and took the phone, laughing about zebrafish number " + i,
                    "seizure");
        }
    }

    private void others(int complaints) {
        Random random = new Random(5);
        Random what = new Random(6);
        for (int i = 0; i < complaints; i++) {
            telling(
                    "N" + i,
                    LocalDate.of(1971, 1, 1).plusDays(random.nextInt(360)),
                    random.nextInt(24),
                    "place" + random.nextInt(40),
                    LOOKS.get(random.nextInt(LOOKS.size())),
                    "He shouted and pushed, word" + random.nextInt(400) + " thing" + random.nextInt(400),
                    "kind" + what.nextInt(8));
        }
    }

    private void telling(
            String number,
            LocalDate day,
            int hour,
            String place,
            @Nullable String looks,
            String narrative,
            String category) {
        long id = accounts.size() + 1;
        Telling telling = new Telling(
                id,
                number,
                new Telling.When(day, Incident.Precision.DAY, hour),
                new Telling.Where(place, place.equals("bridge") ? "The bridge" : place, null, null),
                new LinkedHashSet<>(looks == null ? List.of() : List.of(looks)));
        told.put(id, telling);
        accounts.add(telling.account(Set.of(category), List.of(), narrative));
    }
}
