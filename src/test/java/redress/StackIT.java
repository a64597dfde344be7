package redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redress.launch.Child;
import redress.launch.Listeners;

class StackIT extends PortalTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void nothing_listens_beyond_loopback() {
        List<Child> servers = stack().processes();
        assertThat(servers).extracting(Child::name).containsExactlyInAnyOrder("Database", "Keycloak", "Portal");
        for (Child server : servers) {
            assertThat(Listeners.of(server.pid()))
                    .as(server.name())
                    .isNotEmpty()
                    .allMatch(a -> a.getAddress().isLoopbackAddress());
        }
    }

    @Test
    void what_the_database_puts_aside_lies_in_the_folder_of_its_instance_where_no_other_server_deletes_it()
            throws Exception {
        try (Connection connection = jdbc();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT @@tmpdir")) {
            assertThat(found.next()).isTrue();
            assertThat(Path.of(found.getString(1)))
                    .startsWith(stack().instance().folder());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi/", "/health", "/health/ready", "/health/live", "/metrics"})
    void the_servers_own_pages_are_not_to_be_seen(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing-here", "/WEB-INF/web.xml", "/health", "/%2e%2e/x", "/api/v1/nothing-here"})
    void no_answer_names_the_server(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.headers().map().toString() + answer.body())
                .doesNotContainIgnoringCase("payara")
                .doesNotContainIgnoringCase("glassfish")
                .doesNotContainIgnoringCase("grizzly")
                .doesNotContainIgnoringCase("catalina");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO\r\n\r\n", "GET /%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "GET\r\n\r\n"})
    void a_broken_request_learns_no_name_either(String request) throws Exception {
        assertThat(raw(request))
                .doesNotContainIgnoringCase("payara")
                .doesNotContainIgnoringCase("glassfish")
                .doesNotContainIgnoringCase("grizzly");
    }

    @Test
    void keycloak_gives_the_client_for_scripts_a_token_for_the_api() {
        String claims = new String(
                java.util.Base64.getUrlDecoder().decode(scriptToken().split("\\.")[1]), StandardCharsets.UTF_8);
        assertThat(claims)
                .contains("\"iss\":\"" + keycloakUrl() + "/realms/redress\"")
                .contains("redress-api")
                .contains("\"roles\":[")
                .contains("auditor", "intake-officer");
    }

    @Test
    void keycloak_sends_the_desk_only_to_its_exact_address_and_only_with_a_challenge() throws Exception {
        String ask = keycloakUrl() + "/realms/redress/protocol/openid-connect/auth?response_type=code&scope=openid"
                + "&client_id=redress-desk&state=s&redirect_uri=" + baseUrl() + "/desk/callback";
        String challenge = "&code_challenge_method=S256&code_challenge=" + "A".repeat(43);
        assertThat(ask(ask + challenge).statusCode()).isEqualTo(200);
        assertThat(ask(ask + "/other" + challenge).statusCode()).isEqualTo(400);
        assertThat(ask(ask).headers().firstValue("location").orElse("")).contains("error=invalid_request");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return ask(baseUrl() + path);
    }

    private static HttpResponse<String> ask(String address) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", url("/").getPort()));
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
