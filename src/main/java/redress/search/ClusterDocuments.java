package redress.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;
import redress.time.Span;

/**
 * The form of a document in OpenSearch. Texts become words here, by the same analyzers as in the embedded index: the
 * cluster gets the finished words and only takes them apart at the marks set between them, so that both engines find
 * the same. What a hit shows, texts included, is kept as it is beside them; the finished words are not kept.
 */
final class ClusterDocuments {

    /** Between words that stand one after the other. */
    static final String NEXT = " ";

    /** Between forms of one word, which stand at one place. A control character, which no word holds. */
    static final String SAME = "\u0001";

    static final String TOLD = "told";
    static final String SHOWN = "shown";

    private static final String ANALYZER = "finished";

    private static final Map<String, Object> ANALYSIS = Map.of(
            "tokenizer",
            Map.of("each", Map.of("type", "char_group", "tokenize_on_chars", List.of(NEXT), "max_token_length", 4_000)),
            "filter",
            Map.of(
                    "forms",
                    Map.of(
                            "type",
                            "pattern_capture",
                            "preserve_original",
                            false,
                            "patterns",
                            List.of("([^" + SAME + "]+)"))),
            "analyzer",
            Map.of(ANALYZER, Map.of("type", "custom", "tokenizer", "each", "filter", List.of("forms"))));

    private ClusterDocuments() {}

    /** What an index for such documents is made with; it is refreshed by whoever feeds it. */
    static Map<String, Object> settings(int shards) {
        return Map.of(
                "index",
                Map.of(
                        "number_of_shards",
                        shards,
                        "auto_expand_replicas",
                        "0-1",
                        "refresh_interval",
                        "-1",
                        "merge.policy.expunge_deletes_allowed",
                        0),
                "analysis",
                ANALYSIS);
    }

    /** The fields; {@code meta} is what the index remembers of itself. */
    static Map<String, Object> mappings(Map<String, Object> meta) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (TextField field : TextField.values()) {
            fields.put(field.field(), Map.of("type", "text", "analyzer", ANALYZER));
        }
        for (Dimension dimension : Dimension.all()) {
            fields.put(dimension.field(), Map.of("type", "keyword"));
        }
        for (String key : List.of(Documents.COMPARTMENT, Documents.ASSIGNEE, Documents.LANGUAGE)) {
            fields.put(key, Map.of("type", "keyword"));
        }
        for (String number : List.of(Documents.ID_VALUE, Documents.VERSION, Documents.RECORDS, Documents.RECEIVED)) {
            fields.put(number, Map.of("type", "long"));
        }
        fields.put(Documents.RECEIVED_DAY, Map.of("type", "integer"));
        fields.put(Documents.INCIDENT_DAY, Map.of("type", "integer"));
        fields.put(Documents.INCIDENT_LAST, Map.of("type", "integer"));
        fields.put(Documents.SPOT, Map.of("type", "geo_point"));
        fields.put(TOLD, Map.of("type", "object", "enabled", false));
        fields.put(SHOWN, Map.of("type", "object", "enabled", false));
        return Map.of(
                "dynamic",
                "strict",
                "_source",
                Map.of("includes", List.of(TOLD + ".*", SHOWN + ".*")),
                "_meta",
                meta,
                "properties",
                fields);
    }

    /** A complaint as a document. */
    static Map<String, Object> of(ComplaintSheet sheet, Words words) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(Documents.ID_VALUE, sheet.id());
        document.put(Documents.VERSION, sheet.version());
        document.put(Documents.RECORDS, sheet.records());
        document.put(Documents.RECEIVED, sheet.receivedAt());
        document.put(Documents.COMPARTMENT, sheet.compartment());
        putIf(document, Documents.ASSIGNEE, sheet.assignee());
        for (Dimension dimension : Dimension.all()) {
            if (!sheet.values(dimension).isEmpty()) {
                document.put(dimension.field(), List.copyOf(sheet.values(dimension)));
            }
        }
        addWhenAndWhere(document, sheet);
        addTexts(document, sheet, words);
        document.put(SHOWN, shown(sheet));
        return document;
    }

    private static void addWhenAndWhere(Map<String, Object> document, ComplaintSheet sheet) {
        document.put(Documents.RECEIVED_DAY, (int) day(sheet).toEpochDay());
        Span incident = sheet.incident();
        if (incident != null) {
            document.put(Documents.INCIDENT_DAY, (int) incident.first().toEpochDay());
            if (!incident.last().equals(incident.first())) {
                document.put(Documents.INCIDENT_LAST, (int) incident.last().toEpochDay());
            }
        }
        Gazetteer.Spot spot = sheet.spot();
        if (spot != null) {
            document.put(Documents.SPOT, Map.of("lat", spot.latitude(), "lon", spot.longitude()));
        }
    }

    private static void addTexts(Map<String, Object> document, ComplaintSheet sheet, Words words) {
        Optional<Tongue> tongue = Tongue.of(sheet.language());
        tongue.ifPresent(language -> document.put(Documents.LANGUAGE, language.name()));
        Map<String, Object> told = new LinkedHashMap<>();
        sheet.texts().forEach((field, text) -> {
            Analyzer analyzer =
                    field.stemmed() && tongue.isPresent() ? tongue.get().analyzer() : words;
            document.put(field.field(), finished(analyzer, field, text.toString()));
            if (field.shown()) {
                told.put(field.field(), text.toString());
            }
        });
        document.put(TOLD, told);
    }

    private static Map<String, Object> shown(ComplaintSheet sheet) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(Documents.NUMBER, sheet.number());
        shown.put(Documents.DAY, day(sheet).toString());
        sheet.values(Dimension.STAGE).forEach(stage -> shown.put(Documents.STAGE, stage));
        putIf(shown, Documents.UNIT, sheet.unit());
        putIf(shown, Documents.LANGUAGE, sheet.language());
        return shown;
    }

    private static void putIf(Map<String, Object> to, String name, @Nullable String value) {
        if (value != null) {
            to.put(name, value);
        }
    }

    private static LocalDate day(ComplaintSheet sheet) {
        return Instant.ofEpochSecond(sheet.receivedAt()).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** The words of a text with the marks between them. No analyzer of ours leaves a place empty. */
    private static String finished(Analyzer analyzer, TextField field, String text) {
        StringBuilder finished = new StringBuilder();
        try (TokenStream stream = analyzer.tokenStream(field.field(), text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.getAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (!finished.isEmpty()) {
                    finished.append(step.getPositionIncrement() == 0 ? SAME : NEXT);
                }
                finished.append(whole(term.toString()));
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return finished.toString();
    }

    /** A word that folding gave a blank stays one word, in a document as in a question. */
    static String whole(String word) {
        return word.replace(' ', '_');
    }
}
