package redress.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A page of the questionnaire. Identity is asked last, and everything is shown once more before it is sent. */
enum Step {
    HAPPENED,
    WHEN,
    WHERE,
    WHO,
    HARMED,
    PROOF,
    OUTCOME,
    CONTACT,
    CHECK;

    /** The word by which forms and texts name the page. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Step> named(String slug) {
        return List.of(values()).stream()
                .filter(step -> step.slug().equals(slug))
                .findFirst();
    }

    Step next() {
        return values()[Math.min(ordinal() + 1, CHECK.ordinal())];
    }

    Step previous() {
        return values()[Math.max(ordinal() - 1, 0)];
    }

    /** The questions of the page in the order in which they are asked. */
    List<Question> questions() {
        return List.of(Question.values()).stream()
                .filter(question -> question.step() == this)
                .toList();
    }
}
