package redress.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Free ports of the loopback address. Whoever asks must bind soon: a port can be taken in between. */
final class Ports {
    private Ports() {}

    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on 127.0.0.1", e);
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The wished port; 0 asks for any free one. */
    static int require(int wished) {
        if (wished == 0) {
            return free();
        }
        if (!isFree(wished)) {
            throw new LaunchProblem(
                    "Port " + wished + " is in use. Choose another one: ./redress demo --port " + (wished + 100));
        }
        return wished;
    }

    /** The wished port where it is free, any other where it is not. */
    static int prefer(int wished) {
        return wished > 0 && wished < 65_536 && isFree(wished) ? wished : free();
    }
}
