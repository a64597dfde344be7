package redress.register;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a mapping file; whatever does not hold is told with its line before a single row is touched. */
final class MappingReader {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Set<Part> REFERENCE = Set.of(Part.UNIT, Part.OFFICER, Part.CATEGORY, Part.POSTING);
    private static final List<Part> CASE = List.of(Part.COMPLAINT, Part.MORE, Part.ALLEGATION, Part.PERSON);
    private static final Set<String> SOURCE = Set.of(
            "name",
            "file",
            "files",
            "optional",
            "encoding",
            "delimiter",
            "quote",
            "only",
            "skip",
            "duplicates",
            "complaint_key");

    private final Outline root;
    private final Map<String, ValueTable> tables = new HashMap<>();
    private final Set<String> blanks = new HashSet<>();
    private Dates dates = Dates.iso();

    private MappingReader(Outline root) {
        this.root = root;
    }

    static Mapping read(Path file) {
        return new MappingReader(Outline.read(file)).mapping();
    }

    private Mapping mapping() {
        root.only(Set.of(
                "register",
                "language",
                "institution",
                "categories",
                "blank",
                "dates",
                "tables",
                "sources",
                "default_category"));
        Outline register = root.require("register");
        if (!CODE.matcher(register.text()).matches()) {
            throw register.bad("a register's code is small letters, digits and hyphens, at most 32.");
        }
        root.find("blank").ifPresent(words -> blanks.addAll(words.texts()));
        root.find("dates").ifPresent(outline -> dates = Dates.read(outline, dates));
        root.find("tables")
                .ifPresent(all -> all.entries().forEach((name, outline) -> tables.put(name, ValueTable.read(outline))));
        List<Mapping.Source> sources = new ArrayList<>();
        for (Outline source : root.require("sources").items()) {
            sources.add(source(source, sources.size()));
        }
        @Nullable
        Block fallback = root.find("default_category")
                .map(outline -> block(Part.CATEGORY, outline, values(new Columns())))
                .orElse(null);
        return new Mapping(
                register.text(),
                root.find("language").map(Outline::text).orElse("und"),
                institutions(),
                root.find("categories").map(MappingReader::ofProfile).orElse(false),
                sources,
                fallback);
    }

    private static boolean ofProfile(Outline whose) {
        return switch (whose.text()) {
            case "profile" -> true;
            case "register" -> false;
            default -> throw whose.bad("profile or register is expected here.");
        };
    }

    private List<Mapping.Institution> institutions() {
        List<Mapping.Institution> institutions = new ArrayList<>();
        for (Outline one : root.require("institution").items()) {
            one.only(Set.of("code", "name", "kind"));
            Outline code = one.require("code");
            if (!CODE.matcher(code.text()).matches()) {
                throw code.bad("an institution's code is small letters, digits and hyphens, at most 32.");
            }
            institutions.add(new Mapping.Institution(
                    code.text(),
                    one.require("name").text(),
                    one.find("kind").map(Outline::text).orElse("other")));
        }
        return institutions;
    }

    private ValueReader values(Columns columns) {
        return new ValueReader(tables, blanks, dates, columns);
    }

    private Mapping.Source source(Outline outline, int place) {
        Set<String> known = new HashSet<>(SOURCE);
        List.of(Part.values()).forEach(part -> known.add(part.title()));
        outline.only(known);
        Columns columns = new Columns();
        ValueReader values = values(columns);
        List<Block> blocks = blocks(outline, values);
        boolean reference = REFERENCE.contains(blocks.getFirst().part());
        Value complaintKey =
                reference ? null : values.read(Field.key("complaint_key", 64).must(), outline.require("complaint_key"));
        List<String> files = outline.find("files")
                .or(() -> outline.find("file"))
                .map(Outline::texts)
                .orElse(List.of());
        if (files.isEmpty()) {
            throw outline.bad("say which file: file, or files for several of one shape.");
        }
        return new Mapping.Source(
                place,
                outline.find("name").map(Outline::text).orElse(files.getFirst()),
                files,
                outline.find("optional").map(Outline::flag).orElse(false),
                shape(outline),
                filters(outline, values),
                columns,
                outline.find("duplicates").map(MappingReader::ignores).orElse(true),
                complaintKey,
                blocks);
    }

    private static boolean ignores(Outline policy) {
        return switch (policy.text()) {
            case "ignore" -> true;
            case "keep" -> false;
            default -> throw policy.bad("ignore or keep is expected here.");
        };
    }

    private List<Block> blocks(Outline outline, ValueReader values) {
        List<Block> blocks = new ArrayList<>();
        for (Part part : REFERENCE) {
            outline.find(part.title()).ifPresent(o -> blocks.add(block(part, o, values)));
        }
        int references = blocks.size();
        for (Part part : CASE) {
            for (Outline item : outline.find(part.title()).map(Outline::items).orElse(List.of())) {
                blocks.add(block(part, item, values));
            }
        }
        if (blocks.isEmpty()) {
            throw outline.bad("say what the file feeds: unit, officer, category, posting, or complaint, more, "
                    + "allegation, person.");
        }
        if (references > 1 || references == 1 && blocks.size() > 1) {
            throw outline.bad("unit, officer, category and posting each need a source of their own; the file may be "
                    + "named twice.");
        }
        return blocks;
    }

    private Block block(Part part, Outline outline, ValueReader values) {
        return block(part.fields(), part, outline, values);
    }

    /** Who or what a part refers to: a blank key refers to nobody, and that is no fault. */
    private Block reference(Part part, Outline outline, ValueReader values) {
        if (!isValue(outline) && outline.find("key").isEmpty()) {
            throw outline.bad("the key 'key' is missing.");
        }
        List<Field> fields = part.fields().stream().map(Field::may).toList();
        return block(fields, part, outline, values);
    }

    private Block block(List<Field> fields, Part part, Outline outline, ValueReader values) {
        @Nullable Value[] read = new @Nullable Value[part.fields().size()];
        Map<Part, Block> inner = new HashMap<>();
        if (isValue(outline)) {
            read[part.index("key")] = values.read(fields.get(part.index("key")), outline);
            return new Block(part, read, inner, Block.Unknown.REFUSE, null, false);
        }
        Set<String> known = new HashSet<>(part.fieldNames());
        known.addAll(Set.of("unknown", "repeats", "explode"));
        part.inner().forEach(p -> known.add(p.title()));
        outline.only(known);
        Block.@Nullable Explode explode =
                outline.find("explode").map(o -> explode(o, values)).orElse(null);
        fill(fields, outline, values, read);
        for (Part p : part.inner()) {
            outline.find(p.title()).ifPresent(o -> inner.put(p, reference(p, o, values)));
        }
        boolean merge = outline.find("repeats").map(MappingReader::merges).orElse(false);
        return new Block(
                part,
                read,
                inner,
                outline.find("unknown").map(MappingReader::unknown).orElse(Block.Unknown.REFUSE),
                explode,
                merge);
    }

    private static void fill(List<Field> fields, Outline outline, ValueReader values, @Nullable Value[] read) {
        for (int i = 0; i < read.length; i++) {
            Field field = fields.get(i);
            @Nullable Outline given = outline.find(field.name()).orElse(null);
            if (given == null && field.required()) {
                throw outline.bad("the key '" + field.name() + "' is missing.");
            }
            read[i] = given == null ? null : values.read(field, given);
        }
    }

    /** Whether only the key is said, as a column or in the words of a value. */
    private static boolean isValue(Outline outline) {
        return !outline.isMap()
                || Set.of("column", "text", "first_of").stream()
                        .anyMatch(word -> outline.find(word).isPresent());
    }

    private static boolean merges(Outline policy) {
        return switch (policy.text()) {
            case "merge" -> true;
            case "number" -> false;
            default -> throw policy.bad("merge or number is expected here.");
        };
    }

    private static Block.Unknown unknown(Outline policy) {
        return switch (policy.text()) {
            case "make" -> Block.Unknown.MAKE;
            case "refuse" -> Block.Unknown.REFUSE;
            case "blank" -> Block.Unknown.BLANK;
            default -> throw policy.bad("make, refuse or blank is expected here.");
        };
    }

    private Block.Explode explode(Outline outline, ValueReader values) {
        outline.only(Set.of("columns", "split"));
        Field field = Field.text(Columns.EACH, Integer.MAX_VALUE);
        List<Value> columns = outline.require("columns").items().stream()
                .map(item -> values.read(field, item))
                .toList();
        return new Block.Explode(
                columns, outline.find("split").map(Cleaning::pattern).orElse(null));
    }

    private static Mapping.Shape shape(Outline outline) {
        Charset charset = outline.find("encoding").map(MappingReader::charset).orElse(StandardCharsets.UTF_8);
        return new Mapping.Shape(charset, letter(outline, "delimiter", ','), letter(outline, "quote", '"'));
    }

    private static Charset charset(Outline outline) {
        try {
            return Charset.forName(outline.text());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw outline.bad("'" + outline.text() + "' is no encoding that is known here.");
        }
    }

    private static char letter(Outline outline, String key, char otherwise) {
        @Nullable Outline given = outline.find(key).orElse(null);
        if (given == null) {
            return otherwise;
        }
        String text = given.text().equals("tab") ? "\t" : given.text();
        if (text.length() != 1) {
            throw given.bad("one character (or the word tab) is expected here.");
        }
        return text.charAt(0);
    }

    private static List<Mapping.Filter> filters(Outline outline, ValueReader values) {
        List<Mapping.Filter> filters = new ArrayList<>();
        for (String key : List.of("only", "skip")) {
            for (Outline one : outline.find(key).map(Outline::items).orElse(List.of())) {
                one.only(Set.of("column", "in", "matches", "blank", "reason"));
                filters.add(new Mapping.Filter(
                        values.read(Field.text("column", Integer.MAX_VALUE), one.require("column")),
                        Set.copyOf(one.find("in").map(Outline::texts).orElse(List.of())),
                        one.find("matches").map(Cleaning::pattern).orElse(null),
                        key.equals("only"),
                        one.find("reason").map(Outline::text).orElse("left out by the mapping")));
            }
        }
        return filters;
    }
}
