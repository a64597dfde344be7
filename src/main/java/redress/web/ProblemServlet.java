package redress.web;

import gg.jte.output.Utf8ByteOutput;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Tells what went wrong before or outside an endpoint: the server dispatches every error here. Asked directly there is
 * nothing.
 */
@WebServlet("/problem")
public class ProblemServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Templates templates;
    private final transient Views views;

    /** Called by the server. */
    @Inject
    public ProblemServlet(Templates templates, Views views) {
        this.templates = templates;
        this.views = views;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        View view = views.of(request);
        response.setStatus(status);
        response.setHeader("Content-Language", view.language().tag());
        Utf8ByteOutput html = new Utf8ByteOutput();
        if (Refusals.machine(request)) {
            response.setContentType(Refusals.JSON);
            byte[] json = Refusals.Refusal.of(status).json(view).toString().getBytes(StandardCharsets.UTF_8);
            html.writeBinaryContent(json);
        } else {
            response.setContentType("text/html;charset=UTF-8");
            html = templates.render(new ProblemPage(status, null, null), view);
        }
        response.setContentLength(html.getContentLength());
        html.writeTo(response.getOutputStream());
    }
}
