package redress.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MappingTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource
    void the_delivered_mappings_hold(Path mapping) {
        assertThat(MappingReader.read(mapping).sources()).isNotEmpty();
    }

    static List<Path> the_delivered_mappings_hold() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("config/import"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "sources: [{file: a.csv, unit: {key: a, nmae: a}}]|line 3, key sources[1]/unit/nmae: 'nmae' is not known",
                "sources: [{file: a.csv, unit: {name: a}}]|the key 'key' is missing",
                "sources: [{unit: a}]|say which file",
                "sources: [{file: a.csv}]|say what the file feeds",
                "sources: [{file: a.csv, unit: a, officer: a}]|need a source of their own",
                "sources: [{file: a.csv, complaint: {received_on: a}}]|the key 'complaint_key' is missing",
                "sources: [{file: a.csv, unit: {key: a, kind: {column: a, table: none}}}]|there is no table 'none'",
                "sources: [{file: a.csv, unit: {key: a, kind: {column: a, clean: [wash]}}}]|is no way of cleaning",
                "sources: [{file: a.csv, unit: {key: a, opened_on: {column: a, dates: [bb]}}}]|is no date format",
                "sources: [{file: a.csv, skip: {column: a, matches: '('}, unit: a}]|not a regular expression",
                "sources: [{file: a.csv, encoding: klingon, unit: a}]|no encoding that is known",
                "sources: [{file: a.csv, complaint_key: a, allegation: {finding: {constant: GUILTY}}}]|'GUILTY' is no finding",
                "sources: [{file: a.csv, complaint_key: a, allegation: {finding: {column: a, table: {values: {S: GUILTY}}}}}]|"
                        + "the table gives 'GUILTY'",
                "sources: {|is not YAML",
            })
    void a_mistake_is_told_in_one_sentence_with_its_place(String rest, String sentence) {
        assertThatThrownBy(() -> new Written(folder).mapping(rest))
                .isInstanceOf(BadMapping.class)
                .hasMessageContaining("example.yaml")
                .hasMessageContaining(sentence);
    }

    @Test
    void a_column_that_the_file_does_not_have_is_told_with_those_it_has() {
        Written written = new Written(folder);
        written.file("a.csv", "one,two\n1,2\n");
        Mapping mapping = written.mapping("sources: [{file: a.csv, unit: {key: three}}]");
        assertThatThrownBy(() -> written.rows(mapping))
                .isInstanceOf(BadMapping.class)
                .hasMessageContaining("has no column 'three'; it has: one, two");
    }

    @Test
    void a_missing_file_is_told_with_its_source() {
        Mapping mapping = new Written(folder).mapping("sources: [{name: units, file: gone.csv, unit: a}]");
        assertThatThrownBy(() -> new Written(folder).rows(mapping))
                .isInstanceOf(BadMapping.class)
                .hasMessageContaining("gone.csv, which the source 'units'");
    }

    @Test
    void a_byte_order_mark_compression_and_another_delimiter_do_not_matter() throws IOException {
        Written written = new Written(folder);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("\ufeffkey; name \n7;\"Nord; \u010d\"\n".getBytes(StandardCharsets.UTF_8));
        }
        written.bytes("a.csv", packed.toByteArray());
        Mapping mapping = written.mapping("sources: [{file: a.csv, delimiter: ';', unit: {key: key, name: name}}]");
        assertThat(written.rows(mapping))
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).containsExactly("7", "Nord; \u010d"));
    }

    @Test
    void a_row_with_too_few_columns_is_set_aside_with_its_line() {
        Written written = new Written(folder);
        written.file("a.csv", "a,b\n1,2\n\"x\ny\",3\n4\n5,6\n");
        Mapping mapping = written.mapping("sources: [{file: a.csv, unit: a}]");
        List<SourceFile.Misshapen> misshapen = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        new SourceFile(mapping.sources().getFirst(), 0, folder).read(rows::add, misshapen::add);
        assertThat(rows).extracting(Row::line).containsExactly(2L, 3L, 6L);
        assertThat(misshapen).containsExactly(new SourceFile.Misshapen(5, 1, 2));
    }

    @Test
    void an_allegation_explodes_into_one_for_each_column_and_part() {
        Written written = new Written(folder);
        written.file("a.csv", "k,c1,c2\n1,Force; Search,Courtesy\n2,,\n");
        Mapping mapping = written.mapping("""
                sources:
                  - file: a.csv
                    complaint_key: k
                    allegation: {explode: {columns: [c1, c2], split: ';'}, category: each}
                """);
        Block.@Nullable Explode explode =
                mapping.sources().getFirst().blocks().getFirst().explode();
        if (explode == null) {
            throw new AssertionError("the mapping explodes");
        }
        assertThat(written.rows(mapping))
                .extracting(row -> explode.texts(row, new Written.Heard()))
                .containsExactly(List.of("Force", "Search", "Courtesy"), List.of());
    }
}
