package redress.planted;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws one document: what is usual at its station, and over it the habit of a series where it belongs to one. */
final class PlantedDrawing {

    /** Places of a station. */
    static final int PLACES = 5;

    private static final double TRAIT_NOTICED = 0.6;
    private static final double NAMED_IN_SERIES = 0.5;
    private static final double WORD_SAID = 0.4;
    private static final double NUMBER_READ = 0.4;
    private static final double BADGE_READ = 0.2;
    private static final int DAYS_OF_A_SERIES = 150;

    private static final double MEDIAN_WORDS = 100;
    private static final double SPREAD_OF_WORDS = 0.45;
    private static final int FEWEST_WORDS = 30;
    private static final int MOST_WORDS = 400;
    private static final double OF_TOPIC = 0.12;
    private static final int TOPICS_FROM = 300;
    private static final int WORDS_OF_TOPIC = 60;
    private static final double PHRASE_SAID = 0.33;

    private final PlantedWords words;
    private final PlantedUnits units;
    private final SplittableRandom random;

    PlantedDrawing(PlantedWords words, PlantedUnits units, SplittableRandom random) {
        this.words = words;
        this.units = units;
        this.random = random;
    }

    PlantedDocument document(int number, @Nullable PlantedHabit habit) {
        int unit = habit == null ? units.drawn(random) : habit.unit();
        int topic = random.nextInt(PlantedCorpus.CATEGORIES);
        String category = habit != null && noticed() ? habit.category() : PlantedCorpus.category(topic);
        int place = habit != null && noticed() ? habit.place() : random.nextInt(PLACES);
        LocalDate date =
                habit == null ? date(unit, category) : habit.from().atDay(1).plusDays(random.nextInt(DAYS_OF_A_SERIES));
        return new PlantedDocument(
                number,
                units.units().get(unit).key(),
                "u" + unit + "p" + place,
                latitude(unit, place),
                longitude(unit, place),
                date,
                hour(habit),
                category,
                narrative(unit, category, habit),
                names(habit),
                badges(habit),
                vehicles(habit),
                description(habit),
                random.nextInt(Integer.MAX_VALUE));
    }

    private boolean noticed() {
        return random.nextDouble() < TRAIT_NOTICED;
    }

    private static double latitude(int unit, int place) {
        return 7 + unit % 40 * 0.1 + place * 0.008;
    }

    private static double longitude(int unit, int place) {
        return -13 + unit / 40 * 0.1 + place * 0.005;
    }

    private LocalDate date(int unit, String category) {
        Planted.Change change = units.changes().get(unit);
        int month = random.nextInt(PlantedUnits.MONTHS);
        if (change != null && change.category().equals(category)) {
            int quiet = (int) PlantedUnits.FIRST.until(change.from(), java.time.temporal.ChronoUnit.MONTHS);
            int drawn = random.nextInt(2 * PlantedUnits.MONTHS - quiet);
            month = drawn < quiet ? drawn : quiet + (drawn - quiet) / 2;
        }
        YearMonth in = PlantedUnits.FIRST.plusMonths(month);
        return in.atDay(1 + random.nextInt(in.lengthOfMonth()));
    }

    private int hour(@Nullable PlantedHabit habit) {
        if (habit != null && noticed()) {
            return (habit.hour() + 23 + random.nextInt(3)) % 24;
        }
        return random.nextInt(3) == 0 ? random.nextInt(24) : (14 + random.nextInt(11)) % 24;
    }

    private String narrative(int unit, String category, @Nullable PlantedHabit habit) {
        int length = (int) (MEDIAN_WORDS * Math.exp(SPREAD_OF_WORDS * PlantedUnits.gaussian(random)));
        int topic = TOPICS_FROM + Integer.parseInt(category.substring("category".length())) * WORDS_OF_TOPIC;
        List<String> text = new ArrayList<>();
        for (int i = 0; i < Math.clamp(length, FEWEST_WORDS, MOST_WORDS); i++) {
            boolean ofTopic = random.nextDouble() < OF_TOPIC;
            text.add(ofTopic ? words.between(topic, topic + WORDS_OF_TOPIC, random) : words.drawn(random));
        }
        Planted.Phrase phrase = units.phrases().get(unit);
        if (phrase != null && random.nextDouble() < PHRASE_SAID) {
            text.add(random.nextInt(text.size()), phrase.words());
        }
        if (habit != null) {
            for (String word : habit.words()) {
                if (random.nextDouble() < WORD_SAID) {
                    text.add(random.nextInt(text.size()), word);
                }
            }
        }
        return String.join(" ", text);
    }

    private List<String> names(@Nullable PlantedHabit habit) {
        if (habit == null) {
            return random.nextBoolean() ? List.of(PlantedPeople.anybody(random)) : List.of();
        }
        return habit.spellings() != null && random.nextDouble() < NAMED_IN_SERIES
                ? List.of(PlantedPeople.pick(habit.spellings(), random))
                : List.of();
    }

    private List<String> vehicles(@Nullable PlantedHabit habit) {
        boolean read = random.nextDouble() < (habit == null ? 0.15 : NUMBER_READ);
        String plate = habit == null ? PlantedPeople.plate(random) : habit.plate();
        return read ? List.of(PlantedPeople.glimpsed(plate, random)) : List.of();
    }

    private List<String> badges(@Nullable PlantedHabit habit) {
        boolean read = random.nextDouble() < (habit == null ? 0.1 : BADGE_READ);
        String badge = habit == null ? PlantedPeople.badge(random) : habit.badge();
        return read ? List.of(PlantedPeople.glimpsed(badge, random)) : List.of();
    }

    private List<String> description(@Nullable PlantedHabit habit) {
        List<String> traits = new ArrayList<>();
        if (habit != null) {
            habit.description().stream()
                    .filter(trait -> random.nextDouble() < WORD_SAID)
                    .forEach(traits::add);
        }
        int others = random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 0;
        for (int i = 0; i < others; i++) {
            traits.add(PlantedPeople.trait(random));
        }
        return traits.stream().distinct().toList();
    }
}
