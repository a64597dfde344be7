package redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/desk/complaints/2026-000123",
                "/desk/queue?stage=RECEIVED&unit=a%20b&after=1,2",
                "/desk/search?q=%D0%8F%D0%B0&return=https://example.org/"
            })
    void leads_back_to_pages_of_the_desk(String path) {
        assertThat(ReturnPath.allowed(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//example.org",
                "https://example.org/desk",
                "/desk//example.org",
                "/desk/../x",
                "/desk\\example.org",
                "/desk/%0d%0aSet-Cookie:x",
                "/desk\r\nX: y",
                "/deskxyz.example.org",
                "/desk@example.org",
                "/desk/sign-in",
                "/desk/callback?code=1",
                "/desk/sign-out",
                "/complain"
            })
    void leads_nowhere_else(String path) {
        assertThat(ReturnPath.allowed(path)).isEqualTo("/desk");
    }
}
