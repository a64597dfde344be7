package redress.web;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import redress.problem.Problem.FieldError;
import redress.wiring.Part;

/** Input that fails its shape becomes field errors. It has a mapper of its own because the server brings one too. */
@Provider
@Part
public class ConstraintMapper implements ExceptionMapper<ConstraintViolationException> {

    private final Refusals refusals;

    @Inject
    ConstraintMapper(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public Response toResponse(ConstraintViolationException thrown) {
        return refusals.invalid(errors(thrown));
    }

    static List<FieldError> errors(ConstraintViolationException thrown) {
        return thrown.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .toList();
    }

    /** The path without the method and its parameter, which mean nothing to whoever sent the body. */
    private static String field(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        int skipped = nodes.size() > 2 ? 2 : Math.max(0, nodes.size() - 1);
        return nodes.stream().skip(skipped).map(Path.Node::toString).collect(Collectors.joining("."));
    }
}
