package redress.launch.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redress.profile.Profile;

/** Composes the words of a complaint from sentence frames, so that no two are alike and none is graphic. */
final class Narrator {

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final Pattern SENTENCE_START = Pattern.compile("(^|(?<!\\d)[.!?]\\s+\"?)(\\p{Ll})");
    private static final Set<String> WOMEN = Set.of("my sister", "my daughter", "my mother", "my wife", "my niece");
    /** Slots that are filled anew each time they stand in a story. */
    private static final Set<String> VARYING =
            Set.of("amount", "amount2", "span", "count", "short", "hours", "days", "long");

    private static final Set<String> OF_KIN = Set.of("death_custody", "death_force", "disappearance");
    private static final Set<String> VIA_FAMILY_ONLY = Set.of("prisons");

    private final Profile profile;
    private final Dice dice;
    private final Voice voice;
    private final Map<String, Wordbook> frames = new LinkedHashMap<>();
    private final Wordbook planted;
    private final Wordbook words;

    Narrator(Country country) {
        this.profile = country.profile();
        this.dice = country.dice("stories");
        this.voice = new Voice(dice);
        List.of("en", "kri", "bs").forEach(l -> frames.put(l, country.words("stories-" + l + ".yaml")));
        this.planted = country.words("stories-planted.yaml");
        this.words = country.words("words.yaml");
    }

    /** Who was harmed, as the teller says it. */
    private record Who(boolean family, String name, String sex) {

        String harmed() {
            if (!family) {
                return "SELF";
            }
            return name.equals("our neighbour") ? "KNOWN" : "FAMILY";
        }
    }

    /** @param officer how the complainant calls the officer, where that is known */
    Story tell(Event event, Optional<String> officer) {
        String tongue = tongue(event);
        String script = script(tongue);
        Who who = who(event, tongue);
        Map<String, String> fixed = new LinkedHashMap<>();
        officer.ifPresent(o -> fixed.put("officer", o));
        fixed.put("subj", who.name());
        fixed.put("obj", who.family() ? who.name() : "me");
        fixed.put("poss", who.family() ? who.name() + "'s" : "my");
        if (who.family()) {
            fixed.put("kin", who.name());
        }
        fixed.put("place", profile.findPlace(event.unit().place()).orElseThrow().name());
        String text = fill(sentences(event, tongue), tongue, event, fixed);
        return new Story(script, who.harmed(), who.sex(), written(text, script));
    }

    private Who who(Event event, String tongue) {
        // Only the English frames can tell of somebody else.
        if (!tongue.equals("en")) {
            return new Who(false, "I", "MALE");
        }
        if (ofKin(event)) {
            return new Who(true, dice.pick(words.part("en").texts("kin")), "MALE");
        }
        if (dice.chance(familyShare(event))) {
            String name = dice.pick(words.part("en").texts("relatives"));
            return new Who(true, name, WOMEN.contains(name) ? "FEMALE" : "MALE");
        }
        return new Who(false, "I", dice.chance(0.38) ? "FEMALE" : "MALE");
    }

    private static boolean ofKin(Event event) {
        return event.categories().stream().anyMatch(OF_KIN::contains);
    }

    private static double familyShare(Event event) {
        return VIA_FAMILY_ONLY.contains(event.unit().institution()) ? 0.75 : 0.3;
    }

    /** The language in which it is told: that of the area, where there are frames for what happened. */
    private String tongue(Event event) {
        String region = event.unit().region().substring(0, 2);
        String local = region.equals("BA") ? "bs" : "kri";
        double share = switch (region) {
            case "BA" -> 0.62;
            case "SL" -> 0.3;
            default -> 0.06;
        };
        return speaks(event, local) && dice.chance(share) ? local : "en";
    }

    private boolean speaks(Event event, String local) {
        return event.pattern() == Event.Pattern.NONE
                && !event.unit().institution().equals("prisons")
                && event.categories().stream().allMatch(frames.getOrDefault(local, planted)::has);
    }

    private String script(String tongue) {
        if (!tongue.equals("bs")) {
            return tongue;
        }
        return dice.chance(0.5) ? "bs" : dice.chance(0.5) ? "sr-Latn" : "sr-Cyrl";
    }

    private String sentences(Event event, String tongue) {
        Wordbook book = frames.getOrDefault(tongue, planted);
        List<String> sentences = new ArrayList<>();
        if (event.pattern() == Event.Pattern.NONE) {
            String prison = event.unit().institution().equals("prisons") ? "@prison" : "";
            sentences.add(dice.pick(book.texts(book.has("opening" + prison) ? "opening" + prison : "opening")));
            event.categories()
                    .forEach(c -> sentences.add(dice.pick(book.texts(book.has(c + prison) ? c + prison : c))));
        } else {
            Wordbook frame = planted.part(event.pattern().name().toLowerCase(Locale.ROOT));
            List.of("opening", "event", "mark").forEach(part -> sentences.add(dice.pick(frame.texts(part))));
        }
        details(book, sentences);
        sentences.add(dice.pick(book.texts("closing")));
        return String.join(" ", sentences.stream().filter(s -> !s.isEmpty()).toList());
    }

    private void details(Wordbook book, List<String> sentences) {
        int details = dice.between(0, 2);
        for (int i = 0; i < details; i++) {
            String detail = dice.pick(book.texts("detail"));
            if (!sentences.contains(detail)) {
                sentences.add(dice.chance(0.3) ? 1 : sentences.size(), detail);
            }
        }
        if (dice.chance(0.8)) {
            sentences.add(dice.pick(book.texts("aftermath")));
        }
    }

    private String fill(String text, String tongue, Event event, Map<String, String> fixed) {
        Matcher slots = SLOT.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (slots.find()) {
            String slot = slots.group(1);
            String value = fixed.get(slot);
            if (value == null) {
                value = value(slot, tongue, event);
                // The same ride, item and people all through one story.
                if (!VARYING.contains(slot)) {
                    fixed.put(slot, value);
                }
            }
            slots.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        slots.appendTail(filled);
        Matcher starts = SENTENCE_START.matcher(filled.toString().replace(",,", ","));
        return starts.replaceAll(
                m -> Matcher.quoteReplacement(m.group(1) + m.group(2).toUpperCase(Locale.ROOT)));
    }

    private String value(String slot, String tongue, Event event) {
        Wordbook book = words.part(tongue);
        return switch (slot) {
            case "when" -> voice.when(tongue, event);
            case "amount", "amount2" -> dice.between(2, 60) * 50 + " velms";
            case "count" -> String.valueOf(dice.between(2, 14));
            case "digits" -> String.valueOf(dice.between(100, 999));
            case "force", "officer" ->
                dice.pick(book.part(slot).texts(event.unit().institution()));
            default -> dice.pick(book.texts(slot));
        };
    }

    private String written(String text, String script) {
        if (!script.startsWith("sr")) {
            return text;
        }
        String serbian = text;
        for (List<String> pair : frames.getOrDefault("bs", planted).rows("ekavian")) {
            serbian = serbian.replace(pair.getFirst(), pair.getLast());
        }
        serbian = serbian.replace("ponedjeljak", "ponedeljak")
                .replace("srijedu", "sredu")
                .replace("nedjelju", "nedelju");
        return script.equals("sr-Cyrl") ? Names.cyrillic(serbian) : serbian;
    }
}
