package redress.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The published vectors of transparency-dev/merkle (Apache-2.0); subtree proofs are not implemented here. */
class PublishedVectorsTest {

    @Test
    void agrees_with_every_inclusion_vector() throws IOException {
        assertThat(disagreements("inclusion", PublishedVectorsTest::includes)).isEmpty();
    }

    @Test
    void agrees_with_every_consistency_vector() throws IOException {
        assertThat(disagreements("consistency", PublishedVectorsTest::isConsistent))
                .isEmpty();
    }

    private static List<String> disagreements(String kind, Predicate<JsonObject> check) throws IOException {
        Optional<Path> folder = vectors();
        if (folder.isEmpty()) {
            System.out.println("Skipped: no merkle-vectors in REDRESS_REAL_DATA or in a shared/data nearby.");
        }
        Assumptions.assumeTrue(folder.isPresent());
        List<String> wrong = new ArrayList<>();
        int read = 0;
        try (Stream<Path> files = Files.walk(folder.get().resolve("testdata").resolve(kind))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                JsonObject vector = json(file);
                read++;
                if (check.test(vector) == vector.getBoolean("wantErr")) {
                    wrong.add(file.toString());
                }
            }
        }
        assertThat(read).as("%s vectors", kind).isEqualTo(98);
        return wrong;
    }

    private static boolean includes(JsonObject vector) {
        return ProofCheck.inclusion(
                number(vector, "leafIdx"),
                number(vector, "treeSize"),
                bytes(vector, "leafHash"),
                proof(vector),
                bytes(vector, "root"));
    }

    private static boolean isConsistent(JsonObject vector) {
        return ProofCheck.consistency(
                number(vector, "size1"),
                number(vector, "size2"),
                bytes(vector, "root1"),
                bytes(vector, "root2"),
                proof(vector));
    }

    private static long number(JsonObject vector, String name) {
        // Unsigned in the vectors: what passes the range of long becomes negative, and so refused.
        return vector.getJsonNumber(name).bigIntegerValue().longValue();
    }

    private static byte[] bytes(JsonObject vector, String name) {
        return Base64.getDecoder().decode(vector.getString(name, ""));
    }

    private static List<byte[]> proof(JsonObject vector) {
        if (vector.isNull("proof")) {
            return List.of();
        }
        return vector.getJsonArray("proof").getValuesAs(JsonString.class).stream()
                .map(hash -> Base64.getDecoder().decode(hash.getString()))
                .toList();
    }

    private static JsonObject json(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file);
                JsonReader reader = Json.createReader(text)) {
            return reader.readObject();
        }
    }

    private static Optional<Path> vectors() {
        Stream<Path> named =
                Stream.ofNullable(System.getenv("REDRESS_REAL_DATA")).map(Path::of);
        Stream<Path> near = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared").resolve("data"));
        return Stream.concat(named, near)
                .map(path -> path.resolve("merkle-vectors"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
