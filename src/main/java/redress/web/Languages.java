package redress.web;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redress.wiring.Part;

/** The languages that this deployment offers, in the order of the switch; English is always one of them. */
@Part
class Languages {

    private final List<Language> offered;

    @Inject
    Languages(@ConfigProperty(name = "redress.languages", defaultValue = "en,bs,sr-Latn,sr-Cyrl") List<String> tags) {
        offered = Stream.concat(Stream.of("en"), tags.stream().map(String::strip))
                .distinct()
                .map(Language::of)
                .toList();
    }

    List<Language> offered() {
        return offered;
    }

    /** The language that a path begins with, English if none. */
    Language of(String path) {
        return offered.stream()
                .filter(language -> language != Language.ENGLISH)
                .filter(language -> path.equals(language.prefix()) || path.startsWith(language.prefix() + "/"))
                .findFirst()
                .orElse(Language.ENGLISH);
    }

    /** The path without the language in front of it; always begins with a slash. */
    static String bare(String path, Language language) {
        String rest = path.substring(language.prefix().length());
        return rest.startsWith("/") ? rest : "/" + rest;
    }
}
