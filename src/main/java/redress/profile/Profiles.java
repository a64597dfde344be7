package redress.profile;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the country's profile once and hands it to whoever injects it. */
@Singleton
class Profiles {

    private final Path folder;

    @Inject
    Profiles(@ConfigProperty(name = "redress.profile.dir") String folder) {
        this.folder = Path.of(folder);
    }

    @Produces
    @Singleton
    Profile profile() {
        return Profile.read(folder);
    }
}
