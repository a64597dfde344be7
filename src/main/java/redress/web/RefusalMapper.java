package redress.web;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redress.problem.Problem;
import redress.wiring.Part;
import redress.wiring.Refused;

/**
 * The one place where anything thrown becomes an answer. What is not known here is a fault of ours: the reader gets its
 * number, the log gets its place, nobody gets its message, which may quote what a person wrote.
 */
@Provider
@Part
public class RefusalMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(RefusalMapper.class.getName());
    private static final int FRAMES = 15;

    private static final Problem BEING_CHANGED = Problem.of(Problem.Kind.CONFLICT, "being-changed", "web.problem.held");

    private final Refusals refusals;
    private final SecureRandom random = new SecureRandom();

    @Inject
    RefusalMapper(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        Optional<Problem> problem = within(thrown, Problem.class);
        if (problem.isPresent()) {
            return refusals.of(problem.get());
        }
        if (thrown instanceof WebApplicationException platform) {
            return platform(platform.getResponse());
        }
        if (within(thrown, OptimisticLockException.class).isPresent()) {
            return refusals.of(409);
        }
        if (Refused.held(thrown)) {
            return refusals.of(BEING_CHANGED);
        }
        Optional<ConstraintViolationException> invalid = within(thrown, ConstraintViolationException.class);
        if (invalid.isPresent()) {
            return refusals.invalid(ConstraintMapper.errors(invalid.get()));
        }
        return refusals.fault(log(thrown));
    }

    /** The same to somebody who asked past the JAX-RS engine; a refusal to a machine. */
    public void tell(Throwable thrown, HttpServletResponse response) throws IOException {
        Response told = toResponse(thrown);
        byte[] body = String.valueOf(told.getEntity()).getBytes(StandardCharsets.UTF_8);
        response.setStatus(told.getStatus());
        response.setContentType(Refusals.JSON);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Response platform(Response given) {
        if (given.hasEntity() || given.getStatus() < 400) {
            return given;
        }
        Response told = given.getStatus() < 500 || given.getStatus() == 503
                ? refusals.of(given.getStatus())
                : refusals.fault(log(given.getStatus()));
        for (String kept : new String[] {HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER}) {
            if (given.getHeaders().containsKey(kept)) {
                told.getHeaders().put(kept, given.getHeaders().get(kept));
            }
        }
        return told;
    }

    private static <T extends Throwable> Optional<T> within(Throwable thrown, Class<T> kind) {
        return chain(thrown).filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(10);
    }

    private String incident() {
        byte[] bytes = new byte[5];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String log(int status) {
        String incident = incident();
        LOG.log(Level.ERROR, "Incident {0}: the server itself answers {1}", incident, status);
        return incident;
    }

    private String log(Throwable thrown) {
        String incident = incident();
        LOG.log(
                Level.ERROR,
                () -> "Incident " + incident + ": "
                        + chain(thrown).map(RefusalMapper::place).collect(Collectors.joining("\ncaused by ")));
        return incident;
    }

    private static String place(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n  at " + frame)
                .collect(Collectors.joining("", thrown.getClass().getName(), ""));
    }
}
