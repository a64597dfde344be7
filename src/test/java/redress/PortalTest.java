package redress;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import redress.container.RunningPortal;
import redress.launch.Stack;

/**
 * What an {@code *IT} extends: the real portal on the real servers, deployed once for the whole run and asked from
 * outside. All classes share one database; a test looks only at what it made itself.
 */
@ExtendWith(ArquillianExtension.class)
public abstract class PortalTest {

    /** The archive that Maven has packaged. */
    @Deployment(testable = false)
    public static WebArchive portal() {
        return ShrinkWrap.create(WebArchive.class, "redress.war");
    }

    /** The address of the portal, without a slash at the end. */
    protected static String baseUrl() {
        return stack().portal().url();
    }

    /** An address of the portal; the path starts with a slash. */
    protected static URI url(String path) {
        return URI.create(baseUrl() + path);
    }

    /** A connection to the portal's own database, as its own account. */
    protected static Connection jdbc() throws SQLException {
        return stack().database().connect();
    }

    /** The address of Keycloak, without a slash at the end. */
    protected static String keycloakUrl() {
        return stack().keycloak().url();
    }

    /** An access token of the client {@code redress-scripts} (auditor, intake officer). */
    protected static String scriptToken() {
        return stack().keycloak().scriptToken();
    }

    /** Where the portal keeps its index and keys. */
    protected static Path dataDir() {
        return stack().instance().data();
    }

    /** What the portal logs. */
    protected static Path logFile() {
        return stack().portal().process().log();
    }

    /** The three servers, for tests that look at processes or end them. */
    protected static Stack stack() {
        return RunningPortal.stack();
    }
}
