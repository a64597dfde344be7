package redress.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A register described: who it is about, and which file feeds what.
 *
 * @param register its code; part of every number and key that is made from it
 * @param language of the narratives, where no column says it
 * @param institutions the first is meant where a row names none
 * @param profileCategories whether category keys are the codes of the country profile, not words of the register
 * @param sources in the order of the file
 * @param fallback the category of a complaint for which no row gives an allegation; null: none is made
 */
record Mapping(
        String register,
        String language,
        List<Institution> institutions,
        boolean profileCategories,
        List<Source> sources,
        @Nullable Block fallback) {

    /** The institution with that code, or the first where there is none given. */
    String institution(@Nullable String code) {
        if (code == null) {
            return institutions.getFirst().code();
        }
        if (institutions.stream().noneMatch(institution -> institution.code().equals(code))) {
            throw new RowRefused("institution: not one of those in the mapping");
        }
        return code;
    }

    /** One institution of the register. */
    record Institution(String code, String name, String kind) {}

    /**
     * One file, or several of one shape, read once.
     *
     * @param place in the mapping, from 0
     * @param optional whether the folder may lack its files
     * @param ignoreDuplicates whether a row that stands twice, letter for letter, in one complaint counts once
     * @param complaintKey for a source of complaints or their parts: which complaint the row belongs to
     * @param blocks what it feeds
     */
    record Source(
            int place,
            String name,
            List<String> files,
            boolean optional,
            Shape shape,
            List<Filter> filters,
            Columns columns,
            boolean ignoreDuplicates,
            @Nullable Value complaintKey,
            List<Block> blocks) {

        boolean opens() {
            return blocks.stream().anyMatch(block -> block.part() == Part.COMPLAINT);
        }
    }

    /** How a file is written. */
    record Shape(java.nio.charset.Charset charset, char delimiter, char quote) {}

    /**
     * Rows that are none of the register's: left out and counted as ignored, with the reason.
     *
     * @param value what is looked at
     * @param words the texts that match; empty: a blank matches
     * @param pattern or a pattern that matches
     * @param keep whether what matches is kept and all others are left out
     */
    record Filter(
            Value value,
            java.util.Set<String> words,
            java.util.regex.@Nullable Pattern pattern,
            boolean keep,
            String reason) {

        boolean leavesOut(Row row, Notes notes) {
            @Nullable String text = value.text(row, notes);
            return matches(text) != keep;
        }

        private boolean matches(@Nullable String text) {
            if (pattern != null) {
                return text != null && pattern.matcher(text).find();
            }
            return words.isEmpty() ? text == null : text != null && words.contains(text);
        }
    }
}
