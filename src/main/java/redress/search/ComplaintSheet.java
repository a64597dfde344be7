package redress.search;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import redress.time.Span;

/** What the index learns about one complaint at one version: filled row by row, then made a document. */
final class ComplaintSheet {

    private final long id;
    private final String number;
    private final int version;
    private final long receivedAt;
    private final Map<Dimension, Set<String>> values = new EnumMap<>(Dimension.class);
    private final Map<TextField, StringBuilder> texts = new EnumMap<>(TextField.class);
    private String compartment = Compartments.OPEN;
    private @Nullable String assignee;
    private @Nullable String unit;
    private @Nullable Span incident;
    private @Nullable Span then;
    private Gazetteer.@Nullable Spot spot;
    private @Nullable String language;
    private byte @Nullable [] signature;
    private long records;
    private final Set<String> directUnits = new LinkedHashSet<>();

    /** A sheet without values; {@code receivedAt} in seconds since 1970, UTC. */
    ComplaintSheet(long id, String number, int version, long receivedAt) {
        this.id = id;
        this.number = number;
        this.version = version;
        this.receivedAt = receivedAt;
        say(TextField.NUMBER, number);
    }

    /** Who may see it: the compartment and the one who works on it, if anybody does. */
    ComplaintSheet seenBy(String inCompartment, @Nullable String by) {
        this.compartment = inCompartment;
        this.assignee = by;
        return this;
    }

    /** One more value of a dimension; nothing for null or blank. */
    ComplaintSheet put(Dimension dimension, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.computeIfAbsent(dimension, d -> new TreeSet<>()).add(value);
        }
        return this;
    }

    /** More words of one kind; nothing for null or blank. */
    ComplaintSheet say(TextField field, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            StringBuilder text = texts.computeIfAbsent(field, f -> new StringBuilder());
            text.append(text.isEmpty() ? "" : "\n").append(words);
        }
        return this;
    }

    /** The signature that stands in the row beside the narrative; null if there is none. */
    ComplaintSheet signed(byte @Nullable [] stored) {
        this.signature = stored;
        return this;
    }

    /** A record kept with the complaint that is in the texts; {@code id} tells it from every other record. */
    ComplaintSheet holds(long id) {
        records ^= id;
        return this;
    }

    /** The unit that a list shows: the first that is told. */
    ComplaintSheet of(@Nullable String unitKey) {
        if (unit == null) {
            unit = unitKey;
        }
        return this;
    }

    /** The day of the incident, if anybody knows it. */
    ComplaintSheet on(@Nullable LocalDate day) {
        return within(day == null ? null : new Span(day, day));
    }

    /** The days on one of which the incident was, for who looks for a date. */
    ComplaintSheet within(@Nullable Span days) {
        this.incident = days;
        return this;
    }

    /** The days on one of which the incident was, where they say who commanded then. */
    ComplaintSheet during(@Nullable Span days) {
        this.then = days;
        return this;
    }

    /** Where it happened, or a point in the place where it did. */
    ComplaintSheet at(Gazetteer.@Nullable Spot point) {
        this.spot = point;
        return this;
    }

    /** The language in which it was told, as a BCP 47 tag. */
    ComplaintSheet toldIn(@Nullable String tag) {
        this.language = tag;
        return this;
    }

    /** A unit that is told itself, not only something above it: its commander is the one that counts. */
    ComplaintSheet directly(String unitKey) {
        directUnits.add(unitKey);
        return this;
    }

    long id() {
        return id;
    }

    String number() {
        return number;
    }

    int version() {
        return version;
    }

    /** The ids of all records that it holds, exclusively or-ed: 0 for none, the same in whatever order they came. */
    long records() {
        return records;
    }

    long receivedAt() {
        return receivedAt;
    }

    String compartment() {
        return compartment;
    }

    @Nullable
    String assignee() {
        return assignee;
    }

    @Nullable
    String unit() {
        return unit;
    }

    @Nullable
    Span incident() {
        return incident;
    }

    @Nullable
    Span then() {
        return then;
    }

    Gazetteer.@Nullable Spot spot() {
        return spot;
    }

    @Nullable
    String language() {
        return language;
    }

    byte @Nullable [] signature() {
        return signature;
    }

    Set<String> directUnits() {
        return directUnits;
    }

    Set<String> values(Dimension dimension) {
        return values.getOrDefault(dimension, Set.of());
    }

    Map<TextField, StringBuilder> texts() {
        return texts;
    }
}
