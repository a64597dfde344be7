package redress.profile;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redress.names.NameBook;
import redress.names.NameList;

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

    @Produces
    @Singleton
    NameBook names() {
        return names(folder);
    }

    /** The book of names of a country; one without equal names where the folder has no list. */
    static NameBook names(Path folder) {
        Path list = folder.resolve("names.txt");
        if (!Files.exists(list)) {
            return NameBook.of(NameList.EMPTY);
        }
        try (Reader reader = Files.newBufferedReader(list)) {
            return NameBook.of(NameList.read(reader));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw BrokenProfile.in(list.toString(), String.valueOf(unreadable.getMessage()));
        }
    }
}
