package redress.intake;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import redress.access.Public;
import redress.ledger.LedgerKeys;
import redress.problem.Problem;
import redress.profile.Profile;
import redress.web.FormBody;
import redress.web.LanguageFilter;
import redress.web.Page;

/**
 * The questionnaire in both skins. The whole of it stands under one address, so that the history of a phone does not
 * tell how far somebody came, and each press of a button is a request that stands alone.
 */
@Path("/complain")
@Public
@Produces(MediaType.TEXT_HTML)
public class ComplainPages {

    private final Intake intake;
    private final LedgerKeys keys;
    private final Profile profile;
    private final InstantSource clock;

    @Inject
    ComplainPages(Intake intake, LedgerKeys keys, Profile profile, InstantSource clock) {
        this.intake = intake;
        this.keys = keys;
        this.profile = profile;
        this.clock = clock;
    }

    /** The first page, with a code of its own. */
    @GET
    public Page begin() {
        return page(turn(Map.of()));
    }

    /** The next page, the page before, one to change, or the receipt. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Page turn(InputStream body, @Context ContainerRequestContext request) throws IOException {
        Turn turn = turn(FormBody.read(body));
        Optional<QuestionPage> page = turn.page();
        return page.isPresent()
                ? page.get()
                : receipt(turn, request, slips -> slips.isEmpty() ? turn.afresh() : turn.again(slips));
    }

    /** The one-page form, empty. */
    @GET
    @Path("one-page")
    public Page onePage() {
        return new OnePagePage(turn(Map.of()), List.of(), false);
    }

    /** The one-page form again in another language or with what needs another look, or the receipt. */
    @POST
    @Path("one-page")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Page send(InputStream body, @Context ContainerRequestContext request) throws IOException {
        Turn turn = turn(FormBody.read(body));
        if (turn.stays()) {
            return new OnePagePage(turn, List.of(), false);
        }
        List<Slip> slips = turn.slips();
        if (!slips.isEmpty() || !turn.broughtCode()) {
            return new OnePagePage(turn, slips, false);
        }
        return receipt(
                turn,
                request,
                refused -> refused.isEmpty()
                        ? new OnePagePage(turn.withoutCode(), List.of(), true)
                        : new OnePagePage(turn, refused, false));
    }

    /**
     * The receipt, or the form again: with what the last check refuses, or with nothing where the code was used for
     * other words before. What was typed must not be lost on a page that only says no.
     */
    private Page receipt(Turn turn, ContainerRequestContext request, Function<List<Slip>, Page> again) {
        Submission submission =
                Writing.of(turn, LanguageFilter.language(request).tag());
        try {
            return new ReceiptPage(intake.receive(submission), keys.verifierKey());
        } catch (Problem refused) {
            List<Slip> slips = Slip.of(refused);
            if (refused.kind() == Problem.Kind.CONFLICT || !slips.isEmpty()) {
                return again.apply(slips);
            }
            throw refused;
        }
    }

    private static Page page(Turn turn) {
        return turn.page().orElseThrow(Problem::notFound);
    }

    private Turn turn(Map<String, List<String>> form) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), profile.zone());
        return new Turn(form, new Choices(profile, today));
    }
}
