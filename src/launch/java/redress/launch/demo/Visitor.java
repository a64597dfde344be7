package redress.launch.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import redress.launch.LaunchProblem;

/** Somebody in front of a browser: keeps cookies apart for each port, as the JDK does not, and follows redirects. */
final class Visitor {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int MOST_REDIRECTS = 10;

    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    /** The body of an answer with one of these statuses. */
    String sent(HttpRequest request, Set<Integer> expected) {
        HttpResponse<String> answer = answer(request);
        for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() / 100 == 3; i++) {
            URI next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElse(""));
            answer = answer(HttpRequest.newBuilder(next).build());
        }
        if (!expected.contains(answer.statusCode())) {
            throw new LaunchProblem(request.uri().getPath() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<String> answer(HttpRequest request) {
        Map<String, String> jar = cookies.computeIfAbsent(request.uri().getAuthority(), origin -> new HashMap<>());
        HttpRequest.Builder sent = HttpRequest.newBuilder(request, (name, value) -> true);
        if (!jar.isEmpty()) {
            sent.header(
                    "Cookie",
                    jar.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = CLIENT.send(sent.build(), HttpResponse.BodyHandlers.ofString());
            for (String line : answer.headers().allValues("Set-Cookie")) {
                String[] pair = line.split(";", 2)[0].split("=", 2);
                jar.put(pair[0], pair.length > 1 ? pair[1] : "");
            }
            return answer;
        } catch (IOException e) {
            throw new LaunchProblem(request.uri().getPath() + " did not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchProblem("Interrupted while the papers of the demo were sent.", e);
        }
    }
}
