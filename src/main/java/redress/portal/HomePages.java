package redress.portal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import redress.access.Public;

/** Answers until the start page of the public form takes its place. */
@Path("/")
public class HomePages {

    /** Says that the portal runs. */
    @GET
    @Public
    public String home() {
        return "Redress";
    }
}
