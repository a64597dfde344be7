package redress;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import redress.container.RunningPortal;

/**
 * A browser without a screen, for tests of the desk: keeps cookies for each origin, follows redirects only when told,
 * and signs in through Keycloak's own form. It sends what a browser says of the origin of a form.
 */
public final class DeskBrowser {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final String portal = RunningPortal.stack().portal().url();

    /** A browser in which this person of the demo realm is signed in. */
    public static DeskBrowser signedIn(String login) {
        DeskBrowser browser = new DeskBrowser();
        HttpResponse<String> answer = browser.signIn(login, "/desk");
        if (browser.session() == null) {
            throw new AssertionError("no session for " + login + ": " + answer.statusCode());
        }
        return browser;
    }

    /** Signs in and gives the answer of the callback. */
    public HttpResponse<String> signIn(String login, String returnPath) {
        return get(callback(login, returnPath).toString());
    }

    /** Goes as far as Keycloak's answer and gives the address to which it leads back, which is not asked yet. */
    public URI callback(String login, String returnPath) {
        HttpResponse<String> begun = get(portal + "/desk/sign-in?return=" + encoded(returnPath));
        return callback(login, location(begun));
    }

    /** The same from an authorization request that was begun before. */
    public URI callback(String login, URI authorization) {
        HttpResponse<String> form = get(authorization.toString());
        if (form.statusCode() == 302) {
            return location(form);
        }
        Document page = Jsoup.parse(form.body(), authorization.toString());
        Element kc = page.selectFirst("form#kc-form-login");
        if (kc == null) {
            throw new AssertionError("no sign-in form: " + form.statusCode() + " " + page.text());
        }
        return location(
                post(kc.absUrl("action"), Map.of("username", login, "password", login + "-demo", "credentialId", "")));
    }

    /** Asks for an address; a path is one of the portal. */
    public HttpResponse<String> get(String address) {
        return send(request(address).GET());
    }

    /** Sends a form as a page of the same origin would. */
    public HttpResponse<String> post(String address, Map<String, String> form) {
        return post(address, form, Map.of("Sec-Fetch-Site", "same-origin"));
    }

    /** Sends a form with these headers. */
    public HttpResponse<String> post(String address, Map<String, String> form, Map<String, String> headers) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** The session's cookie, under the name for HTTPS or the one for trials; null without a session. */
    public String session() {
        Map<String, String> jar = jar(URI.create(portal));
        return jar.getOrDefault("__Host-sid", jar.get("redress-sid"));
    }

    /** Puts a session's cookie into the jar, under both names. */
    public void keepSession(String value) {
        jar(URI.create(portal)).put("__Host-sid", value);
        jar(URI.create(portal)).put("redress-sid", value);
    }

    /** The cookies of the portal, as a request sends them. */
    public String cookies() {
        return jar(URI.create(portal)).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Where an answer leads. */
    public static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("no redirect: " + answer.statusCode() + " " + answer.uri())));
    }

    private HttpRequest.Builder request(String address) {
        URI uri = URI.create(address.startsWith("/") ? portal + address : address);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
        String known = jar(uri).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return known.isEmpty() ? request : request.header("Cookie", known);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(line -> store(answer.uri(), line));
            return answer;
        } catch (IOException broken) {
            throw new AssertionError("no answer", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }

    private void store(URI from, String line) {
        String pair = line.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String name = pair.substring(0, equals);
        if (name.endsWith("sid")) {
            jar(from).remove("__Host-sid");
            jar(from).remove("redress-sid");
        }
        if (!line.contains("Max-Age=0")) {
            jar(from).put(name, pair.substring(equals + 1));
        }
    }

    private Map<String, String> jar(URI uri) {
        return cookies.computeIfAbsent(uri.getAuthority(), origin -> new HashMap<>());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
