package redress.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads texts in all languages of a profile; a missing language is told with its line. */
record Words(List<String> tags) {

    Labels of(Yaml yaml) {
        Map<String, String> texts = new HashMap<>();
        tags.forEach(tag -> texts.put(tag, yaml.require(tag).text()));
        return new Labels(texts, tags.getFirst());
    }

    Labels of(Table.Row row, String column) {
        Map<String, String> texts = new HashMap<>();
        tags.forEach(tag -> texts.put(tag, row.require(column + "." + tag)));
        return new Labels(texts, tags.getFirst());
    }
}
