package redress.watch;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.search.SavedSearch;
import redress.search.WatchPort;
import redress.web.Form;

/** Reads what somebody typed, or sent as JSON, as a watch that they want. */
final class WantedForm {

    private WantedForm() {}

    static Wanted read(Form form, WatchPort port) {
        Watch.Kind kind = kind(form.value("kind"));
        SavedSearch none = new SavedSearch("");
        Watch.Sought sought = kind == Watch.Kind.SEARCH
                ? new Watch.Sought(kind, search(form, port), null)
                : new Watch.Sought(
                        kind, none, new Watch.Rule(whole(form.value("complaints")), whole(form.value("days"))));
        return new Wanted(form.value("label"), form.value("purpose"), sought, day(form.value("until")));
    }

    /** What is wrong in the search is told beside the search: it has no other field here. */
    private static SavedSearch search(Form form, WatchPort port) {
        try {
            return port.saved(new SavedSearch(form.value("search")).parameters());
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID) {
                throw problem;
            }
            throw Problem.invalid(problem.errors().stream()
                    .map(error -> new FieldError("search", error.message()))
                    .toList());
        }
    }

    /** The kind of watch; a search where nothing else is named. */
    static Watch.Kind kind(String word) {
        for (Watch.Kind kind : Watch.Kind.values()) {
            if (kind.name().equalsIgnoreCase(word)) {
                return kind;
            }
        }
        return Watch.Kind.SEARCH;
    }

    static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static int whole(String text) {
        return text.strip().matches("[0-9]{1,6}") ? Integer.parseInt(text.strip()) : 0;
    }
}
