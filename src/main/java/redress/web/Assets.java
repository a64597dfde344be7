package redress.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import redress.wiring.Part;

/** The style sheets and scripts as the build wrote them: each under a name that changes with its content. */
@Part
class Assets {

    private final Properties hashed = new Properties();

    Assets() {
        try (InputStream in = Assets.class.getResourceAsStream("/web/assets.properties")) {
            if (in != null) {
                hashed.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path under which an asset is served for a year. */
    String url(String name) {
        return "/assets/" + hashed.getProperty(name, name);
    }

    /** The bytes of a served file, compressed or not; empty unless the build wrote it. */
    Optional<InputStream> open(String file, boolean compressed) {
        return hashed.containsValue(file)
                ? Optional.ofNullable(
                        Assets.class.getResourceAsStream("/web/assets/" + file + (compressed ? ".gz" : "")))
                : Optional.empty();
    }
}
