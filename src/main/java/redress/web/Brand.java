package redress.web;

import gg.jte.Content;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redress.wiring.Part;

/**
 * How this deployment presents itself: its name, its mark and where the exit leads. The mark is an inline drawing under
 * one kilobyte, written by us or by the country profile, never by a visitor.
 */
@Part
class Brand {

    private static final String MARK = "<svg width=\"28\" height=\"28\" viewBox=\"0 0 28 28\" aria-hidden=\"true\""
            + " focusable=\"false\"><path d=\"M3 4h22v14H13l-6 6v-6H3z\" fill=\"none\" stroke=\"currentColor\""
            + " stroke-width=\"2.4\" stroke-linejoin=\"round\"/><path d=\"m9 11 3.4 3.4L19.5 8\" fill=\"none\""
            + " stroke=\"#e0a526\" stroke-width=\"2.8\"/></svg>";

    private final String name;
    private final String exit;

    @Inject
    Brand(
            @ConfigProperty(name = "redress.name", defaultValue = "Redress") String name,
            @ConfigProperty(name = "redress.exit.target", defaultValue = "https://www.bbc.co.uk/weather") String exit) {
        this.name = name;
        this.exit = exit;
    }

    String name() {
        return name;
    }

    Content mark() {
        return output -> output.writeContent(MARK);
    }

    /** Where a person lands who leaves in a hurry: something dull that anybody might look at. */
    String exit() {
        return exit;
    }
}
