package redress.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import redress.profile.Styles;

/** The pages wear the face of the country in use, and the configuration can change single parts of it. */
class HouseStyleTest {

    private static final HouseStyle BOSNIA = Styles.of("bosnia");
    private static final Instant JUST_AFTER_MIDNIGHT = Instant.parse("2026-07-01T22:30:00Z");

    private final Views views = ViewExamples.views(BOSNIA);

    @Test
    void the_exit_leads_to_the_address_of_the_profile() {
        assertThat(views.brand().exit()).isEqualTo("https://www.wikipedia.org/");
    }

    @Test
    void a_moment_is_shown_in_the_zone_of_the_profile() {
        assertThat(view("/").moment(JUST_AFTER_MIDNIGHT)).isEqualTo("2 July 2026, 00:30");
        assertThat(view("/bs/").moment(JUST_AFTER_MIDNIGHT)).isEqualTo("2 juli 2026, 00:30");
    }

    @Test
    void a_moment_that_is_taken_away_names_its_zone() {
        assertThat(view("/").zonedMoment(JUST_AFTER_MIDNIGHT)).isEqualTo("2 July 2026, 00:30 GMT+2");
        assertThat(ViewExamples.view("/").zonedMoment(JUST_AFTER_MIDNIGHT)).isEqualTo("1 July 2026, 22:30 GMT");
    }

    @Test
    void the_name_the_mark_and_the_commission_are_those_of_the_profile() {
        Document html = Jsoup.parse(ViewExamples.html(new ProblemPage(404, null, null), view("/sr-Cyrl/x")));
        assertThat(html.title()).endsWith(" - Редресс БиХ");
        assertThat(html.select(".bar-home, .bar").text()).contains("Редресс БиХ");
        assertThat(html.select("header svg").outerHtml())
                .isEqualTo(Jsoup.parseBodyFragment(BOSNIA.mark()).select("svg").outerHtml());
        assertThat(html.select("footer").text())
                .contains("Проба: ову услугу још не води Одбор за жалбе грађана на рад полицијских службеника.");
    }

    @Test
    void the_languages_are_those_of_the_profile_that_have_texts() {
        // Croatian is in the profile and has labels, but no texts.
        assertThat(tags(views.languages())).containsExactly("bs", "sr-Cyrl", "en");
        assertThat(tags(ViewExamples.views(Styles.of("liberia")).languages())).containsExactly("en");
        assertThat(views.languages().of("/complain")).isSameAs(Language.ENGLISH);
        assertThat(views.languages().of("/hr/complain")).isSameAs(Language.ENGLISH);
    }

    @Test
    void a_single_language_needs_no_switch() {
        View liberia = ViewExamples.views(Styles.of("liberia")).of("/x", null);
        assertThat(ViewExamples.html(new ProblemPage(404, null, null), liberia))
                .doesNotContain("govuk-language-navigation");
        assertThat(ViewExamples.html(new ProblemPage(404, null, null), view("/x")))
                .contains("govuk-language-navigation");
    }

    @Test
    void the_configuration_overrides_single_parts() {
        Texts texts = new Texts();
        Languages languages = new Languages(BOSNIA, texts, Optional.of("sr-Latn, bs,kri"));
        Brand brand = new Brand(BOSNIA, Optional.of("Ombuds"), Optional.of("https://weather.example/"));
        View view =
                new Views(languages, texts, new Assets(), brand, BOSNIA, Optional.of(ZoneId.of("UTC"))).of("/", null);
        assertThat(tags(languages)).containsExactly("en", "sr-Latn", "bs");
        assertThat(view.name()).isEqualTo("Ombuds");
        assertThat(brand.exit()).isEqualTo("https://weather.example/");
        assertThat(view.moment(JUST_AFTER_MIDNIGHT)).isEqualTo("1 July 2026, 22:30");
    }

    private View view(String path) {
        return views.of(path, null);
    }

    private static List<String> tags(Languages languages) {
        return languages.offered().stream().map(Language::tag).toList();
    }
}
