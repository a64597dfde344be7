package redress.web.kit;

import org.jspecify.annotations.Nullable;

/**
 * What the character count says while somebody types (with scripts only), by plural rule; {@code %{count}} stands for
 * the number. Null leaves the English of the kit.
 *
 * @param underOne one left
 * @param underFew a few left, in languages that count so
 * @param underOther more left
 * @param at none left
 * @param overOne one too many
 * @param overFew a few too many
 * @param overOther more too many
 */
public record Counting(
        @Nullable String underOne,
        @Nullable String underFew,
        @Nullable String underOther,
        @Nullable String at,
        @Nullable String overOne,
        @Nullable String overFew,
        @Nullable String overOther) {

    /** The English of the kit. */
    public static final Counting SILENT = new Counting(null, null, null, null, null, null, null);
}
