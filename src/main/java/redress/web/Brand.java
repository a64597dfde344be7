package redress.web;

import gg.jte.Content;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redress.wiring.Part;

/**
 * How this deployment presents itself: its name, who runs it, its mark and where the exit leads. What the configuration
 * does not say the house style does.
 */
@Part
class Brand {

    private final HouseStyle style;
    private final Optional<String> name;
    private final String exit;

    @Inject
    Brand(
            HouseStyle style,
            @ConfigProperty(name = "redress.name") Optional<String> name,
            @ConfigProperty(name = "redress.exit.target") Optional<String> exit) {
        this.style = style;
        this.name = name;
        this.exit = exit.orElseGet(() -> style.exit().toString());
    }

    String name(Language language) {
        return name.orElseGet(() -> style.name(language));
    }

    String commission(Language language) {
        return style.commission(language);
    }

    boolean trial() {
        return style.trial();
    }

    Content mark() {
        return output -> output.writeContent(style.mark());
    }

    /** Where a person lands who leaves in a hurry. */
    String exit() {
        return exit;
    }
}
