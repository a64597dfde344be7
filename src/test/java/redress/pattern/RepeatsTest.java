package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import redress.likeness.Signature;
import redress.web.ViewExamples;

class RepeatsTest {

    private static final String LETTER = "We the undersigned market women protest against the unlawful closing of the"
            + " harbour road by officers on horseback and demand that the goods be given back to all";

    private static Precinct even() {
        Precinct precinct = new Precinct();
        for (int district = 0; district < Precinct.DISTRICTS; district++) {
            precinct.many(1_000L * district, 30, "police/S" + district);
        }
        return precinct;
    }

    /** Sixty complaints more about the third station, all with this text or each with one of its own. */
    private static Map<Long, Signature> sixty(Precinct precinct, boolean copies) {
        Map<Long, Signature> texts = new HashMap<>();
        precinct.many(900_000, 60, "police/S3");
        for (long id = 900_000; id < 900_060; id++) {
            texts.put(id, Signature.of(copies ? LETTER : own(id)));
        }
        return texts;
    }

    private static String own(long id) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < 12; word++) {
            text.append("told").append(id * 100 + word).append(' ');
        }
        return text.toString();
    }

    private static Outliers outliers(Scoped scoped, Map<Long, Signature> texts) {
        return new OutlierCheck(scoped).look(Repeats.of(scoped, new CopyCheck(scoped.own(), texts)));
    }

    @Test
    void a_verdict_that_rests_on_copies_of_one_letter_says_so() {
        Precinct precinct = even();
        Map<Long, Signature> texts = sixty(precinct, true);
        Outliers outliers = outliers(precinct.unit("police/S3"), texts);
        assertThat(Objects.requireNonNull(outliers.own()).more()).isTrue();
        Outliers.Once once = Objects.requireNonNull(outliers.once());
        assertThat(once.others()).isEqualTo(59);
        assertThat(once.count()).isEqualTo(31);
        assertThat(once.more()).isEqualTo(false);
    }

    @Test
    void as_many_complaints_of_as_many_people_repeat_nothing() {
        Precinct precinct = even();
        Map<Long, Signature> texts = sixty(precinct, false);
        Outliers outliers = outliers(precinct.unit("police/S3"), texts);
        assertThat(Objects.requireNonNull(outliers.own()).more()).isTrue();
        assertThat(outliers.once()).isNull();
    }

    @Test
    void what_stays_more_with_each_counted_once_is_said_to_stay_so() {
        Precinct precinct = even();
        Map<Long, Signature> texts = sixty(precinct, false);
        precinct.many(950_000, 10, "police/S3");
        for (long id = 950_000; id < 950_010; id++) {
            texts.put(id, Signature.of(LETTER));
        }
        Outliers.Once once = Objects.requireNonNull(
                outliers(precinct.unit("police/S3"), texts).once());
        assertThat(once.others()).isEqualTo(9);
        assertThat(once.count()).isEqualTo(91);
        assertThat(once.more()).isEqualTo(true);
    }

    @Test
    void thirty_people_who_tell_of_one_night_with_one_officer_are_one_incident() {
        Precinct precinct = even();
        LocalDate night = LocalDate.of(2025, 6, 14);
        for (int i = 0; i < 30; i++) {
            precinct.complaint(900_000 + i, night, "police/S3", 61);
        }
        Repeats repeats = Repeats.of(precinct.unit("police/S3"), null);
        assertThat(repeats.others()).isEqualTo(29);
        assertThat(repeats.first()).contains(900_000L).doesNotContain(900_001L);
    }

    @Test
    void an_alarm_by_one_night_of_many_tellers_is_none_with_the_night_counted_once() {
        Precinct precinct = even();
        LocalDate night = LocalDate.of(2025, 6, 14);
        for (int i = 0; i < 30; i++) {
            precinct.complaint(900_000 + i, night, "police/S3", 61);
        }
        Scoped scoped = precinct.unit("police/S3");
        Change change = new ChangeCheck(scoped, null, Map.of()).look(Repeats.of(scoped, null));
        assertThat(change.months()).anyMatch(Change.Month::alarm);
        assertThat(change.once()).isEqualTo(new Change.Once(29, false));
    }

    @Test
    void a_kind_of_allegation_did_not_become_more_by_one_night_of_many_tellers() {
        Precinct precinct = even();
        LocalDate night = LocalDate.of(2025, 6, 14);
        for (int i = 0; i < 30; i++) {
            precinct.complaint(900_000 + i, night, "police/S3", 61);
        }
        Scoped scoped = precinct.unit("police/S3");
        Repeats none = new Repeats(scoped.complaints().keySet(), 0);
        ChangeCheck check = new ChangeCheck(scoped, null, Map.of());
        assertThat(check.look(none).kinds().risen()).hasSize(1);
        assertThat(check.look(Repeats.of(scoped, null)).kinds().risen()).isEmpty();
    }

    @Test
    void without_an_index_texts_cannot_be_compared_and_incidents_still_are() {
        Precinct precinct = even();
        sixty(precinct, true);
        Scoped scoped = precinct.unit("police/S3");
        assertThat(Repeats.of(scoped, null).others()).isZero();
        assertThat(Repeats.of(scoped, null).first()).hasSameSizeAs(List.copyOf(scoped.own()));
        Dossier dossier = DossierTest.dossier(scoped);
        assertThat(new CheckFigures(dossier, ViewExamples.view("/desk/dossier"))
                        .outlierWords(Objects.requireNonNull(dossier.outliers()))
                        .getFirst())
                .contains("are more than expected by chance")
                .contains("Whether some of them are copies of one text cannot be said");
    }
}
