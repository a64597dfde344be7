package redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameOriginTest {

    private static final String PORTAL = "https://redress.example/base";

    @Test
    void believes_the_browser_first() {
        assertThat(SameOrigin.holds("same-origin", null, PORTAL)).isTrue();
        assertThat(SameOrigin.holds("none", null, PORTAL)).isTrue();
        assertThat(SameOrigin.holds("same-site", "https://redress.example", PORTAL))
                .isFalse();
        assertThat(SameOrigin.holds("cross-site", "https://redress.example", PORTAL))
                .isFalse();
    }

    @Test
    void falls_back_to_the_origin_and_refuses_silence() {
        assertThat(SameOrigin.holds(null, "https://redress.example", PORTAL)).isTrue();
        assertThat(SameOrigin.holds(null, "http://redress.example", PORTAL)).isFalse();
        assertThat(SameOrigin.holds(null, "https://redress.example:444", PORTAL))
                .isFalse();
        assertThat(SameOrigin.holds(null, "null", PORTAL)).isFalse();
        assertThat(SameOrigin.holds(null, null, PORTAL)).isFalse();
    }
}
