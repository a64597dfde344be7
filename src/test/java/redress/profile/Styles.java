package redress.profile;

import java.nio.file.Path;
import redress.web.HouseStyle;

/** The house styles of the shipped profiles. */
public final class Styles {

    private Styles() {}

    /** The style of the profile in that folder of {@code config/profiles}. */
    public static HouseStyle of(String country) {
        return new CountryStyle(Profile.read(Path.of("config/profiles", country)));
    }
}
