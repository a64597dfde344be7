package redress.lineup;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import redress.access.Actor;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.problem.Problem;
import redress.web.Form;

/** The page on which the answer that a subject is not an officer is taken back. */
@Path("/desk/names/{complaint}/{subject}/denials/{officer}/undo")
@Produces(MediaType.TEXT_HTML)
@Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
public class IdentificationDenialPages {

    private final RulingOut rulingOut;
    private final CurrentActor current;

    @Inject
    IdentificationDenialPages(RulingOut rulingOut, CurrentActor current) {
        this.rulingOut = rulingOut;
        this.current = current;
    }

    /** The answer that somebody is about to take back. */
    @GET
    public Response standing(
            @PathParam("complaint") String complaint,
            @PathParam("subject") String subject,
            @PathParam("officer") String officer) {
        return page(200, said(complaint, subject, officer, ""), Form.blank());
    }

    /** Takes the answer back. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response undo(
            @PathParam("complaint") String complaint,
            @PathParam("subject") String subject,
            @PathParam("officer") String officer,
            MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        Identifying.Statement said = said(complaint, subject, officer, form.value("reason"));
        try {
            rulingOut.undo(said, current.require());
            return Response.seeOther(URI.create(lineup(said) + "&done=restored"))
                    .build();
        } catch (Problem refused) {
            return page(Typed.status(refused), said, Typed.back(form, refused));
        }
    }

    private Response page(int status, Identifying.Statement about, Form form) {
        Actor actor = current.require();
        RulingOut.Answer answer = rulingOut.standing(about, actor);
        String action = "/desk/names/" + about.complaint() + "/" + about.subject() + "/denials/"
                + answer.officer().officer() + "/undo";
        return Response.status(status)
                .entity(new DenialPage(
                        actor.displayName(),
                        form,
                        answer.officer().name() + ", " + answer.officer().service(),
                        answer.told(),
                        new DenialPage.Paths(lineup(about), action)))
                .type(MediaType.TEXT_HTML_TYPE)
                .build();
    }

    private static String lineup(Identifying.Statement about) {
        return "/desk/names?complaint=" + about.complaint() + "&subject=" + about.subject();
    }

    private static Identifying.Statement said(String complaint, String subject, String officer, String reason) {
        return new Identifying.Statement(complaint, subject, officer, reason, -1);
    }
}
