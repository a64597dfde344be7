package redress.web;

import gg.jte.output.Utf8ByteOutput;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.zip.GZIPOutputStream;
import redress.wiring.Part;

/** Writes a page as HTML in the language of the request, compressed unless it shows a secret. */
@Provider
@Part
@Produces(MediaType.TEXT_HTML)
public class PageWriter implements MessageBodyWriter<Page> {

    private final Templates templates;
    private final Views views;
    private final HttpServletRequest request;
    private final Instance<Waiting> waiting;

    @Inject
    PageWriter(Templates templates, Views views, HttpServletRequest request, Instance<Waiting> waiting) {
        this.templates = templates;
        this.views = views;
        this.request = request;
        this.waiting = waiting;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return Page.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Page page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        View view = views.of(request)
                .telling(() -> waiting.stream().mapToLong(Waiting::forReader).sum());
        Utf8ByteOutput html = templates.render(page, view);
        headers.putSingle(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
        headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, view.language().tag());
        if (page.secret() || !compressible(request)) {
            html.writeTo(out);
            return;
        }
        headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        try (GZIPOutputStream zipped = new GZIPOutputStream(out, 4 * 1024)) {
            html.writeTo(zipped);
        }
    }

    /** Whether whoever asks can read gzip. */
    static boolean compressible(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:\\s*,|\\s*$)).*");
    }
}
