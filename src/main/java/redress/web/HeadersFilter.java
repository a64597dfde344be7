package redress.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Puts on every answer what a browser needs to know to keep a complainant safe: nothing foreign is loaded, nothing is
 * kept, nothing tells the next site where the reader was. An endpoint may set a header of its own over these. web.xml
 * puts it before all other filters.
 *
 * <p>Pages of the desk tell our own site, and no other, where the reader was: under {@code no-referrer} a browser sends
 * {@code Origin: null} with a form, and one that sends no {@code Sec-Fetch-Site} (old Safari, or any over plain HTTP)
 * could not show that the form is ours.
 */
public class HeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none';"
            + " require-trusted-types-for 'script'";

    private static final String PERMISSIONS = "accelerometer=(), autoplay=(), camera=(), display-capture=(),"
            + " encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(),"
            + " midi=(), payment=(), usb=(), browsing-topics=()";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Permissions-Policy", PERMISSIONS);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", desk(request) ? "same-origin" : "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
        response.setHeader("Vary", "Accept, Accept-Encoding");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=63072000");
        }
        chain.doFilter(request, response);
    }

    /** Whether a page of the desk is asked for, in whatever language, or what went wrong with one is told. */
    private static boolean desk(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        return path.matches("(/[A-Za-z-]+)?/desk(/.*)?");
    }
}
