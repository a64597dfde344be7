package redress.launch.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import redress.profile.Profile;

/**
 * What the generator starts from.
 *
 * @param profile the demo profile: places, categories, deadlines
 * @param words the folder with the word lists
 * @param seed the same seed gives the same records
 */
record Country(Profile profile, Path words, long seed) {

    /** The demo's present: nothing in it is later. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /** The first incident. */
    static final LocalDate BEGIN = LocalDate.of(2021, 11, 1);

    static final LocalDate FIRST_COMMAND = LocalDate.of(2016, 1, 1);

    static Country read(long seed) {
        return new Country(Profile.read(Path.of("config/profiles/demo")), Path.of("config/demo"), seed);
    }

    Dice dice(String stream) {
        return new Dice(seed, stream);
    }

    Wordbook words(String file) {
        return Wordbook.read(words.resolve(file));
    }
}
