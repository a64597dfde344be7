package redress.evidence;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A network with nothing in it for the reader, where the system lets an account make one (Linux, user namespaces). A
 * document can then call nobody, whatever it makes of its parser. Asked once.
 */
final class Seclusion {

    private static final List<String> UNSHARE = List.of("unshare", "--user", "--map-current-user", "--net", "--");
    private static final List<String> PREFIX = possible() ? UNSHARE : List.of();

    private Seclusion() {}

    /** What stands before the command of the reader; nothing where it is not possible. */
    static List<String> prefix() {
        return PREFIX;
    }

    private static boolean possible() {
        try {
            Process probe = new ProcessBuilder("unshare", "--user", "--map-current-user", "--net", "--", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = probe.waitFor(10, TimeUnit.SECONDS);
            boolean possible = ended && probe.exitValue() == 0;
            System.getLogger(Seclusion.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            possible
                                    ? "Documents are read without a network."
                                    : "Documents are read with the network of this account: unshare is not allowed.");
            return possible;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
