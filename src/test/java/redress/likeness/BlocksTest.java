package redress.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import redress.names.NameBook;
import redress.names.NameList;

/** Which of many accounts are compared with one another. */
class BlocksTest {

    private static final int ACCOUNTS = 3_000;

    private record Told(@Nullable String place, @Nullable Integer hour, List<String> vehicles, Set<String> looks) {}

    private static final Told NOTHING = new Told(null, null, List.of(), Set.of());

    private final List<Account> accounts = new ArrayList<>();

    private void account(Told told, String... words) {
        accounts.add(new Account(
                accounts.size(),
                new Account.Where(told.place(), null, null),
                new Account.When(null, told.hour()),
                Set.of(),
                new Account.Who(List.of(), List.of(), told.vehicles(), told.looks()),
                Set.of(words)));
    }

    private void accounts(int many, String word) {
        for (int i = 0; i < many; i++) {
            account(NOTHING, word);
        }
    }

    /** With whom the first account is compared, among others who say something else. */
    private List<Integer> comparedWithFirst() {
        while (accounts.size() < ACCOUNTS) {
            account(NOTHING, "own" + accounts.size());
        }
        Comparison comparison = Comparison.among(accounts, NameBook.of(NameList.EMPTY));
        List<Integer> found = new ArrayList<>();
        new Blocks(accounts.stream().map(comparison::sheet).toList(), comparison.words()).each(0, found::add);
        return found;
    }

    @Test
    void those_who_share_a_word_that_few_say_are_compared() {
        accounts(3, "ransom");
        assertThat(comparedWithFirst()).containsExactly(1, 2);
    }

    @Test
    void those_who_share_a_word_that_more_say_are_compared_if_they_share_a_word_of_description() {
        Told limping = new Told(null, null, List.of(), Set.of("limp", "beret"));
        account(limping, "ransom");
        account(new Told(null, null, List.of(), Set.of("scar")), "ransom");
        account(new Told(null, null, List.of(), Set.of("limp")), "ransom");
        account(limping, "toll");
        accounts(50, "ransom");
        assertThat(comparedWithFirst()).containsExactly(2);
    }

    @Test
    void those_who_share_a_word_that_is_the_language_are_not_compared() {
        Told limping = new Told(null, null, List.of(), Set.of("limp"));
        account(limping, "police");
        account(limping, "police");
        accounts(200, "police");
        assertThat(comparedWithFirst()).isEmpty();
    }

    @Test
    void those_who_read_two_pairs_of_signs_of_a_number_alike_are_compared_wherever_it_was() {
        account(new Told("bridge", null, List.of("…471"), Set.of()), "one");
        account(new Told("market", null, List.of("A47-471"), Set.of()), "two");
        account(new Told("market", null, List.of("…47"), Set.of()), "three");
        assertThat(comparedWithFirst()).containsExactly(1);
    }

    @Test
    void those_at_one_place_who_describe_alike_are_compared_if_the_hour_is_close() {
        account(new Told("bridge", 23, List.of(), Set.of("limp")), "one");
        account(new Told("bridge", 1, List.of(), Set.of("limp")), "two");
        account(new Told("bridge", 9, List.of(), Set.of("limp")), "three");
        account(new Told("market", 23, List.of(), Set.of("limp")), "four");
        account(new Told("bridge", 23, List.of(), Set.of("scar")), "five");
        assertThat(comparedWithFirst()).containsExactly(1);
    }

    @Test
    void a_trait_that_more_than_a_hundred_share_brings_nobody_together() {
        for (int i = 0; i < 101; i++) {
            account(new Told("bridge", 22, List.of(), Set.of("khaki")), "own" + i);
        }
        assertThat(comparedWithFirst()).isEmpty();
    }
}
