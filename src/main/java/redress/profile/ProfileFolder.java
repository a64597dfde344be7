package redress.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redress.profile.Profile.Colours;
import redress.profile.Profile.Contact;
import redress.profile.Profile.Language;

/** Reads {@code profile.yaml} and the lists beside it into one checked {@link Profile}. */
final class ProfileFolder {

    private static final int LARGEST_MARK = 1024;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final double TEXT_CONTRAST = 4.5;
    private static final double SHAPE_CONTRAST = 3;
    private static final String WHITE = "#ffffff";

    private final Path folder;

    ProfileFolder(Path folder) {
        this.folder = folder;
    }

    Profile read() {
        if (!Files.isDirectory(folder)) {
            throw BrokenProfile.in(folder.toString(), "there is no such folder (redress.profile.dir).");
        }
        Yaml root = Yaml.read(folder.resolve("profile.yaml"));
        List<Language> languages = languages(root.require("languages"));
        Words words = new Words(languages.stream().map(Language::tag).toList());
        CodeLists lists = new CodeLists(folder, words);
        List<Labels> levels =
                root.require("levels").items().stream().map(words::of).toList();
        List<Category> categories = lists.categories(groups(root.require("groups"), words));
        Map<String, ClockStep> clock = clock(root.require("clock"), words);
        return new Profile(
                words.of(root.require("name")),
                words.of(root.require("commission")),
                words.of(root.require("country")),
                status(root.require("status")),
                mark(root.require("mark")),
                colours(root.require("colours")),
                languages,
                contact(root.require("contact"), words),
                address(root.require("quick_exit")),
                zone(root.require("time_zone")),
                levels,
                lists.institutions(jurisdiction(root.require("jurisdiction"), words)),
                lists.places(levels.size()),
                categories,
                referrals(root.require("referral"), words, categories, clock),
                clock,
                OfficeCalendar.read(root.require("calendar")),
                root.require("publication").require("threshold").whole(1),
                root.require("publication").require("population_floor").whole(0),
                watches(root.require("watches")));
    }

    private static WatchRules watches(Yaml yaml) {
        return new WatchRules(
                yaml.require("complaints").whole(1),
                yaml.require("within_days").whole(1),
                yaml.require("usual_days").whole(1),
                yaml.require("longest_days").whole(1),
                yaml.require("effect_after_months").whole(1));
    }

    private static List<Language> languages(Yaml yaml) {
        List<Language> languages = yaml.items().stream()
                .map(l -> new Language(
                        l.require("tag").text(),
                        l.require("name").text(),
                        l.find("right_to_left")
                                .map(r -> r.text().equals("true"))
                                .orElse(false)))
                .toList();
        if (languages.isEmpty()) {
            throw yaml.broken("at least one language must be offered.");
        }
        return languages;
    }

    private static String status(Yaml yaml) {
        if (!Set.of("demo", "draft", "checked").contains(yaml.text())) {
            throw yaml.broken("\"status\" must be demo, draft or checked.");
        }
        return yaml.text();
    }

    private static String mark(Yaml yaml) {
        String mark = yaml.text();
        if (mark.getBytes(StandardCharsets.UTF_8).length >= LARGEST_MARK) {
            throw yaml.broken("the mark must be smaller than 1 kB.");
        }
        // It is written into pages as it stands, so it may hold shapes and nothing that runs or loads.
        if (!mark.startsWith("<svg ")
                || !mark.endsWith("</svg>")
                || FORBIDDEN_IN_MARK.matcher(mark).find()) {
            throw yaml.broken("the mark must be one <svg> of plain shapes.");
        }
        return mark;
    }

    private static final Pattern FORBIDDEN_IN_MARK = Pattern.compile(
            "<(?!/?(svg|path|rect|circle|g|polygon|line|title)[ >/])|\\bon\\w+\\s*=|href|style|url\\(|&");

    private static Colours colours(Yaml yaml) {
        Colours colours = new Colours(
                colour(yaml, "ink"),
                colour(yaml, "paper"),
                colour(yaml, "primary"),
                colour(yaml, "accent"),
                colour(yaml, "danger"),
                colour(yaml, "focus"));
        readable(yaml, "ink on paper", Contrast.between(colours.ink(), colours.paper()), TEXT_CONTRAST);
        readable(yaml, "primary on paper", Contrast.between(colours.primary(), colours.paper()), TEXT_CONTRAST);
        readable(yaml, "white on primary", Contrast.between(WHITE, colours.primary()), TEXT_CONTRAST);
        readable(yaml, "danger on paper", Contrast.between(colours.danger(), colours.paper()), TEXT_CONTRAST);
        readable(yaml, "white on danger", Contrast.between(WHITE, colours.danger()), TEXT_CONTRAST);
        readable(yaml, "ink on focus", Contrast.between(colours.ink(), colours.focus()), TEXT_CONTRAST);
        readable(yaml, "accent on ink", Contrast.between(colours.accent(), colours.ink()), SHAPE_CONTRAST);
        return colours;
    }

    private static String colour(Yaml yaml, String name) {
        Yaml colour = yaml.require(name);
        if (!COLOUR.matcher(colour.text()).matches()) {
            throw colour.broken("\"" + name + "\" must be a colour like #0b5d5e.");
        }
        return colour.text();
    }

    private static void readable(Yaml yaml, String pair, double contrast, double least) {
        if (contrast < least) {
            throw yaml.broken("%s has a contrast of %.2f and needs %.1f.".formatted(pair, contrast, least));
        }
    }

    private static Contact contact(Yaml yaml, Words words) {
        return new Contact(
                yaml.require("phone").text(),
                yaml.require("offices").items().stream().map(words::of).toList());
    }

    private static URI address(Yaml yaml) {
        try {
            URI address = new URI(yaml.text());
            if ("https".equals(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException e) {
            // told below, with the line
        }
        throw yaml.broken("\"quick_exit\" must be an address that begins with https.");
    }

    private static ZoneId zone(Yaml yaml) {
        try {
            return ZoneId.of(yaml.text());
        } catch (DateTimeException e) {
            throw yaml.broken("\"time_zone\" must be a zone like Africa/Freetown.");
        }
    }

    private static Map<String, Labels> groups(Yaml yaml, Words words) {
        return yaml.entries().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> words.of(e.getValue())));
    }

    /** Who takes what is not ours, by institution; an institution that is not named here is ours. */
    private static Map<String, Labels> jurisdiction(Yaml yaml, Words words) {
        Map<String, Labels> others = new HashMap<>();
        yaml.items()
                .forEach(rule -> others.put(rule.require("institution").text(), words.of(rule.require("refer_to"))));
        return others;
    }

    private static Map<String, ClockStep> clock(Yaml yaml, Words words) {
        Map<String, ClockStep> clock = new LinkedHashMap<>();
        yaml.entries()
                .forEach((code, step) -> clock.put(
                        code,
                        new ClockStep(
                                code,
                                step.require("starts").oneOf(ClockStep.Start.class),
                                step.require("amount").whole(1),
                                step.require("unit").oneOf(ClockStep.Unit.class),
                                step.require("owes").text(),
                                words.of(step.require("label")))));
        return clock;
    }

    private static List<ReferralRule> referrals(
            Yaml yaml, Words words, List<Category> categories, Map<String, ClockStep> clock) {
        Set<String> known = categories.stream().map(Category::code).collect(Collectors.toSet());
        return yaml.items().stream()
                .map(rule -> referral(rule, words, known, clock.keySet()))
                .toList();
    }

    private static ReferralRule referral(Yaml rule, Words words, Set<String> categories, Set<String> steps) {
        Set<String> named = rule.require("categories").items().stream()
                .map(c -> named(c, categories, "category"))
                .collect(Collectors.toSet());
        @Nullable String injury = rule.find("injury").map(Yaml::text).orElse(null);
        return new ReferralRule(
                rule.require("code").text(),
                named,
                injury,
                rule.require("severity").whole(1),
                words.of(rule.require("to")),
                named(rule.require("step"), steps, "clock step"));
    }

    private static String named(Yaml code, Set<String> known, String what) {
        if (!known.contains(code.text())) {
            throw code.broken("there is no " + what + " \"" + code.text() + "\".");
        }
        return code.text();
    }
}
