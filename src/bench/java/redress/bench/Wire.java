package redress.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A client of HTTP/1.1 over one connection, kept as long as the server keeps it, that does next to nothing, because it
 * shares the machine with what it measures: it sends a request, reads the answer to its end and tells the status. It
 * trusts the server, which is ours or a yardstick.
 */
final class Wire implements AutoCloseable {

    /** A server ends a connection on which nothing comes for a while. */
    private static final long IDLE_NANOS = 5_000_000_000L;

    /** A server that has not begun its answer by then has broken down; the run ends instead of waiting for ever. */
    private static final int LONGEST_ANSWER_MILLIS = 600_000;

    private final URI address;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean over;
    private long used = System.nanoTime();
    private byte[] body = new byte[0];

    /** Connects to an address such as http://127.0.0.1:8080. */
    Wire(String address) throws IOException {
        this.address = URI.create(address);
        socket = connect();
        in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
        out = socket.getOutputStream();
    }

    private Socket connect() throws IOException {
        Socket connected = new Socket(address.getHost(), address.getPort());
        connected.setTcpNoDelay(true);
        connected.setSoTimeout(LONGEST_ANSWER_MILLIS);
        return connected;
    }

    /** Sends a body and waits for the whole answer; gives its status. */
    int post(String path, String type, String text) throws IOException {
        return send("POST " + path, "Content-Type: " + type + "\r\n", text);
    }

    /**
     * Sends a request and waits for the whole answer; gives its status.
     *
     * @param what method and path
     * @param headers each with its end of line
     */
    int send(String what, String headers, String text) throws IOException {
        byte[] sent = text.getBytes(StandardCharsets.UTF_8);
        if (over || System.nanoTime() - used > IDLE_NANOS) {
            socket.close();
            socket = connect();
            in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            out = socket.getOutputStream();
        }
        String head = what + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + headers + "Content-Length: "
                + sent.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[start.length + sent.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(sent, 0, all, start.length, sent.length);
        out.write(all);
        out.flush();
        int status = answer();
        used = System.nanoTime();
        return status;
    }

    /** The body of the last answer. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private int answer() throws IOException {
        over = false;
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
            over |= lower.startsWith("connection:") && lower.contains("close");
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        if (chunked) {
            ByteArrayOutputStream pieces = new ByteArrayOutputStream();
            for (int size = size(); size > 0; size = size()) {
                pieces.write(in.readNBytes(size));
                line();
            }
            line();
            body = pieces.toByteArray();
        } else {
            body = in.readNBytes(length);
        }
        return status;
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server ended the connection.");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
