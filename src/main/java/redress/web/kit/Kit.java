package redress.web.kit;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The small joins that several components share: class names and the ids behind {@code aria-describedby}. */
public final class Kit {

    private Kit() {}

    /** The given class names in order, without the absent ones. */
    public static String css(@Nullable String... names) {
        return Arrays.stream(names)
                .filter(name -> name != null && !name.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** The ids that describe a control, or null when nothing does: what the caller gave, the hint, the error. */
    public static @Nullable String describedBy(@Nullable String given, String id, boolean hint, boolean error) {
        String ids = css(given, hint ? id + "-hint" : null, error ? id + "-error" : null);
        return ids.isEmpty() ? null : ids;
    }

    /**
     * Whether a choice is ticked: its own word if it has one, otherwise whether its value (or its text, when it has no
     * value) was answered.
     */
    public static boolean ticked(Choice choice, @Nullable Collection<String> answers) {
        Boolean own = choice.checked();
        if (own != null) {
            return own;
        }
        String value = choice.value() == null ? choice.text() : choice.value();
        return value != null && answers != null && answers.contains(value);
    }

    /** The id of the nth choice (from 1): the first has none of its own, so that an error can link to it. */
    public static String choiceId(Choice choice, String prefix, int n) {
        return Objects.requireNonNullElse(choice.id(), n > 1 ? prefix + "-" + n : prefix);
    }
}
