package redress.lineup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
    /** Words with a digit in them that stand side by side. */
    private static final Pattern NUMBER =
            Pattern.compile("[^\\s,;&]*\\p{Nd}[^\\s,;&]*(?:\\s+[^\\s,;&]*\\p{Nd}[^\\s,;&]*)*");
    /** What is left hanging where a number was taken out. */
    private static final Pattern AROUND = Pattern.compile("^[\\s,;&]+|[\\s,;&]+$|\\s+(?=[,;])");

    private static final Pattern BLANK = Pattern.compile("\\s+");

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
        return apart(
                name,
                badge,
                form.value("complaint").strip(),
                form.value("subject").strip());
    }

    /** The numbers that stand in the name are those looked for, unless one was told beside it. */
    private static Sought apart(String name, String badge, String complaint, String subject) {
        if (!badge.isEmpty()) {
            return new Sought(name, badge, complaint, subject);
        }
        String numbers = String.join(
                ", ", NUMBER.matcher(name).results().map(MatchResult::group).toList());
        String rest = AROUND.matcher(NUMBER.matcher(name).replaceAll(" ")).replaceAll("");
        String named = BLANK.matcher(rest).replaceAll(" ");
        return new Sought(Several.of(named).isEmpty() ? "" : named, numbers, complaint, subject);
    }

    /** The same question with what was told of the subject, where nothing was typed. */
    Sought or(String toldName, String toldBadge) {
        return asksSomething() ? this : apart(toldName.strip(), toldBadge.strip(), complaint, subject);
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
}
