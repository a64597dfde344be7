package redress.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import redress.problem.Problem;
import redress.wiring.Part;

/**
 * Gives the words of a form back to somebody whose session was over when it arrived. The form was turned away before
 * anything read it, so it is read here, once, and kept nowhere.
 */
@Provider
@Part
public class TypedBack implements ContainerResponseFilter {

    /** Called by the server. */
    public TypedBack() {}

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (response.getEntity() instanceof SessionOverPage
                && request.getMediaType() != null
                && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType())) {
            response.setEntity(SessionOverPage.of(read(request)));
        }
    }

    private static Map<String, List<String>> read(ContainerRequestContext request) throws IOException {
        try {
            return FormBody.read(request.getEntityStream());
        } catch (Problem tooMuch) {
            return Map.of();
        }
    }
}
