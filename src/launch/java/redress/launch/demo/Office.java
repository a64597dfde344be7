package redress.launch.demo;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redress.launch.LaunchProblem;

/** Sends the papers of the demo to the portal as its people would: signed in at the desk, or with a receipt code. */
final class Office {

    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String portal;
    private final Map<String, Visitor> people = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();

    Office(String portal) {
        this.portal = portal;
    }

    /** Sends one; what was sent before is not kept twice. */
    void send(Paper paper) {
        switch (paper.kind()) {
            case ARRIVAL -> arrive(paper);
            case MESSAGE, NOTE, LETTER -> write(paper);
            case PDF, SCAN, PHOTO, TEXT -> attach(paper);
        }
    }

    private void arrive(Paper paper) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("receiptCode", paper.complaint())
                .add("language", paper.head().get("language"))
                .add("narrative", paper.words())
                .add(
                        "incident",
                        Json.createObjectBuilder()
                                .add("date", paper.head().get("day"))
                                .add("precision", "DAY"))
                .add("institution", "police");
        String answer = new Visitor().sent(json("/api/v1/complaints", body), Set.of(201));
        numbers.put(paper.complaint(), between(answer, "\"number\":\"", "\""));
    }

    private void write(Paper paper) {
        String key = Integer.toHexString((paper.kind() + paper.words() + paper.head()).hashCode());
        JsonObjectBuilder body =
                Json.createObjectBuilder().add("text", paper.words()).add("key", "demo-" + key);
        if (paper.by().equals(Paper.COMPLAINANT)) {
            HttpRequest request = json("/api/v1/complaints/track/messages", body, "Receipt-Code", paper.complaint());
            new Visitor().sent(request, Set.of(201));
            return;
        }
        body.add("kind", paper.kind().name());
        paper.head().forEach(body::add);
        person(paper.by()).sent(json("/api/v1/complaints/" + number(paper) + "/records", body), Set.of(201));
    }

    private void attach(Paper paper) {
        String path = "/api/v1/complaints/" + number(paper) + "/documents";
        Visitor person = person(paper.by());
        byte[] content = Sheets.of(paper);
        if (person.sent(request(path).build(), Set.of(200)).contains(hash(content))) {
            return;
        }
        HttpRequest request = request(path + "?name=" + encoded(paper.head().getOrDefault("name", "document")))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
        person.sent(request, Set.of(201));
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK lacks SHA-256", e);
        }
    }

    private String number(Paper paper) {
        return numbers.getOrDefault(paper.complaint(), paper.complaint());
    }

    private Visitor person(String login) {
        return people.computeIfAbsent(login, this::signedIn);
    }

    /** Signs in through the form that a person fills in. */
    private Visitor signedIn(String login) {
        Visitor browser = new Visitor();
        String page = browser.sent(request("/desk/sign-in?return=%2Fdesk").build(), Set.of(200));
        Matcher form = FORM.matcher(page);
        if (!form.find()) {
            throw new LaunchProblem("Keycloak showed no form to sign in with.");
        }
        HttpRequest typed = HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=" + encoded(login) + "&password=" + encoded(login + "-demo") + "&credentialId="))
                .build();
        browser.sent(typed, Set.of(200));
        return browser;
    }

    private HttpRequest json(String path, JsonObjectBuilder body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.build().toString()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(portal + path))
                .timeout(PATIENCE)
                .header("Origin", portal);
    }

    private static String between(String text, String before, String after) {
        int start = text.indexOf(before) + before.length();
        return text.substring(start, text.indexOf(after, start));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
