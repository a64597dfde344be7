package redress.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The quick way out: drops what the browser holds of us and leads to a dull page elsewhere. */
@WebServlet("/exit")
public class ExitServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Brand brand;

    /** Called by the server. */
    @Inject
    public ExitServlet(Brand brand) {
        this.brand = brand;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Clear-Site-Data", "\"cookies\", \"storage\"");
        response.setHeader("Location", brand.exit());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }
}
