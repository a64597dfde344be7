package redress.search;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Stands between a node and the cluster and hands on what is asked, but for what it is told to lose. */
final class Relay implements Closeable {

    /** What does not arrive: the request, or the answer to what was done. */
    enum Loss {
        NONE,
        REQUEST,
        ANSWER
    }

    private static final int TIMED_OUT = 504;

    private final URI cluster;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<Loss> next = new AtomicReference<>(Loss.NONE);
    private final AtomicReference<@Nullable String> late = new AtomicReference<>();
    private final List<String> searches = new CopyOnWriteArrayList<>();

    Relay(URI cluster) throws IOException {
        this.cluster = cluster;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handOn);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Loses this of the next move of the names. */
    void lose(Loss loss) {
        next.set(loss);
    }

    /** Tells of each search whose text holds this that its time ran out, whatever the cluster says. */
    void late(String said) {
        late.set(said);
    }

    /** The texts of the searches that were handed on. */
    List<String> searches() {
        return List.copyOf(searches);
    }

    /** The body of the answer as it is told. */
    private byte[] told(HttpExchange asked, byte[] body, byte[] answer) {
        if (!asked.getRequestURI().getPath().endsWith("/_search")) {
            return answer;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        searches.add(text);
        String said = late.get();
        return said == null || !text.contains(said)
                ? answer
                : new String(answer, StandardCharsets.UTF_8)
                        .replace("\"timed_out\":false", "\"timed_out\":true")
                        .getBytes(StandardCharsets.UTF_8);
    }

    private void handOn(HttpExchange asked) throws IOException {
        try (asked) {
            Loss loss = asked.getRequestURI().getPath().equals("/_aliases") ? next.getAndSet(Loss.NONE) : Loss.NONE;
            byte[] body = asked.getRequestBody().readAllBytes();
            if (loss == Loss.REQUEST) {
                asked.sendResponseHeaders(TIMED_OUT, -1);
                return;
            }
            HttpResponse<byte[]> answer = ask(asked, body);
            if (loss == Loss.ANSWER) {
                asked.sendResponseHeaders(TIMED_OUT, -1);
                return;
            }
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> asked.getResponseHeaders().set("Content-Type", type));
            byte[] told = told(asked, body, answer.body());
            asked.sendResponseHeaders(answer.statusCode(), told.length == 0 ? -1 : told.length);
            asked.getResponseBody().write(told);
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange asked, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(cluster.resolve(asked.getRequestURI()))
                .method(asked.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        String type = asked.getRequestHeaders().getFirst("Content-Type");
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException hurried) {
            throw new IOException(hurried);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
