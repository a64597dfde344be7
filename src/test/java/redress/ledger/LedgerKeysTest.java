package redress.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.merkle.TreeHash;

class LedgerKeysTest {

    private static final Instant AT = Instant.parse("2026-03-02T14:00:00Z");
    private static final byte[] LEAF = TreeHash.leaf(new byte[] {1, 2, 3});

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private LedgerKeys keys(String origin) {
        return new LedgerKeys(folder.resolve("keys/ledger.pem").toString(), origin, Duration.ofHours(24));
    }

    @Test
    void agrees_with_the_published_example_of_a_signed_note() {
        // From the documentation of the note package of the Go checksum database.
        String text = "If you think cryptography is the answer to your problem,\n"
                + "then you don't know what your problem is.\n";
        String signature =
                "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
        String key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        assertThat(SignedNote.verifies(text + "\n" + signature, text, key)).isTrue();
        assertThat(SignedNote.verifies(text + "\n" + signature, text.replace("your", "my"), key))
                .isFalse();
    }

    @Test
    void makes_a_key_that_only_its_owner_reads_and_finds_it_again() throws IOException {
        String first = keys("log.example/a").verifierKey();
        assertThat(keys("log.example/a").verifierKey()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/ledger.pem"))))
                .isEqualTo("rw-------");
        assertThat(Files.list(folder.resolve("keys"))).hasSize(1);
    }

    @Test
    void reads_a_key_made_by_openssl() throws IOException {
        // The private key of RFC 8410, 10.3, whose public key stands in 10.1.
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(
                folder.resolve("keys/ledger.pem"),
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
                        + "-----END PRIVATE KEY-----\n");
        assertThat(keys("log.example/a").publicPem())
                .isEqualTo("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n"
                        + "-----END PUBLIC KEY-----\n");
    }

    @Test
    void a_repeated_promise_has_the_same_bytes_and_holds() {
        LedgerKeys keys = keys("log.example/a");
        Promise promise = keys.promise(LEAF, AT);
        assertThat(keys.promise(LEAF, AT).note()).isEqualTo(promise.note());
        assertThat(promise.publishBy()).isEqualTo(Instant.parse("2026-03-03T14:00:00Z"));
        assertThat(promise.verify(keys.verifierKey())).isTrue();
    }

    @Test
    void a_bent_promise_does_not_hold() {
        LedgerKeys keys = keys("log.example/a");
        Promise promise = keys.promise(LEAF, AT);
        String note = promise.note();
        assertThat(new Promise(promise.origin(), LEAF, AT, AT, note).verify(keys.verifierKey()))
                .isFalse();
        assertThat(new Promise(promise.origin(), TreeHash.emptyRoot(), AT, promise.publishBy(), note)
                        .verify(keys.verifierKey()))
                .isFalse();
        assertThat(new Promise(promise.origin(), LEAF, AT, promise.publishBy(), note.replace("redress promise", "x"))
                        .verify(keys.verifierKey()))
                .isFalse();
        assertThat(promise.verify(keys("log.example/b").verifierKey())).isFalse();
        assertThat(promise.verify("log.example/a")).isFalse();
        assertThat(promise.verify("log.example/a+00000000+!")).isFalse();
    }

    @Test
    void a_head_is_a_checkpoint_under_the_origin() {
        LedgerKeys keys = keys("log.example/a");
        TreeHead head = keys.head(0, TreeHash.emptyRoot(), AT, keys.signHead(0, TreeHash.emptyRoot()));
        assertThat(head.checkpoint())
                .startsWith("log.example/a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— log.example/a ")
                .endsWith("\n");
        assertThat(SignedNote.verifies(
                        head.checkpoint(), TreeHead.text("log.example/a", 0, TreeHash.emptyRoot()), keys.verifierKey()))
                .isTrue();
    }

    @Test
    void refuses_a_name_that_would_break_a_note_and_a_file_that_is_no_key() throws IOException {
        assertThatThrownBy(() -> keys("log example")).isInstanceOf(IllegalArgumentException.class);
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(folder.resolve("keys/ledger.pem"), "hello");
        assertThatThrownBy(() -> keys("log.example/a")).isInstanceOf(IllegalStateException.class);
    }
}
