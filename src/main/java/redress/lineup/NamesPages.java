package redress.lineup;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import redress.access.Actor;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.web.Form;

/** The pages that ask who somebody is, and where a person says who a subject is or takes it back. */
@Path("/desk/names")
@Produces(MediaType.TEXT_HTML)
@Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
public class NamesPages {

    private static final Set<String> DONE = Set.of("confirmed", "undone", "denied", "restored");

    private final Lineups lineups;
    private final Identifying identifying;
    private final RulingOut rulingOut;
    private final CurrentActor current;

    @Inject
    NamesPages(Lineups lineups, Identifying identifying, RulingOut rulingOut, CurrentActor current) {
        this.lineups = lineups;
        this.identifying = identifying;
        this.rulingOut = rulingOut;
        this.current = current;
    }

    /** The candidates for what the address asks; the form alone where it asks for nothing. */
    @GET
    public Response ask(@Context UriInfo address) {
        Form form = Form.of(address.getQueryParameters());
        String done = form.value("done");
        String notice = DONE.contains(done) ? "lineup." + done : null;
        return answer(200, form, List.of(), notice);
    }

    /** Confirms who a subject is. */
    @POST
    @Path("/{complaint}/{subject}/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
    public Response confirm(
            @PathParam("complaint") String complaint,
            @PathParam("subject") String subject,
            MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        Identifying.Statement said = statement(complaint, subject, form);
        return decided(said, form, "confirmed", () -> identifying.confirm(said, current.require()));
    }

    /** Rules an officer out. */
    @POST
    @Path("/{complaint}/{subject}/deny")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
    public Response deny(
            @PathParam("complaint") String complaint,
            @PathParam("subject") String subject,
            MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        Identifying.Statement said = statement(complaint, subject, form);
        return decided(said, form, "denied", () -> rulingOut.deny(said, current.require()));
    }

    /** Takes a confirmation back. */
    @POST
    @Path("/{complaint}/{subject}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
    public Response undo(
            @PathParam("complaint") String complaint,
            @PathParam("subject") String subject,
            MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        Identifying.Statement said = statement(complaint, subject, form);
        return decided(said, form, "undone", () -> identifying.undo(said, current.require()));
    }

    private Response decided(Identifying.Statement said, Form form, String done, LongSupplier deed) {
        try {
            long act = deed.getAsLong();
            return Response.seeOther(URI.create("/desk/names?complaint=" + said.complaint() + "&subject="
                            + said.subject() + "&done=" + done + "&act=" + act))
                    .build();
        } catch (Problem refused) {
            Form back = Form.of(known(said, form));
            return switch (refused.kind()) {
                case INVALID -> answer(400, back, refused.errors(), null);
                case CONFLICT -> answer(409, back, List.of(), "lineup.conflict");
                default -> throw refused;
            };
        }
    }

    private static Map<String, String> known(Identifying.Statement said, Form form) {
        Map<String, String> known = new HashMap<>();
        for (String field : List.of("name", "badge", "officer", "reason")) {
            known.put(field, form.value(field));
        }
        known.put("complaint", said.complaint());
        known.put("subject", said.subject());
        return known;
    }

    private Response answer(int status, Form form, List<FieldError> faults, @Nullable String notice) {
        Actor actor = current.require();
        boolean may = actor.hasAny(Role.INVESTIGATOR, Role.SUPERVISOR);
        try {
            Lineup lineup = Sought.in(form) ? lineups.ask(Sought.of(form), actor) : null;
            return page(status, new NamesPage(actor.displayName(), form.with(faults), lineup, may, notice));
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.INVALID) {
                throw refused;
            }
            return page(400, new NamesPage(actor.displayName(), form.with(refused.errors()), null, may, notice));
        }
    }

    private static Response page(int status, NamesPage page) {
        return Response.status(status)
                .entity(page)
                .type(MediaType.TEXT_HTML_TYPE)
                .build();
    }

    private static Identifying.Statement statement(String complaint, String subject, Form form) {
        String version = form.value("version");
        return new Identifying.Statement(
                complaint,
                subject,
                form.value("officer"),
                form.value("reason"),
                version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1);
    }
}
