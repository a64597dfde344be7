package redress.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.wiring.Part;

/** Tells a refusal in the way in which it was asked: RFC 9457 to a machine, a page to a person. */
@Part
class Refusals {

    static final String JSON = "application/problem+json";

    private final Views views;
    private final HttpServletRequest request;

    @Inject
    Refusals(Views views, HttpServletRequest request) {
        this.views = views;
        this.request = request;
    }

    /** What is told, whatever the form. */
    record Refusal(
            int status,
            String slug,
            @Nullable String detail,
            List<FieldError> errors,
            @Nullable String incident) {

        /** A refusal known by its status alone. */
        static Refusal of(int status) {
            return new Refusal(status, Refusals.slug(status), null, List.of(), null);
        }

        ProblemPage page() {
            return new ProblemPage(
                    status,
                    detail,
                    incident,
                    errors.stream().map(FieldError::message).distinct().toList());
        }

        JsonObject json(View view) {
            int told = page().told();
            JsonObjectBuilder body = Json.createObjectBuilder()
                    .add("type", "/problems/" + slug)
                    .add("title", view.t("web.problem." + told + ".title"))
                    .add("status", status)
                    .add("detail", detail == null ? view.t("web.problem." + told + ".text") : view.message(detail));
            if (!errors.isEmpty()) {
                JsonArrayBuilder list = Json.createArrayBuilder();
                errors.forEach(error -> list.add(Json.createObjectBuilder()
                        .add("field", error.field())
                        .add("message", view.message(error.message()))));
                body.add("errors", list);
            }
            if (incident != null) {
                body.add("incident", incident);
            }
            return body.build();
        }
    }

    /** A refusal that a use case decided. */
    Response of(Problem problem) {
        int status = status(problem.kind());
        if (problem.slug().equals(SessionOverPage.SLUG) && !machine(request)) {
            return Response.status(status)
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(new SessionOverPage(List.of()))
                    .build();
        }
        if (problem.slug().equals("invalid-input")) {
            return invalid(problem.errors());
        }
        String detail = problem.slug().equals(slug(status)) ? null : problem.detail();
        return answer(new Refusal(status, problem.slug(), detail, problem.errors(), null));
    }

    /** A refusal that the platform decided, by its status alone. */
    Response of(int status) {
        return answer(Refusal.of(status));
    }

    /** The input does not hold, field by field. */
    Response invalid(List<FieldError> errors) {
        return answer(new Refusal(400, "invalid-input", "web.problem.422.text", errors, null));
    }

    /** A fault of ours, known to the log under this number. */
    Response fault(String incident) {
        return answer(new Refusal(500, slug(500), null, List.of(), incident));
    }

    private Response answer(Refusal refusal) {
        Response.ResponseBuilder told = Response.status(refusal.status());
        return machine(request)
                ? told.type(JSON)
                        .entity(refusal.json(views.of(request)).toString())
                        .build()
                : told.type(MediaType.TEXT_HTML_TYPE).entity(refusal.page()).build();
    }

    /** Whether a machine asks: a path of the API, or somebody who prefers JSON and no page. */
    static boolean machine(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        String accept = String.valueOf(request.getHeader("Accept")).toLowerCase(Locale.ROOT);
        return path.startsWith("/api/") || accept.contains("json") && !accept.contains("text/html");
    }

    static String slug(int status) {
        return switch (status) {
            case 400 -> "unreadable";
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 409 -> "conflict";
            case 410 -> "gone";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            case 429 -> "too-many-requests";
            case 503 -> "unavailable";
            default -> status < 500 ? "bad-request" : "fault";
        };
    }

    private static int status(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
            case UNAVAILABLE -> 503;
        };
    }
}
