package redress.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports of the loopback address. Whoever asks must bind soon: a port can be taken in between. */
final class Ports {
    private Ports() {}

    /**
     * Below the ports that systems lend to outgoing connections: nobody's client takes one before a server binds it.
     */
    private static final int FIRST = 12_000;

    private static final int LAST = 31_999;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    static int free() {
        return free(FIRST, LAST);
    }

    /** A free port between two, both included. */
    static int free(int first, int last) {
        for (int attempt = 0; attempt < 500; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(first, last + 1);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new LaunchProblem("No free port on 127.0.0.1 between " + first + " and " + last);
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
        if (wished > 0 && wished < 65_536 && isFree(wished)) {
            GIVEN.add(wished);
            return wished;
        }
        return free();
    }
}
