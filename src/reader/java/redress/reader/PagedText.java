package redress.reader;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.apache.tika.sax.WriteOutContentHandler;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * The words of a document as its parser tells them, and which of them stand on which page: parsers of pages put each
 * into an element of its own. What is enclosed in a page or comes behind the last one is no page of this document.
 */
final class PagedText extends ContentHandlerDecorator {

    private final StringWriter text;
    private final List<Integer> begins = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    /** How many elements are open of the page that is being told, itself among them. */
    private int open;

    private PagedText(StringWriter text, int most) {
        super(new BodyContentHandler(new WriteOutContentHandler(text, most)));
        this.text = text;
    }

    /** For a document of which so many characters are taken. */
    static PagedText upTo(int most) {
        return new PagedText(new StringWriter(), most);
    }

    @Override
    public void startElement(String space, String name, String qualified, Attributes attributes) throws SAXException {
        super.startElement(space, name, qualified, attributes);
        if (open > 0) {
            open++;
        } else if (name.equals("div") && "page".equals(attributes.getValue("class"))) {
            open = 1;
            begins.add(text.getBuffer().length());
        }
    }

    @Override
    public void endElement(String space, String name, String qualified) throws SAXException {
        super.endElement(space, name, qualified);
        if (open > 0 && --open == 0) {
            ends.add(text.getBuffer().length());
        }
    }

    /** How many letters and digits stand on a page, from 0; none on one that was not told. */
    int letters(int page) {
        return page < ends.size()
                ? (int) text.getBuffer()
                        .substring(begins.get(page), ends.get(page))
                        .codePoints()
                        .filter(Character::isLetterOrDigit)
                        .count()
                : 0;
    }

    /** Whether some page has fewer letters and digits than this; so it may be where no page was told. */
    boolean hasPageOfFewer(int letters) {
        return ends.isEmpty() || IntStream.range(0, ends.size()).anyMatch(page -> letters(page) < letters);
    }

    /** All words, those that were read of pictures behind what is printed on the same page. */
    String with(Map<Integer, String> pictures) {
        StringBuilder all = new StringBuilder();
        int told = 0;
        for (int page = 0; page < ends.size(); page++) {
            String seen = pictures.get(page);
            if (seen != null) {
                all.append(text.getBuffer(), told, ends.get(page)).append('\n').append(seen);
                told = ends.get(page);
            }
        }
        all.append(text.getBuffer(), told, text.getBuffer().length());
        pictures.forEach((page, seen) -> all.append(page < ends.size() ? "" : "\n" + seen));
        return all.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
