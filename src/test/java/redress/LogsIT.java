package redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import redress.complaint.ReceiptCode;

/** Canaries go through every public door, well-formed and broken; none of them may come out in a log. */
class LogsIT extends PortalTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void no_log_holds_a_narrative_a_name_a_code_or_an_address() throws Exception {
        ReceiptCode code = ReceiptCode.mint();
        String narrative = "canarynarrative";
        String name = "Canaryperson";
        String complaint = "{\"receiptCode\":\"" + code.digits() + "\",\"narrative\":\"" + narrative
                + "\",\"officers\":[{\"name\":\"" + name + "\"}],\"contact\":{\"name\":\"" + name
                + "\",\"way\":\"phone\",\"address\":\"canaryaddress\"}}";
        assertThat(post("/api/v1/complaints", "application/json", complaint)).isEqualTo(201);
        assertThat(post("/api/v1/complaints", "application/json", complaint)).isEqualTo(201);
        post("/api/v1/complaints", "application/json", complaint.replace(narrative, narrative + " again"));
        post(
                "/api/v1/complaints",
                "application/json",
                "{\"narrative\":\"" + narrative + "\",\"harmed\":\"" + name + "\"}");
        post("/api/v1/complaints", "application/json", "{\"" + narrative + "\":");
        post("/api/v1/complaints", "text/" + name, narrative);
        post("/track", "application/x-www-form-urlencoded", "code=" + code.digits());
        post("/track", "application/x-www-form-urlencoded", "code=" + narrative);
        post("/complain", "application/x-www-form-urlencoded", "narrative=" + narrative + "&name=" + name);
        post("/complain/one-page", "application/x-www-form-urlencoded", "narrative=" + narrative + "&name=" + name);
        get("/api/v1/complaints/track?code=" + code.digits());
        get("/nothing/" + narrative + "?" + name);
        get("/api/v1/search?q=" + URLEncoder.encode(narrative + " \"(", StandardCharsets.UTF_8));
        get("/desk/complaints/" + name);
        for (Path log : logs()) {
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            assertThat(text)
                    .as(log.getFileName().toString())
                    .doesNotContainIgnoringCase(narrative)
                    .doesNotContainIgnoringCase(name)
                    .doesNotContainIgnoringCase("canaryaddress")
                    .doesNotContain(code.digits())
                    .doesNotContain(code.grouped());
        }
        assertThat(Files.readString(logFile(), StandardCharsets.ISO_8859_1))
                .as("the log that is searched is the one that is written")
                .contains("Payara");
    }

    private static List<Path> logs() throws Exception {
        try (Stream<Path> files = Files.list(logFile().toAbsolutePath().getParent())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static int post(String path, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        int status =
                CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        assertThat(status).as(path).isLessThan(500);
        return status;
    }

    private static void get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url(path))
                .header("Authorization", "Bearer " + scriptToken())
                .build();
        assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .as(path)
                .isLessThan(500);
    }
}
