package redress.launch;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Keycloak of one instance with the realm {@code redress}. The realm is imported again whenever its file or the
 * portal's address has changed, so that redirect addresses are exact; people keep their ids because the file fixes
 * them.
 */
public final class Keycloak {
    private static final Duration START = Duration.ofMinutes(10);

    private static final String ADMIN = "keeper";

    private final Child child;
    private final int port;
    private final String deskSecret;
    private final String scriptsSecret;

    private Keycloak(Child child, int port, String deskSecret, String scriptsSecret) {
        this.child = child;
        this.port = port;
        this.deskSecret = deskSecret;
        this.scriptsSecret = scriptsSecret;
    }

    static Keycloak start(Instance instance, Path realm, String publicUrl, int port) {
        Path dist = new Servers(instance.servers()).keycloak();
        Path home = home(instance, dist, realm, publicUrl);
        String desk = instance.secret("oidc-desk");
        String scripts = instance.secret("oidc-scripts");
        ProcessBuilder command = new ProcessBuilder(Servers.keycloakCommand(dist, home, options(port)));
        command.environment()
                .putAll(Map.of(
                        "REDRESS_PUBLIC_URL", publicUrl,
                        "REDRESS_DESK_SECRET", desk,
                        "REDRESS_SCRIPTS_SECRET", scripts,
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", instance.secret("keycloak-admin")));
        Keycloak keycloak = new Keycloak(Child.start("Keycloak", command, instance), port, desk, scripts);
        keycloak.child.await(START, () -> Http.status(keycloak.issuer() + "/.well-known/openid-configuration") == 200);
        return keycloak;
    }

    /** The server's process. */
    public Child process() {
        return child;
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The address of the server, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What tokens of the realm name as their issuer. */
    public String issuer() {
        return url() + "/realms/redress";
    }

    /** The secret of the client {@code redress-desk}. */
    public String deskSecret() {
        return deskSecret;
    }

    /** The secret of the client {@code redress-scripts}. */
    public String scriptsSecret() {
        return scriptsSecret;
    }

    /** An access token of the client for scripts. */
    public String scriptToken() {
        String form = "grant_type=client_credentials&client_id=redress-scripts&client_secret=" + scriptsSecret;
        String answer = Http.post(URI.create(issuer() + "/protocol/openid-connect/token"), form);
        int start = answer.indexOf("\"access_token\":\"") + 16;
        return answer.substring(start, answer.indexOf('"', start));
    }

    /** An access token of Keycloak's own administrator, to disable accounts and end sessions in tests. */
    public String adminToken(Instance instance) {
        String form = "grant_type=password&client_id=admin-cli&username=" + ADMIN + "&password="
                + instance.secret("keycloak-admin");
        String answer = Http.post(URI.create(url() + "/realms/master/protocol/openid-connect/token"), form);
        int start = answer.indexOf("\"access_token\":\"") + 16;
        return answer.substring(start, answer.indexOf('"', start));
    }

    private static List<String> options(int port) {
        return List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://127.0.0.1:" + port,
                "--hostname-strict=true",
                "--log-console-color=false");
    }

    /** A home of links to the shared program and of this instance's own data. */
    private static Path home(Instance instance, Path dist, Path realm, String publicUrl) {
        Path home = Folders.create(instance.folder().resolve("keycloak"));
        for (String shared : List.of("lib", "conf", "providers", "themes", "version.txt")) {
            Folders.link(home.resolve(shared), dist.resolve(shared));
        }
        String wanted = publicUrl + "\n" + Folders.read(realm);
        Path imported = home.resolve("imported");
        if (!Files.exists(imported) || !Folders.read(imported).equals(wanted)) {
            Folders.delete(home.resolve("data"));
            Folders.write(imported, wanted);
        }
        Folders.write(home.resolve("data/import/redress-realm.json"), Folders.read(realm));
        return home;
    }
}
