package redress.web;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import redress.problem.Problem;

/** Reads a JSON object that a client sent, in UTF-8 and nothing else (RFC 8259, 8.1), with an end to what is taken. */
public final class JsonBody {

    /** Kept, since each call of the static methods of Json looks through every archive for a provider. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private JsonBody() {}

    /**
     * The object.
     *
     * @param told how many bytes were announced, -1 where that is not known
     * @throws Problem too large, or INVALID where it is not a JSON object in UTF-8
     */
    public static JsonObject read(InputStream body, long told) throws IOException {
        byte[] bytes = FormBody.bytes(body, told);
        // The parser has an exception of another kind for each of its limits: nesting, digits, exponents.
        FutureTask<JsonObject> reading = new FutureTask<>(() -> object(bytes));
        reading.run();
        if (reading.state() == Future.State.SUCCESS) {
            return reading.resultNow();
        }
        if (reading.exceptionNow() instanceof Error broken) {
            throw broken;
        }
        throw Problem.of(Problem.Kind.INVALID, "unreadable-json", "The body is not a JSON object in UTF-8.");
    }

    private static JsonObject object(byte[] body) throws CharacterCodingException {
        try (JsonReader reader = JSON.createReader(new StringReader(text(body)))) {
            return reader.readObject();
        }
    }

    /**
     * Bytes that are no letter must not become a question mark in what somebody tells; a byte order mark may stand
     * before it.
     */
    private static String text(byte[] body) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
