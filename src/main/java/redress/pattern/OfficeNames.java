package redress.pattern;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redress.names.NameBook;
import redress.names.NameList;
import redress.wiring.Part;

/** The book of names of the office: the list in the folder of its profile, read once. */
@Part
class OfficeNames {

    private static final String LIST = "names.txt";

    private final NameBook book;

    @Inject
    OfficeNames(@ConfigProperty(name = "redress.profile.dir") String folder) {
        book = NameBook.of(list(Path.of(folder, LIST)));
    }

    private static NameList list(Path file) {
        if (!Files.exists(file)) {
            return NameList.EMPTY;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            return NameList.read(reader);
        } catch (IOException unread) {
            throw new UncheckedIOException("the list of names cannot be read", unread);
        }
    }

    NameBook book() {
        return book;
    }
}
