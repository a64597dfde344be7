package redress.launch.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How people say when something happened, in three languages. */
final class Voice {

    private static final Locale BOSNIAN = Locale.forLanguageTag("bs-Latn-BA");
    private static final List<String> KRIO_DAYS =
            List.of("Mɔnde", "Tyusde", "Wɛnsde", "Tɔsde", "Frayde", "Satide", "Sɔnde");
    private static final List<String> BOSNIAN_DAYS =
            List.of("u ponedjeljak", "u utorak", "u srijedu", "u četvrtak", "u petak", "u subotu", "u nedjelju");
    private static final List<String> BOSNIAN_MONTHS = List.of(
            "januara",
            "februara",
            "marta",
            "aprila",
            "maja",
            "juna",
            "jula",
            "augusta",
            "septembra",
            "oktobra",
            "novembra",
            "decembra");
    private static final Map<Boolean, List<String>> PARTS_OF_DAY =
            Map.of(true, List.of("at night", "in the dark", "late"), false, List.of("in broad daylight", "at daytime"));

    private final Dice dice;

    Voice(Dice dice) {
        this.dice = dice;
    }

    String when(String language, Event event) {
        return switch (language) {
            case "en" -> english(event);
            case "kri" ->
                KRIO_DAYS.get(event.day().getDayOfWeek().getValue() - 1) + ", "
                        + event.day().getDayOfMonth() + " "
                        + event.day().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        + (event.night() ? " na nɛt" : "") + ", lɛk " + event.hour() + " oklɔk,";
            default -> bosnian(event);
        };
    }

    private String english(Event event) {
        LocalDate day = event.day();
        String weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        String month = day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        String part = dice.pick(PARTS_OF_DAY.getOrDefault(event.night(), List.of("late")));
        int minute = dice.between(0, 11) * 5;
        return switch (dice.between(0, 6)) {
            case 0 ->
                "on %s %d %s at about %d:%02d".formatted(weekday, day.getDayOfMonth(), month, event.hour(), minute);
            case 1 -> "on " + weekday + " the " + day.getDayOfMonth() + " of " + month + ", " + part + ",";
            case 2 ->
                "on " + day.format(DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT)) + " around "
                        + clock(event.hour());
            case 3 -> "in the month of " + month + ", on the " + day.getDayOfMonth() + ", near " + clock(event.hour());
            case 4 ->
                "on " + month + " " + day.getDayOfMonth() + ", " + day.getYear() + ", between " + clock(event.hour())
                        + " and " + clock(event.hour() + 1);
            case 5 -> "on a " + weekday + ", I think " + day.getDayOfMonth() + " " + month + ", " + part;
            default ->
                "on %s, %d %s %d, past %s"
                        .formatted(weekday, day.getDayOfMonth(), month, day.getYear(), clock(event.hour()));
        };
    }

    private static String clock(int hour) {
        int twelve = hour % 12 == 0 ? 12 : hour % 12;
        return twelve + (hour % 24 < 12 ? " in the morning" : hour % 24 < 18 ? " in the afternoon" : " at night");
    }

    private String bosnian(Event event) {
        LocalDate day = event.day();
        String weekday = BOSNIAN_DAYS.get(day.getDayOfWeek().getValue() - 1);
        String month = BOSNIAN_MONTHS.get(day.getMonthValue() - 1);
        String at = " oko " + event.hour() + " sati";
        return switch (dice.between(0, 2)) {
            case 0 -> weekday + " " + day.getDayOfMonth() + ". " + month + at;
            case 1 -> String.format(BOSNIAN, "%d.%d.%d.", day.getDayOfMonth(), day.getMonthValue(), day.getYear()) + at;
            default -> weekday + (event.night() ? " navečer, " : " preko dana, ") + day.getDayOfMonth() + ". " + month;
        };
    }
}
