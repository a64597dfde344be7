package redress.web.kit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From the options of the original kit to the parameters of our components. */
final class Adapters {

    /** One component of ours. */
    record Adapter(String template, Function<Options, Map<String, Object>> parameters) {}

    static final Map<String, Adapter> ALL = Map.ofEntries(
            Map.entry("back-link", new Adapter("backLink", o -> map(texts(o, "text", "href", "classes")))),
            Map.entry("breadcrumbs", new Adapter("breadcrumbs", Adapters::breadcrumbs)),
            Map.entry("button", new Adapter("button", Adapters::button)),
            Map.entry("character-count", new Adapter("characterCount", Adapters::characterCount)),
            Map.entry("checkboxes", new Adapter("checkboxes", o -> choices(o, true))),
            Map.entry("date-input", new Adapter("dateInput", Adapters::dateInput)),
            Map.entry("details", new Adapter("details", Adapters::details)),
            Map.entry("error-message", new Adapter("errorMessage", Adapters::errorMessage)),
            Map.entry("error-summary", new Adapter("errorSummary", Adapters::errorSummary)),
            Map.entry("exit-this-page", new Adapter("exitThisPage", Adapters::exitThisPage)),
            Map.entry("fieldset", new Adapter("fieldset", Adapters::fieldset)),
            Map.entry("generic-header", new Adapter("genericHeader", Adapters::genericHeader)),
            Map.entry(
                    "hint", new Adapter("hint", o -> with(texts(o, "id", "text", "classes"), "html", o.html("html")))),
            Map.entry("input", new Adapter("input", Adapters::input)),
            Map.entry(
                    "inset-text",
                    new Adapter("insetText", o -> with(texts(o, "id", "text", "classes"), "html", o.html("html")))),
            Map.entry("label", new Adapter("label", Adapters::label)),
            Map.entry("language-navigation", new Adapter("languageNavigation", Adapters::languages)),
            Map.entry("notification-banner", new Adapter("notificationBanner", Adapters::banner)),
            Map.entry("pagination", new Adapter("pagination", Adapters::pagination)),
            Map.entry("panel", new Adapter("panel", Adapters::panel)),
            Map.entry("radios", new Adapter("radios", o -> choices(o, false))),
            Map.entry("select", new Adapter("select", Adapters::select)),
            Map.entry("service-navigation", new Adapter("serviceNavigation", Adapters::serviceNavigation)),
            Map.entry("skip-link", new Adapter("skipLink", o -> map(texts(o, "text", "href", "classes")))),
            Map.entry("summary-list", new Adapter("summaryList", Adapters::summaryList)),
            Map.entry("table", new Adapter("table", Adapters::table)),
            Map.entry("tag", new Adapter("tag", o -> with(texts(o, "text", "classes"), "html", o.html("html")))),
            Map.entry("textarea", new Adapter("textarea", Adapters::textarea)),
            Map.entry(
                    "warning-text",
                    new Adapter(
                            "warningText",
                            o -> with(
                                    with(texts(o, "text", "classes"), "html", o.html("html")),
                                    "icon",
                                    o.text("iconFallbackText")))));

    private Adapters() {}

    private static Map<String, Object> texts(Options o, String... keys) {
        Map<String, Object> params = new HashMap<>();
        for (String key : keys) {
            with(params, key, o.text(key));
        }
        return params;
    }

    private static Map<String, Object> with(Map<String, Object> params, String key, @Nullable Object value) {
        if (value != null) {
            params.put(key, value);
        }
        return params;
    }

    private static Map<String, Object> map(Map<String, Object> params) {
        return params;
    }

    private static void labelHintError(Options o, Map<String, Object> params) {
        Options label = o.part("label");
        with(params, "label", label.text("text"));
        with(params, "labelHtml", label.html("html"));
        with(params, "labelClasses", label.text("classes"));
        params.put("heading", label.flag("isPageHeading"));
        label.text("for");
        hintError(o, params);
    }

    private static void hintError(Options o, Map<String, Object> params) {
        Options hint = o.part("hint");
        with(params, "hint", hint.text("text"));
        with(params, "hintHtml", hint.html("html"));
        with(params, "hintClasses", hint.text("classes"));
        if (o.has("errorMessage")) {
            params.put("error", fault(o.part("errorMessage")));
        }
        with(params, "groupClasses", o.part("formGroup").text("classes"));
    }

    private static Fault fault(Options o) {
        String hidden = o.text("visuallyHiddenText");
        boolean silent = o.given("visuallyHiddenText") && (hidden == null || !o.has("visuallyHiddenText"));
        String prefix = silent ? "" : Objects.requireNonNullElse(hidden, "Error");
        return new Fault(Objects.requireNonNullElse(o.text("text"), ""), prefix);
    }

    private static void around(Options o, Map<String, Object> params, String suffix) {
        Options group = o.part("formGroup");
        Options before = group.part("before" + suffix);
        Options after = group.part("after" + suffix);
        with(params, "before", before.html(before.has("html") ? "html" : "text"));
        with(params, "after", after.html(after.has("html") ? "html" : "text"));
    }

    private static Map<String, Object> label(Options o) {
        Map<String, Object> params = with(texts(o, "text", "classes"), "html", o.html("html"));
        with(params, "target", o.text("for"));
        params.put("heading", o.flag("isPageHeading"));
        return params;
    }

    private static Map<String, Object> errorMessage(Options o) {
        Map<String, Object> params = texts(o, "id", "classes");
        params.put("fault", fault(o));
        return params;
    }

    private static Map<String, Object> fieldset(Options o) {
        Map<String, Object> params = texts(o, "classes", "role", "describedBy");
        params.put("content", o.has("html") ? o.html("html") : (gg.jte.Content) output -> {});
        legend(o.part("legend"), params);
        return params;
    }

    private static void legend(Options legend, Map<String, Object> params) {
        with(params, "legend", legend.text("text"));
        with(params, "legendHtml", legend.html("html"));
        with(params, "legendClasses", legend.text("classes"));
        params.put("heading", legend.flag("isPageHeading"));
    }

    private static void grouped(Options o, Map<String, Object> params) {
        params.put("fieldset", o.has("fieldset"));
        Options fieldset = o.part("fieldset");
        legend(fieldset.part("legend"), params);
        with(params, "fieldsetClasses", fieldset.text("classes"));
        with(params, "describedBy", fieldset.text("describedBy"));
    }

    private static Map<String, Object> input(Options o) {
        Map<String, Object> params = texts(
                o,
                "id",
                "name",
                "value",
                "type",
                "classes",
                "describedBy",
                "autocomplete",
                "autocapitalize",
                "inputmode",
                "pattern",
                "spellcheck");
        labelHintError(o, params);
        params.put("disabled", o.flag("disabled"));
        with(params, "prefix", o.part("prefix").text("text"));
        with(params, "suffix", o.part("suffix").text("text"));
        with(params, "wrapperClasses", o.part("inputWrapper").text("classes"));
        around(o, params, "Input");
        return params;
    }

    private static Map<String, Object> textarea(Options o) {
        Map<String, Object> params =
                texts(o, "id", "name", "value", "classes", "describedBy", "autocomplete", "spellcheck");
        with(params, "rows", o.number("rows"));
        params.put("disabled", o.flag("disabled"));
        labelHintError(o, params);
        around(o, params, "Input");
        return params;
    }

    private static Map<String, Object> characterCount(Options o) {
        Map<String, Object> params = texts(o, "id", "name", "value", "classes", "countType", "spellcheck");
        for (String number : List.of("rows", "maxlength", "maxwords", "threshold")) {
            with(params, number, o.number(number));
        }
        with(params, "infoClasses", o.part("countMessage").text("classes"));
        labelHintError(o, params);
        around(o, params, "Input");
        return params;
    }

    private static Map<String, Object> select(Options o) {
        Map<String, Object> params = texts(o, "id", "name", "value", "classes", "describedBy");
        params.put("disabled", o.flag("disabled"));
        params.put(
                "items",
                o.list("items").stream().map(item -> item(item, "selected")).toList());
        labelHintError(o, params);
        around(o, params, "Input");
        return params;
    }

    private static Choice item(Options o, String checked) {
        if (o.has("divider")) {
            return Choice.divider(Objects.requireNonNull(o.text("divider")));
        }
        // An option with an empty value has that value; one without says its text.
        String value = o.has("value") && o.text("value") == null ? "" : o.text("value");
        return new Choice(
                value,
                o.text("text"),
                o.part("hint").text("text"),
                o.text("id"),
                o.decision(checked),
                o.flag("disabled"),
                false,
                "exclusive".equals(o.text("behaviour")),
                o.part("conditional").html("html"));
    }

    private static Map<String, Object> choices(Options o, boolean many) {
        Map<String, Object> params = texts(o, "name", "classes");
        with(params, "id", o.text("idPrefix"));
        if (many) {
            with(params, "values", o.has("values") ? o.texts("values") : null);
            with(params, "describedBy", o.text("describedBy"));
        } else {
            with(params, "value", o.text("value"));
        }
        params.put(
                "items",
                o.list("items").stream().map(item -> item(item, "checked")).toList());
        hintError(o, params);
        String own = (String) params.get("describedBy");
        grouped(o, params);
        if (params.get("describedBy") == null) {
            with(params, "describedBy", own);
        }
        around(o, params, "Inputs");
        return params;
    }

    private static Map<String, Object> dateInput(Options o) {
        Map<String, Object> params = texts(o, "id", "classes");
        with(params, "prefix", o.text("namePrefix"));
        String names = params.get("prefix") == null ? "" : params.get("prefix") + "-";
        Options values = o.part("values");
        for (String part : List.of("day", "month", "year")) {
            Options own = o.has(part) ? o.part(part) : o.part("none");
            with(
                    params,
                    part,
                    own.has("value") ? own.text("value") : values.text(values.has(names + part) ? names + part : part));
            with(params, part + "Label", own.text("label"));
            params.put(part + "Error", own.has("error") && own.flag("error"));
            if (part.equals(own.text("name"))) {
                own.text("name");
            }
        }
        hintError(o, params);
        grouped(o, params);
        around(o, params, "Inputs");
        return params;
    }

    private static Map<String, Object> button(Options o) {
        Map<String, Object> params =
                with(texts(o, "text", "href", "type", "name", "value", "id", "classes"), "html", o.html("html"));
        params.put("disabled", o.flag("disabled"));
        params.put("start", o.flag("isStartButton"));
        return with(params, "once", o.text("preventDoubleClick"));
    }

    private static Map<String, Object> errorSummary(Options o) {
        Map<String, Object> params = texts(o, "classes", "disableAutoFocus");
        params.put("title", Objects.requireNonNullElse(o.text("titleText"), ""));
        with(params, "description", o.text("descriptionText"));
        with(params, "descriptionHtml", o.html("descriptionHtml"));
        params.put(
                "errors",
                o.list("errorList").stream()
                        .map(error -> Link.of(String.valueOf(error.text("text")), error.text("href")))
                        .toList());
        return params;
    }

    private static Map<String, Object> details(Options o) {
        Map<String, Object> params = with(texts(o, "id", "text", "classes"), "html", o.html("html"));
        with(params, "summary", o.text("summaryText"));
        with(params, "summaryHtml", o.html("summaryHtml"));
        params.put("open", o.flag("open"));
        return params;
    }

    private static Map<String, Object> exitThisPage(Options o) {
        Map<String, Object> params = with(texts(o, "id", "text", "classes"), "html", o.html("html"));
        with(params, "url", o.text("redirectUrl"));
        with(params, "activated", o.text("activatedText"));
        with(params, "timedOut", o.text("timedOutText"));
        with(params, "twoMore", o.text("pressTwoMoreTimesText"));
        return with(params, "oneMore", o.text("pressOneMoreTimeText"));
    }

    private static Map<String, Object> genericHeader(Options o) {
        Map<String, Object> params = texts(o, "url", "classes", "containerClasses");
        with(params, "text", o.text("logoText"));
        return with(params, "html", o.html("logoHtml"));
    }

    private static Map<String, Object> languages(Options o) {
        Map<String, Object> params = texts(o, "classes");
        with(params, "label", o.text("ariaLabel"));
        params.put(
                "items",
                o.list("items").stream()
                        .map(item -> new Link(
                                String.valueOf(item.text("text")),
                                item.text("href"),
                                item.text("languageDescriptionText"),
                                item.flag("current"),
                                item.text("lang"),
                                null))
                        .toList());
        return params;
    }

    private static Map<String, Object> banner(Options o) {
        Map<String, Object> params =
                with(texts(o, "text", "role", "titleId", "disableAutoFocus", "classes"), "html", o.html("html"));
        with(params, "title", o.text("titleText"));
        with(params, "titleHtml", o.html("titleHtml"));
        with(params, "headingLevel", o.number("titleHeadingLevel"));
        params.put("success", "success".equals(o.text("type")));
        return params;
    }

    private static Map<String, Object> panel(Options o) {
        Map<String, Object> params = with(texts(o, "text", "classes"), "html", o.html("html"));
        with(params, "title", o.text("titleText"));
        with(params, "titleHtml", o.html("titleHtml"));
        return with(params, "headingLevel", o.number("headingLevel"));
    }

    private static Map<String, Object> pagination(Options o) {
        Map<String, Object> params = texts(o, "classes");
        with(params, "label", o.text("landmarkLabel"));
        for (String end : List.of("previous", "next")) {
            if (o.has(end)) {
                Options link = o.part(end);
                params.put(
                        end,
                        new Link(
                                Objects.requireNonNullElse(link.text("text"), ""),
                                link.text("href"),
                                link.text("labelText"),
                                false,
                                null,
                                null));
            }
        }
        if (o.has("items")) {
            params.put("items", o.list("items").stream().map(Adapters::pageItem).toList());
        }
        return params;
    }

    private static Link pageItem(Options o) {
        if (o.flag("ellipsis")) {
            return Link.of("", null);
        }
        return new Link(
                Objects.requireNonNullElse(o.text("number"), ""),
                o.text("href"),
                o.text("visuallyHiddenText"),
                o.flag("current"),
                null,
                null);
    }

    private static Map<String, Object> breadcrumbs(Options o) {
        Map<String, Object> params = texts(o, "classes");
        with(params, "label", o.text("labelText"));
        params.put("collapse", o.flag("collapseOnMobile"));
        params.put("items", o.list("items").stream().map(Adapters::link).toList());
        return params;
    }

    private static Link link(Options o) {
        return new Link(
                Objects.requireNonNullElse(o.text("text"), ""),
                o.text("href"),
                o.text("visuallyHiddenText"),
                o.flag("current"),
                null,
                null);
    }

    private static Map<String, Object> serviceNavigation(Options o) {
        Map<String, Object> params = texts(o, "ariaLabel", "classes", "navigationClasses");
        with(params, "label", o.text("navigationLabel"));
        with(params, "id", o.text("navigationId"));
        with(params, "name", o.text("serviceName"));
        with(params, "url", o.text("serviceUrl"));
        with(params, "menu", o.text("menuButtonText"));
        with(params, "menuLabel", o.text("menuButtonLabel"));
        with(
                params,
                "collapse",
                o.given("collapseNavigationOnMobile")
                        ? o.decision("collapseNavigationOnMobile")
                        : Boolean.valueOf(o.list("navigation").size() > 1));
        params.put("items", o.list("navigation").stream().map(Adapters::link).toList());
        return params;
    }

    private static Map<String, Object> summaryList(Options o) {
        Map<String, Object> params = texts(o, "classes");
        params.put(
                "rows",
                o.list("rows").stream()
                        .map(row -> new Row(
                                Objects.requireNonNullElse(row.part("key").text("text"), ""),
                                row.part("value").text("text"),
                                row.part("value").html("html"),
                                actions(row.part("actions"))))
                        .toList());
        if (o.has("card")) {
            Options card = o.part("card");
            params.put("card", Objects.requireNonNullElse(card.part("title").text("text"), ""));
            params.put("cardActions", actions(card.part("actions")));
        }
        return params;
    }

    private static List<Link> actions(Options o) {
        return o.list("items").stream().map(Adapters::link).toList();
    }

    private static Map<String, Object> table(Options o) {
        Map<String, Object> params = texts(o, "caption", "captionClasses", "classes");
        params.put("firstIsHeader", o.flag("firstCellIsHeader"));
        if (o.has("head")) {
            params.put("head", cells(o.list("head").stream()));
        }
        params.put(
                "rows", o.rows("rows").stream().map(row -> cells(row.stream())).toList());
        return params;
    }

    private static List<Cell> cells(Stream<Options> cells) {
        return cells.map(cell -> new Cell(
                        cell.text("text"),
                        cell.html("html"),
                        "numeric".equals(cell.text("format")),
                        cell.number("colspan"),
                        cell.number("rowspan"),
                        cell.text("classes")))
                .toList();
    }
}
