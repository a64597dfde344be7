package redress.evidence;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a document leaves the house: as a file to keep, under a name that no header can be broken with (RFC 6266). */
final class HandingOutPages {

    private HandingOutPages() {}

    static Response answer(Folder.Opened opened) {
        String name = opened.document().name();
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String coded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return Response.ok(opened.content())
                .type(opened.document().kind().handedOutAs())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + coded)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
