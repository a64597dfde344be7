package redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redress.problem.Problem;

class ReceiptCodeTest {

    /** Made by hand: 22 digits and 98 - (n * 100 mod 97). */
    private static final String KNOWN = "123456789012345678901235";

    @Test
    void a_minted_code_reads_back_and_shows_six_groups_of_four() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            ReceiptCode code = ReceiptCode.mint();
            assertThat(code.digits()).matches("[0-9]{24}");
            assertThat(code.grouped()).matches("([0-9]{4} ){5}[0-9]{4}");
            assertThat(ReceiptCode.parse(code.grouped())).isEqualTo(code);
            assertThat(seen.add(code.digits())).isTrue();
        }
    }

    @Test
    void the_check_digits_follow_the_standard() {
        // ISO 7064 MOD 97-10: the number as a whole leaves 1, as with the published example 794 -> 79444.
        assertThat(79444 % 97).isEqualTo(1);
        ReceiptCode code = ReceiptCode.mint();
        assertThat(new BigInteger(code.digits()).mod(BigInteger.valueOf(97))).isEqualTo(BigInteger.ONE);
        assertThat(ReceiptCode.parse("0".repeat(22) + "01").digits()).endsWith("01");
        assertThat(ReceiptCode.parse(KNOWN).digits()).isEqualTo(KNOWN);
    }

    @Test
    void every_wrong_digit_at_every_place_is_noticed() {
        for (int run = 0; run < 20; run++) {
            String digits = ReceiptCode.mint().digits();
            for (int i = 0; i < digits.length(); i++) {
                for (char other = '0'; other <= '9'; other++) {
                    if (other != digits.charAt(i)) {
                        assertRefused(digits.substring(0, i) + other + digits.substring(i + 1));
                    }
                }
            }
        }
    }

    @Test
    void every_swap_of_neighbours_is_noticed() {
        for (int run = 0; run < 50; run++) {
            String digits = ReceiptCode.mint().digits();
            for (int i = 0; i + 1 < digits.length(); i++) {
                if (digits.charAt(i) != digits.charAt(i + 1)) {
                    assertRefused(
                            digits.substring(0, i) + digits.charAt(i + 1) + digits.charAt(i) + digits.substring(i + 2));
                }
            }
        }
    }

    @Test
    void reads_digits_of_other_scripts_with_spaces_hyphens_and_invisible_marks() {
        ReceiptCode code = ReceiptCode.mint();
        for (int zero : new int[] {0x660, 0x6F0, 0x966, 0x9E6, 0x7C0, 0x1E950, 0xFF10}) {
            StringBuilder typed = new StringBuilder("\u200F ");
            code.digits()
                    .chars()
                    .forEach(c -> typed.appendCodePoint(zero + c - '0').append(c % 2 == 0 ? "\u2011" : "\u00A0"));
            assertThat(ReceiptCode.parse(typed.toString())).isEqualTo(code);
        }
    }

    @Test
    void refuses_what_is_no_code_without_repeating_it() {
        for (String typed : List.of(
                "", " ", "1234", KNOWN + "0", "x".repeat(24), "1".repeat(100_000), "²".repeat(24), "一".repeat(24))) {
            assertRefused(typed);
        }
    }

    @Test
    void does_not_show_its_digits_to_a_log() {
        ReceiptCode code = ReceiptCode.mint();
        assertThat(code.toString()).doesNotContainPattern("[0-9]");
    }

    private static void assertRefused(String typed) {
        assertThatThrownBy(() -> ReceiptCode.parse(typed)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID);
            assertThat(problem.slug()).isEqualTo("receipt-code-malformed");
            assertThat(problem.detail()).doesNotContainPattern("[0-9]{4}");
        });
    }
}
