package redress.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Serves style sheets, scripts and the icon as the build compressed them. A name changes with its content. */
@WebServlet("/assets/*")
public class AssetServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Assets assets;

    /** Called by the server. */
    @Inject
    public AssetServlet(Assets assets) {
        this.assets = assets;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String file = String.valueOf(request.getPathInfo()).substring(1);
        boolean zipped = PageWriter.compressible(request);
        String type = type(file);
        Optional<InputStream> found = type == null ? Optional.empty() : assets.open(file, zipped);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(type);
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Vary", "Accept-Encoding");
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
        }
        try (InputStream bytes = found.get()) {
            byte[] all = bytes.readAllBytes();
            response.setContentLength(all.length);
            response.getOutputStream().write(all);
        }
    }

    private static @Nullable String type(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            case "svg" -> "image/svg+xml";
            default -> null;
        };
    }
}
