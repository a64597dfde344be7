package redress.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redress.PortalTest;
import redress.merkle.CompactRange;
import redress.merkle.ProofCheck;

/** The ledger of the running portal, fed with acts from beside it. */
class LedgerIT extends PortalTest {

    private final ActRows rows = new ActRows(stack().database());
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void numbers_what_eight_writers_commit_without_a_gap_and_nothing_that_they_roll_back()
            throws ExecutionException, InterruptedException, SQLException {
        Map<Long, byte[]> kept = new ConcurrentHashMap<>();
        Set<Long> undone = ConcurrentHashMap.newKeySet();
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            List<Future<Void>> work = IntStream.range(0, 8)
                    .mapToObj(writer -> writers.submit(writer(writer, kept, undone)))
                    .toList();
            for (Future<Void> done : work) {
                done.get();
            }
        }
        rows.awaitNumbers();
        Map<Long, Long> positions = rows.positions();
        assertThat(positions.keySet()).containsAll(kept.keySet()).doesNotContainAnyElementsOf(undone);
        assertThat(positions.values().stream().sorted().toList())
                .isEqualTo(IntStream.range(0, positions.size())
                        .mapToObj(i -> (long) i)
                        .toList());
    }

    /** Transactions of one to five acts, some left open for a while, every third rolled back. */
    private Callable<Void> writer(int writer, Map<Long, byte[]> kept, Set<Long> undone) {
        return () -> {
            try (Connection connection = jdbc()) {
                connection.setAutoCommit(false);
                for (int i = 0; i < 40; i++) {
                    Map<Long, byte[]> leaves = ActRows.insert(connection, 1 + (i + writer) % 5);
                    leaves.putAll(ActRows.insert(connection, 1));
                    if (i % 3 == writer % 3) {
                        connection.rollback();
                        undone.addAll(leaves.keySet());
                    } else {
                        connection.commit();
                        kept.putAll(leaves);
                    }
                }
            }
            return null;
        };
    }

    @Test
    void the_signed_root_stands_over_every_act() throws SQLException, IOException, InterruptedException {
        rows.committed(37);
        rows.awaitNumbers();
        JsonObject head = get("head");
        JsonObject key = get("key");
        long size = head.getJsonNumber("size").longValue();
        CompactRange tree = CompactRange.empty();
        for (byte[] leaf : leaves(size)) {
            tree.append(leaf, (node, hash) -> {});
        }
        assertThat(HexFormat.of().formatHex(tree.root())).isEqualTo(head.getString("root"));
        assertThat(SignedNote.verifies(
                        head.getString("checkpoint"),
                        TreeHead.text(head.getString("origin"), size, tree.root()),
                        key.getString("verifierKey")))
                .isTrue();
    }

    @Test
    void proves_each_of_a_hundred_acts_and_that_nothing_before_them_changed()
            throws SQLException, IOException, InterruptedException {
        rows.committed(1);
        rows.awaitNumbers();
        JsonObject before = get("head");
        Map<Long, byte[]> acts = rows.committed(100);
        rows.awaitNumbers();
        for (byte[] leaf : acts.values()) {
            JsonObject proof = get("proof?leaf=" + HexFormat.of().formatHex(leaf));
            JsonObject head = proof.getJsonObject("head");
            assertThat(ProofCheck.inclusion(
                            proof.getJsonNumber("position").longValue(),
                            head.getJsonNumber("size").longValue(),
                            leaf,
                            hashes(proof),
                            hex(head.getString("root"))))
                    .isTrue();
        }
        long from = before.getJsonNumber("size").longValue();
        JsonObject after = get("head");
        long to = after.getJsonNumber("size").longValue();
        JsonObject proof = get("consistency?from=" + from + "&to=" + to);
        assertThat(to).isGreaterThanOrEqualTo(from + 100);
        assertThat(ProofCheck.consistency(
                        from, to, hex(before.getString("root")), hex(after.getString("root")), hashes(proof)))
                .isTrue();
    }

    @Test
    void leaves_numbering_to_the_holder_of_the_lease_and_takes_over_when_it_expires() throws SQLException {
        rows.committed(1);
        rows.awaitNumbers();
        rows.run("UPDATE lease SET holder = 'elsewhere', until = UTC_TIMESTAMP() + INTERVAL 3 SECOND");
        long until = rows.number("SELECT UNIX_TIMESTAMP(until) FROM lease WHERE name = 'sequencer'");
        rows.committed(5);
        rows.awaitNumbers();
        assertThat(rows.number("SELECT UNIX_TIMESTAMP(UTC_TIMESTAMP())")).isGreaterThanOrEqualTo(until);
        assertThat(rows.number("SELECT COUNT(*) FROM lease WHERE name = 'sequencer' AND holder <> 'elsewhere'"))
                .isEqualTo(1);
        assertThat(rows.number("SELECT UNIX_TIMESTAMP(MAX(at)) FROM tree_head")).isGreaterThanOrEqualTo(until - 1);
    }

    @Test
    void refuses_bad_questions_with_a_reason() throws IOException, InterruptedException {
        assertThat(ask("proof?leaf=" + "0".repeat(64)).statusCode()).isEqualTo(404);
        for (String question : List.of(
                "proof",
                "proof?leaf=xyz",
                "consistency",
                "consistency?from=0&to=1",
                "consistency?from=2&to=1",
                "consistency?from=1&to=999999999999",
                "consistency?from=a&to=-1")) {
            assertThat(ask(question).statusCode()).as(question).isEqualTo(400);
        }
    }

    private List<byte[]> leaves(long size) throws SQLException {
        List<byte[]> leaves = new ArrayList<>();
        try (Connection connection = jdbc();
                PreparedStatement sql =
                        connection.prepareStatement("SELECT leaf_hash FROM act WHERE position < ? ORDER BY position")) {
            sql.setLong(1, size);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    leaves.add(row.getBytes(1));
                }
            }
        }
        return leaves;
    }

    private JsonObject get(String question) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(question);
        assertThat(answer.statusCode()).as("%s: %s", question, answer.body()).isEqualTo(200);
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private HttpResponse<String> ask(String question) throws IOException, InterruptedException {
        URI address = URI.create(baseUrl() + "/api/v1/ledger/" + question);
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<byte[]> hashes(JsonObject proof) {
        return proof.getJsonArray("hashes").getValuesAs(JsonString.class).stream()
                .map(hash -> hex(hash.getString()))
                .toList();
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
