package redress.register;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import redress.register.Block.Reading;
import redress.register.Block.Unknown;
import redress.time.Ids;

/** Turns the keys of a row into units, officers and categories, and makes those that may be made on the fly. */
final class References {

    private static final int CODE = 96;

    private final Mapping mapping;
    private final Roster roster;

    References(Mapping mapping, Roster roster) {
        this.mapping = mapping;
        this.roster = roster;
    }

    Roster roster() {
        return roster;
    }

    /** The institution that the reading names, or the first of the register. */
    String institution(Reading reading) {
        String code =
                reading.text("institution", mapping.institutions().getFirst().code());
        if (mapping.institutions().stream().noneMatch(i -> i.code().equals(code))) {
            throw new RowRefused("institution: not one of those in the mapping");
        }
        return code;
    }

    /** Under which the officer or unit is remembered. */
    String key(Reading reading) {
        return Roster.key(institution(reading), reading.text("key", ""));
    }

    @Nullable
    Long unit(@Nullable Reading reading, Unknown unknown, Batch batch) {
        if (reading == null || reading.text("key") == null) {
            return null;
        }
        Roster.@Nullable Unit known = roster.unit(key(reading));
        if (known != null) {
            return known.id();
        }
        if (unknown == Unknown.MAKE) {
            return makeUnit(reading, null, batch);
        }
        return unknown("unit", unknown);
    }

    long makeUnit(Reading reading, byte @Nullable [] digest, Batch batch) {
        long id = Ids.next();
        String code = reading.text("key", "");
        batch.add(
                Write.UNIT,
                id,
                institution(reading),
                code,
                parent(reading),
                reading.text("name", code),
                reading.text("kind", "unit"),
                reading.date("opened_on"),
                reading.date("closed_on"),
                digest);
        roster.put(key(reading), new Roster.Unit(id, digest));
        return id;
    }

    @Nullable
    Long parent(Reading reading) {
        @Nullable String parent = reading.text("parent");
        if (parent == null) {
            return null;
        }
        Roster.@Nullable Unit known = roster.unit(Roster.key(institution(reading), parent));
        if (known == null) {
            throw new RowRefused("parent: no such unit yet; parents stand before their parts");
        }
        return known.id();
    }

    Roster.@Nullable Officer officer(@Nullable Reading reading, Unknown unknown, Batch batch) {
        if (reading == null || reading.text("key") == null) {
            return null;
        }
        String key = key(reading);
        Roster.@Nullable Officer known = roster.officer(key);
        if (known == null && unknown == Unknown.MAKE) {
            return makeOfficer(reading, null, batch);
        }
        if (known == null) {
            unknown("officer", unknown);
        }
        return known;
    }

    Roster.Officer makeOfficer(Reading reading, byte @Nullable [] digest, Batch batch) {
        Roster.Officer made = new Roster.Officer(Ids.next(), digest, java.util.List.of());
        batch.add(
                Write.OFFICER,
                made.id(),
                institution(reading),
                reading.text("key"),
                reading.text("given_name"),
                reading.text("family_name"),
                reading.text("sex"),
                reading.of("birth_year"),
                reading.text("badge"),
                reading.text("grade"),
                reading.date("appointed_on"),
                reading.date("left_on"),
                digest);
        roster.put(key(reading), made);
        return made;
    }

    /** The code of the category that the reading means, or null where it means none. */
    @Nullable
    String category(@Nullable Reading reading, Unknown unknown, Batch batch) {
        if (reading == null || reading.text("key") == null) {
            return null;
        }
        String code = code(reading);
        if (roster.category(code) == null) {
            if (unknown != Unknown.MAKE) {
                unknown("category", unknown);
                return null;
            }
            makeCategory(reading, batch);
        }
        return code;
    }

    /**
     * Codes of categories carry their register, so that two registers can use the same ones; the profile's stand bare.
     */
    String code(Reading reading) {
        if (mapping.profileCategories()) {
            return reading.text("key", "");
        }
        String key = Cleaning.slug(reading.text("key", ""));
        return Digest.shortened(mapping.register() + "-" + (key.isEmpty() ? "none" : key), CODE);
    }

    Roster.Category described(Reading reading) {
        String label = reading.text("label", reading.text("key", ""));
        return Roster.Category.ofRegister(
                reading.text("group", "Other"),
                label,
                reading.text("iccs"),
                reading.of("severity") instanceof Integer severity ? severity : 2,
                Boolean.TRUE.equals(reading.of("must_refer")));
    }

    void makeCategory(Reading reading, Batch batch) {
        Roster.Category made = described(reading);
        batch.add(
                Write.CATEGORY,
                code(reading),
                mapping.register(),
                made.group(),
                made.label(),
                made.iccs(),
                made.severity(),
                made.mustRefer());
        roster.put(code(reading), made);
    }

    private static @Nullable Long unknown(String what, Unknown unknown) {
        if (unknown == Unknown.REFUSE) {
            throw new RowRefused(what.toLowerCase(Locale.ROOT) + ": the key is not known");
        }
        return null;
    }
}
