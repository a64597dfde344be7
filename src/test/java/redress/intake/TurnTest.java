package redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import redress.complaint.ReceiptCode;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.web.ViewExamples;

class TurnTest {

    private static final ReceiptCode CODE = ReceiptCode.mint();

    private static Turn press(String from, String go, Map<String, String> typed) {
        Map<String, List<String>> form = new HashMap<>();
        typed.forEach((field, value) -> form.put(field, List.of(value)));
        form.put("code", List.of(CODE.digits()));
        form.put("from", List.of(from));
        form.put("go", List.of(go));
        return new Turn(form, Country.choices());
    }

    private static QuestionPage page(String from, String go, Map<String, String> typed) {
        return press(from, go, typed).page().orElseThrow();
    }

    static Map<String, String> complete() {
        Map<String, String> typed = new HashMap<>();
        typed.put("narrative", "They took my phone.");
        typed.put("kinds", "bribe");
        typed.put("when", "EXACT");
        typed.put("day", "5");
        typed.put("month", "3");
        typed.put("year", "2026");
        typed.put("service", "police");
        typed.put("harmed", "SELF");
        typed.put("injury", "NONE");
        typed.put("contact", "NO");
        typed.put("publish", "YES");
        return typed;
    }

    private static Map<String, List<String>> resent(QuestionPage page) {
        return page.hidden().stream()
                .collect(Collectors.groupingBy(
                        QuestionPage.Hidden::name,
                        Collectors.mapping(QuestionPage.Hidden::value, Collectors.toList())));
    }

    @Test
    void begins_with_the_first_page_and_a_code_that_stays() {
        QuestionPage first = new Turn(Map.of(), Country.choices()).page().orElseThrow();
        assertThat(first.step()).isEqualTo(Step.HAPPENED);
        QuestionPage again = new Turn(resent(first), Country.choices()).page().orElseThrow();
        assertThat(resent(again)).containsEntry("code", resent(first).getOrDefault("code", List.of()));
        assertThat(resent(again).getOrDefault("code", List.of())).hasSize(1);
    }

    @Test
    void goes_through_nine_pages_in_order() {
        Step step = Step.HAPPENED;
        int pages = 1;
        while (step != Step.CHECK) {
            step = page(step.slug(), "next", complete()).step();
            pages++;
        }
        assertThat(pages).isEqualTo(9);
    }

    @Test
    void going_back_asks_for_nothing_and_loses_nothing() {
        QuestionPage page = page("when", "back", Map.of("when", "EXACT", "day", "99", "landmark", "the bridge"));
        assertThat(page.step()).isEqualTo(Step.HAPPENED);
        assertThat(page.slips()).isEmpty();
        assertThat(resent(page)).containsEntry("day", List.of("99")).containsEntry("landmark", List.of("the bridge"));
    }

    @Test
    void change_comes_back_to_check_answers_without_asking_the_rest_again() {
        QuestionPage changing = page("check", "change.where", complete());
        assertThat(changing.step()).isEqualTo(Step.WHERE);
        Map<String, List<String>> form = new HashMap<>(resent(changing));
        form.put("placeWords", List.of("at the market"));
        form.put("go", List.of("next"));
        QuestionPage back = new Turn(form, Country.choices()).page().orElseThrow();
        assertThat(back.step()).isEqualTo(Step.CHECK);
        assertThat(back.answers().one(Question.PLACE_WORDS)).isEqualTo("at the market");
    }

    @Test
    void sends_what_is_complete_with_the_code_it_was_given() {
        Turn turn = press("check", "send", complete());
        assertThat(turn.page()).isEmpty();
        assertThat(turn.code()).isEqualTo(CODE);
    }

    @Test
    void does_not_send_without_a_code_because_a_second_press_would_send_it_twice() {
        Map<String, List<String>> form = new HashMap<>();
        complete().forEach((field, value) -> form.put(field, List.of(value)));
        form.put("from", List.of("check"));
        form.put("go", List.of("send"));
        assertThat(new Turn(form, Country.choices()).page().orElseThrow().step())
                .isEqualTo(Step.CHECK);
        form.put("code", List.of("1234"));
        assertThat(new Turn(form, Country.choices()).page().orElseThrow().step())
                .isEqualTo(Step.CHECK);
    }

    @Test
    void sending_with_a_gap_leads_to_the_first_page_that_has_one() {
        Map<String, String> typed = complete();
        typed.remove("service");
        typed.remove("injury");
        QuestionPage page = page("check", "send", typed);
        assertThat(page.step()).isEqualTo(Step.WHO);
        assertThat(page.slips()).containsExactly(Slip.of(Question.SERVICE, "choose"));
    }

    @Test
    void what_the_last_check_refuses_leads_back_to_its_question_with_everything_typed() {
        Problem refused = Problem.invalid(List.of(
                new FieldError("incident.date", "submission.date.future"),
                new FieldError("incident.dateWords", "submission.words.long"),
                new FieldError("contact.address", "submission.address.missing")));
        Turn turn = press("check", "send", complete());
        QuestionPage page = turn.again(Slip.of(refused));
        assertThat(page.step()).isEqualTo(Step.WHEN);
        assertThat(page.slips()).extracting(Slip::question).containsExactly(Question.DATE, Question.WHEN_WORDS);
        assertThat(page.form(ViewExamples.view("/complain")).errors())
                .containsExactly(
                        new FieldError("date-day", "The date must be today or in the past"),
                        new FieldError("whenWords", "This answer is too long. Shorten it"));
        assertThat(resent(page))
                .containsEntry("narrative", List.of("They took my phone."))
                .containsEntry("code", List.of(CODE.digits()));
        assertThat(page.answers().one(Question.WHEN)).isEqualTo("EXACT");
        assertThat(Slip.of(refused).getLast().question()).isEqualTo(Question.CONTACT_DETAIL);
    }

    @Test
    void hostile_text_travels_through_hidden_fields_unchanged() {
        String hostile =
                "\"><script>alert(1)</script> & &amp; ' ${7*7} {0} 'x' \\u0041 %00 \u202e тест 🏛 \n second line";
        Map<String, String> typed = complete();
        typed.put("narrative", hostile);
        QuestionPage when = page("happened", "next", typed);
        assertThat(when.step()).isEqualTo(Step.WHEN);
        assertThat(resent(when)).containsEntry("narrative", List.of(hostile));
        QuestionPage where = new Turn(with(resent(when), complete(), "next"), Country.choices())
                .page()
                .orElseThrow();
        assertThat(resent(where)).containsEntry("narrative", List.of(hostile));
    }

    private static Map<String, List<String>> with(
            Map<String, List<String>> hidden, Map<String, String> typed, String go) {
        Map<String, List<String>> form = new HashMap<>(hidden);
        List.of("when", "day", "month", "year")
                .forEach(field -> form.put(field, List.of(typed.getOrDefault(field, ""))));
        form.put("go", List.of(go));
        return form;
    }

    @Test
    void an_unknown_page_or_button_shows_the_beginning_with_everything_typed() {
        QuestionPage page = page("nowhere", "fly", Map.of("landmark", "the bridge"));
        assertThat(page.step()).isEqualTo(Step.HAPPENED);
        assertThat(resent(page)).containsEntry("landmark", List.of("the bridge"));
    }
}
