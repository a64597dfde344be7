package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redress.web.Form;

class SoughtTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Constable 4471                |       | Constable                 | 4471
            Diallo …747                   |       | Diallo                    | …747
            44 71                         |       | ''                        | 44 71
            Kamara 4471 and Sesay A-44?0  |       | Kamara and Sesay          | 4471, A-44?0
            Constable 4471, Sgt Sesay     |       | Constable, Sgt Sesay      | 4471
            4471 and 4480                 |       | ''                        | 4471, 4480
            Kamara, 4471                  |       | Kamara                    | 4471
            Kamara, Sesay                 |       | Kamara, Sesay             | ''
            Kamara 4471                   | A-12  | Kamara 4471               | A-12
            """)
    void a_number_that_was_told_with_the_name_is_looked_for_as_one_whoever_told_it(
            String name, @Nullable String badge, String named, String number) {
        String told = badge == null ? "" : badge;
        Sought typed = Sought.of(Form.of(Map.of("name", name, "badge", told)));
        assertThat(typed).isEqualTo(new Sought(named, number, "", ""));
        Sought asked = Sought.of(Form.of(Map.of("complaint", "2026-000001", "subject", "A")));
        assertThat(asked.or(name, told)).isEqualTo(new Sought(named, number, "2026-000001", "A"));
    }
}
