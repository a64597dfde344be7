package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final List<String> PARTS = List.of(
            "They came at night. ",
            "Why? ",
            "Mr. Kamara said \"go\". ",
            "Udarili su me! ",
            "Полицајац је дошао. ",
            "ضربني الشرطي. ",
            "He had $4.50 and a phone… ",
            "no end",
            "\n\n",
            "👮 hit me. ");

    @Test
    void ends_sentences_of_every_script_where_the_platform_does_from_whatever_place_it_is_asked() {
        Random random = new Random(3);
        BreakIterator platform = BreakIterator.getSentenceInstance(Locale.ROOT);
        Sentences ours = new Sentences();
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            platform.setText(text.toString());
            ours.setText(text.toString());
            assertThat(all(ours)).as(text.toString()).isEqualTo(all(platform));
            int at = random.nextInt(text.length());
            assertThat(around(ours, at)).as("%s at %d", text, at).isEqualTo(around(platform, at));
        }
    }

    private static List<Integer> all(BreakIterator sentences) {
        List<Integer> ends = new ArrayList<>();
        for (int end = sentences.first(); end != BreakIterator.DONE; end = sentences.next()) {
            ends.add(end);
        }
        return ends;
    }

    private static List<Object> around(BreakIterator sentences, int at) {
        return List.of(
                sentences.following(at),
                sentences.current(),
                sentences.preceding(at + 1),
                sentences.isBoundary(at),
                sentences.last(),
                sentences.previous(),
                sentences.next(1),
                sentences.getText().getEndIndex());
    }
}
