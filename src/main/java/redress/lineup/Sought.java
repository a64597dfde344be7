package redress.lineup;

import java.util.ArrayList;
import java.util.List;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.web.Form;

/**
 * Whom somebody looks for.
 *
 * @param name the name as somebody spelt it, empty where none was told
 * @param badge a badge, service or plate number or a part of one, empty where none was told
 * @param complaint the number of a complaint for whose subject it is asked, or empty
 * @param subject the id of that subject, or empty
 */
record Sought(String name, String badge, String complaint, String subject) {

    private static final int LONGEST = 200;
    private static final int FEWEST_LETTERS = 2;

    /** Whether anything was asked at all. */
    static boolean in(Form form) {
        return form.answered("name") || form.answered("badge") || form.answered("complaint");
    }

    /**
     * Reads what was asked. Words with a digit in them are a part of a number where no number was told: people write
     * both into one field.
     */
    static Sought of(Form form) {
        List<FieldError> faults = new ArrayList<>();
        String name = text(form, "name", faults);
        String badge = text(form, "badge", faults);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        if (badge.isEmpty()) {
            badge = words(name, true);
            name = words(name, false);
        }
        return new Sought(
                name,
                badge,
                form.value("complaint").strip(),
                form.value("subject").strip());
    }

    /** The same question with what was told of the subject, where nothing was typed. */
    Sought or(String toldName, String toldBadge) {
        return asksSomething() ? this : new Sought(toldName, toldBadge, complaint, subject);
    }

    boolean asksSomething() {
        return !name.isEmpty() || !badge.isEmpty();
    }

    /** Refuses a question that asks for nothing, or for one letter. */
    void check() {
        long letters = name.chars().filter(Character::isLetter).count();
        if (!asksSomething()) {
            throw Problem.invalid(List.of(new FieldError("name", "lineup.fault.nothing")));
        }
        if (letters < FEWEST_LETTERS && badge.isEmpty()) {
            throw Problem.invalid(List.of(new FieldError("name", "lineup.fault.short")));
        }
    }

    private static String text(Form form, String field, List<FieldError> faults) {
        String text = form.value(field).strip();
        if (text.length() > LONGEST) {
            faults.add(new FieldError(field, "lineup.fault.long"));
        }
        return text;
    }

    private static String words(String text, boolean numbers) {
        List<String> words = new ArrayList<>();
        for (String word : text.split("\\s+")) {
            if (word.chars().anyMatch(Character::isDigit) == numbers) {
                words.add(word);
            }
        }
        return String.join(" ", words).strip();
    }
}
