package redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redress.PortalTest;
import redress.complaint.ReceiptCode;

/** What people and machines send that no form would: each gets a clear answer, keeps its text, and never a fault. */
class ComplainBadlyIT extends PortalTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static HttpRequest request(String path, String type, String body) {
        return HttpRequest.newBuilder(url(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static HttpResponse<String> send(String path, String type, String body) throws Exception {
        return CLIENT.send(request(path, type, body), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> form(String path, Map<String, String> fields) throws Exception {
        return send(path, "application/x-www-form-urlencoded", encoded(fields));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> complete(String narrative) {
        return Map.of(
                "code", ReceiptCode.mint().digits(),
                "narrative", narrative,
                "when", "UNKNOWN",
                "service", "UNKNOWN",
                "harmed", "SELF",
                "injury", "NONE",
                "contact", "NO",
                "publish", "YES",
                "go", "send");
    }

    @Test
    void a_narrative_of_five_megabytes_comes_back_whole_with_a_clear_message() throws Exception {
        String narrative = "word ".repeat(1_000_000).strip();
        HttpResponse<String> answer =
                form("/complain", Map.of("from", "happened", "go", "next", "narrative", narrative));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Nothing that you wrote is lost", "<title>Error: ");
        assertThat(answer.body().contains(narrative)).isTrue();
    }

    @Test
    void a_date_of_hundreds_of_letters_beside_i_do_not_remember_comes_back_with_everything_typed() throws Exception {
        Map<String, String> fields = new java.util.HashMap<>(complete("They took my phone."));
        String words = "some day when the river was high ".repeat(9).strip();
        fields.put("day", words);
        for (String path : List.of("/complain", "/complain/one-page")) {
            HttpResponse<String> answer = form(path, fields);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body())
                    .contains("<title>Error: ", "Nothing that you wrote is lost", words, "They took my phone.");
        }
    }

    @Test
    void more_than_eight_megabytes_are_refused_in_plain_words() throws Exception {
        HttpResponse<String> answer = form("/complain", Map.of("narrative", "x".repeat(9 * 1024 * 1024)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Send less");
    }

    @Test
    void another_kind_of_form_is_refused_in_plain_words() throws Exception {
        assertThat(send("/complain", "multipart/form-data; boundary=x", "--x--").statusCode())
                .isEqualTo(415);
        assertThat(send("/complain", "application/json", "{}").statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&&&",
                "=",
                "narrative",
                "narrative=%",
                "narrative=%zz&go=next",
                "from=%00&go=%0d%0a",
                "go=change.",
                "go=change.x"
            })
    void a_garbled_form_shows_a_page(String body) throws Exception {
        for (String path : List.of("/complain", "/complain/one-page", "/track")) {
            assertThat(send(path, "application/x-www-form-urlencoded", body).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void control_characters_are_left_out_and_the_rest_is_taken() throws Exception {
        HttpResponse<String> answer = form("/complain", complete("They\u0000 hit\u001b me\u0007. \ud83c\udfdb"));
        assertThat(answer.body()).contains("We have your complaint");
    }

    @Test
    void hostile_text_comes_back_as_text() throws Exception {
        String hostile = "\"><script>alert(1)</script></textarea><img src=x onerror=alert(1)>";
        HttpResponse<String> answer =
                form("/complain", Map.of("from", "happened", "go", "next", "narrative", hostile, "landmark", hostile));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void the_same_form_sent_at_once_gives_equal_receipts() throws Exception {
        String body = encoded(complete("They took my phone."));
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(CLIENT.sendAsync(
                            request("/complain", "application/x-www-form-urlencoded", body),
                            HttpResponse.BodyHandlers.ofString())
                    .thenApply(HttpResponse::body));
        }
        List<String> bodies =
                answers.stream().map(CompletableFuture::join).distinct().toList();
        assertThat(bodies).hasSize(1);
        assertThat(bodies.getFirst()).contains("We have your complaint");
    }

    @Test
    void another_text_under_the_same_code_is_offered_a_code_of_its_own() throws Exception {
        Map<String, String> first = complete("They took my phone.");
        form("/complain", first);
        Map<String, String> second = new java.util.HashMap<>(first);
        second.put("narrative", "They took my bicycle.");
        HttpResponse<String> answer = form("/complain", second);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("They took my bicycle.", "Nothing of it was changed")
                .doesNotContain(first.getOrDefault("code", ""));
    }

    @Test
    void the_receipt_is_never_compressed_nor_kept() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(url("/complain"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(complete("They took my phone."))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).contains("We have your complaint");
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void a_code_that_nobody_has_is_told_from_one_that_is_mistyped() throws Exception {
        String body =
                form("/track", Map.of("code", ReceiptCode.mint().grouped())).body();
        assertThat(body).contains("We do not know this number");
        assertThat(form("/track", Map.of("code", "1234 5678")).body()).contains("a digit is wrong");
        assertThat(form("/track", Map.of("code", "<script>")).body())
                .contains("a digit is wrong")
                .doesNotContain("<script>\"");
        assertThat(form("/track", Map.of("code", "1".repeat(1_000_000))).statusCode())
                .isEqualTo(200);
    }
}
