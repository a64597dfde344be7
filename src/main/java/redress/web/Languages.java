package redress.web;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redress.wiring.Part;

/**
 * The languages that this deployment offers, in the order of the switch: of those that the configuration or else the
 * house style wants, the ones that have texts. English is always one of them.
 */
@Part
class Languages {

    private final List<Language> offered;

    @Inject
    Languages(HouseStyle style, Texts texts, @ConfigProperty(name = "redress.languages") Optional<String> configured) {
        List<Language> wanted = configured
                .map(tags -> Stream.of(tags.split(","))
                        .map(String::strip)
                        .map(Language::of)
                        .toList())
                .orElseGet(style::languages);
        wanted.stream().filter(language -> !texts.speaks(language)).forEach(Languages::leaveOut);
        offered = withEnglish(wanted.stream()
                .filter(texts::speaks)
                .map(Languages::sole)
                .distinct()
                .toList());
    }

    private static void leaveOut(Language language) {
        System.getLogger(Languages.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "The language {0} is not offered, since there are no texts in it",
                        language.tag());
    }

    /** English is one object, whatever the one who wants it calls it: it alone has no prefix in the path. */
    private static Language sole(Language language) {
        return language.tag().equals(Language.ENGLISH.tag()) ? Language.ENGLISH : language;
    }

    private static List<Language> withEnglish(List<Language> languages) {
        return languages.contains(Language.ENGLISH)
                ? languages
                : Stream.concat(Stream.of(Language.ENGLISH), languages.stream()).toList();
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
