package redress.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class NameListTest {

    @Test
    void reads_families_titles_and_remarks() throws IOException {
        NameList list = read("# heard in the north\nDiallo, Jallow # French, English\n\ntitle: Sgt, Đeneral\n");
        assertThat(list.others("diallo")).containsExactly("jallow");
        assertThat(list.isTitle("sgt")).isTrue();
        assertThat(list.isTitle("jallow")).isFalse();
    }

    @Test
    void makes_no_chain_of_two_lines_that_share_a_word() throws IOException {
        NameBook book = NameBook.of(read("Ibro, Ibrahim\nEbrima, Ibrahim\n"));
        assertThat(book.compare("Ibro", "Ibrahim").orElseThrow().says(Reason.Kind.LISTED))
                .isTrue();
        assertThat(book.compare("Ibro", "Ebrima").filter(match -> match.says(Reason.Kind.LISTED)))
                .isEmpty();
    }

    @Test
    void refuses_a_line_that_is_no_family_and_says_which() {
        assertThatThrownBy(() -> read("Diallo, Jallow\nBah\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> read("Abdul Rahman, Abdulrahman\n")).hasMessageContaining("Abdul Rahman");
        assertThatThrownBy(() -> read("Diallo,,Jallow\n")).hasMessageContaining("line 1");
    }

    @Test
    void changes_what_is_asked_and_not_what_is_indexed() throws IOException {
        NameBook without = NameBook.of(NameList.EMPTY);
        NameBook with = NameBook.of(read("Njie, N'Diaye\n"));
        assertThat(with.keys("Njie")).isEqualTo(without.keys("Njie"));
        assertThat(with.asked("Njie")).contains("=ndiaye");
    }

    private static NameList read(String text) throws IOException {
        return NameList.read(new StringReader(text));
    }
}
