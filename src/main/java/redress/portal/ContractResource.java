package redress.portal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import redress.access.Public;
import redress.problem.Problem;

/** The contract of the programming interface, written first and checked against the routes in both directions. */
@Path("/api/v1/openapi.yaml")
public class ContractResource {

    /** The document as it stands in docs/api. */
    @GET
    @Public
    @Produces("application/yaml")
    public String contract() throws IOException {
        try (InputStream in = ContractResource.class.getResourceAsStream("/api/openapi.yaml")) {
            if (in == null) {
                throw Problem.notFound();
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
