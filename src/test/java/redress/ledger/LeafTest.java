package redress.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import redress.merkle.TreeHash;
import redress.time.Ids;

class LeafTest {

    private static final Instant AT = Instant.parse("2026-03-02T14:00:00Z");
    private static final byte[] CONTENT = "He took the phone.".getBytes(StandardCharsets.UTF_8);

    @Test
    void the_text_of_a_leaf_is_canonical_json_without_the_content() {
        assertThat(Leaf.text(Ids.parse("05ZZZZZZZZZZZ"), ActKind.COMPLAINT_RECEIVED, AT, new byte[] {1, (byte) 0xAB}))
                .isEqualTo("{\"act\":\"COMPLAINT_RECEIVED\",\"at\":\"2026-03-02T14:00:00Z\",\"commitment\":\"01ab\","
                        + "\"id\":\"05ZZZZZZZZZZZ\"}");
    }

    @Test
    void a_leaf_hash_follows_from_the_row_alone() throws NoSuchAlgorithmException {
        Leaf leaf = Leaf.of(42, ActKind.TRIAGE_DECIDED, AT, CONTENT);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(leaf.salt());
        assertThat(leaf.commitment()).isEqualTo(sha256.digest(CONTENT));
        assertThat(leaf.hash())
                .isEqualTo(Leaf.hash(42, ActKind.TRIAGE_DECIDED, AT, leaf.commitment()))
                .isEqualTo(TreeHash.leaf(Leaf.text(42, ActKind.TRIAGE_DECIDED, AT, leaf.commitment())
                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void equal_contents_leave_different_leaves() {
        Leaf one = Leaf.of(1, ActKind.SEARCHED, AT, CONTENT);
        Leaf other = Leaf.of(1, ActKind.SEARCHED, AT, CONTENT);
        assertThat(Arrays.equals(one.commitment(), other.commitment())).isFalse();
        assertThat(Arrays.equals(one.hash(), other.hash())).isFalse();
    }

    @Test
    void an_act_knows_its_content_again_and_no_other() {
        Act act = Act.done(NewAct.about(ActKind.COMPLAINT_RECEIVED, 7, "public", CONTENT), AT);
        assertThat(act.commitsTo(CONTENT)).isTrue();
        assertThat(act.commitsTo("He took nothing.".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(act.position()).isEmpty();
        assertThat(act.subject()).hasValue(7);
        assertThat(TreeHash.leaf(act.leafText().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(act.leafHash());
    }

    @Test
    void refuses_a_time_that_the_database_would_cut() {
        assertThatThrownBy(() -> Leaf.of(1, ActKind.SEARCHED, AT.plusMillis(1), CONTENT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_what_would_be_cut() {
        assertThatThrownBy(() -> NewAct.of(ActKind.SEARCHED, "x".repeat(65), CONTENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NewAct.of(ActKind.SEARCHED, "x", CONTENT).withDetail("x".repeat(501)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
