package redress.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import redress.wiring.Part;

/** Makes the view of a request, and lends it what all views share. */
@Part
class Views {

    private final Languages languages;
    private final Texts texts;
    private final Assets assets;
    private final Brand brand;
    private final ZoneId zone;

    @Inject
    Views(
            Languages languages,
            Texts texts,
            Assets assets,
            Brand brand,
            HouseStyle style,
            @ConfigProperty(name = "redress.zone") Optional<ZoneId> zone) {
        this.languages = languages;
        this.texts = texts;
        this.assets = assets;
        this.brand = brand;
        this.zone = zone.orElseGet(style::zone);
    }

    /** The view of a request as it was sent, whatever has been dispatched or rewritten since. */
    View of(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return of(failed == null ? request.getRequestURI() : failed.toString(), request.getQueryString());
    }

    View of(String uri, @Nullable String query) {
        Language language = languages.of(uri);
        return new View(this, language, Languages.bare(uri, language), query);
    }

    Languages languages() {
        return languages;
    }

    Texts texts() {
        return texts;
    }

    Assets assets() {
        return assets;
    }

    Brand brand() {
        return brand;
    }

    ZoneId zone() {
        return zone;
    }
}
