package redress.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;
import redress.wiring.Part;

/**
 * The compiled templates. A page is rendered whole before its first byte leaves, so that a template that fails becomes
 * a clean error page and never half a page.
 */
@Part
class Templates {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "redress.templates");

    Utf8ByteOutput render(Page page, View view) {
        Utf8ByteOutput output = new Utf8ByteOutput(8 * 1024);
        engine.render(page.template() + ".jte", Map.of("v", view, "page", page), output);
        return output;
    }
}
