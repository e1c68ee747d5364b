package io.frontdesk.parser.format;

import java.util.Locale;
import java.util.Set;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Passes on what a web page says, and not what surrounds it: navigation, page header and footer, controls, hidden parts;
 * where asked, nothing outside of what the page itself marks as its main content.
 */
final class PageContent extends ContentHandlerDecorator {

    private static final Set<String> NOT_CONTENT = Set.of(
            "nav",
            "footer",
            "aside",
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "iframe",
            "object",
            "canvas",
            "audio",
            "video",
            "dialog",
            "button",
            "select",
            "textarea",
            "datalist",
            "head");
    private static final Set<String> SURROUNDING_ROLES = Set.of(
            "navigation",
            "banner",
            "contentinfo",
            "complementary",
            "search",
            "menu",
            "menubar",
            "dialog",
            "alertdialog");
    private static final Set<String> WHOLE_PAGE = Set.of("html", "body");
    private final boolean mainOnly;
    private int leftOut;
    private int depth;
    private int mainDepth;
    private int articles;

    PageContent(ContentHandler handler, boolean mainOnly) {
        super(handler);
        this.mainOnly = mainOnly;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        if (leftOut > 0 || !isContent(localName, attributes)) {
            leftOut++;
            return;
        }
        depth++;
        articles += localName.equals("article") ? 1 : 0;
        if (mainDepth == 0
                && (localName.equals("main") || value(attributes, "role").equals("main"))) {
            mainDepth = depth;
        }
        super.startElement(uri, localName, name, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String name) throws SAXException {
        if (leftOut > 0) {
            leftOut--;
            return;
        }
        super.endElement(uri, localName, name);
        mainDepth = depth == mainDepth ? 0 : mainDepth;
        articles -= localName.equals("article") ? 1 : 0;
        depth--;
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (leftOut == 0 && (mainDepth > 0 || !mainOnly)) {
            super.characters(text, start, length);
        }
    }

    private boolean isContent(String element, Attributes attributes) {
        // Pages that fade in hide their whole body until a script has run.
        if (WHOLE_PAGE.contains(element)) {
            return true;
        }
        // An article's own header holds its title.
        boolean pageHeader = element.equals("header") && mainDepth == 0 && articles == 0;
        return !pageHeader
                && !NOT_CONTENT.contains(element)
                && !SURROUNDING_ROLES.contains(value(attributes, "role"))
                && !isHidden(attributes);
    }

    private static boolean isHidden(Attributes attributes) {
        var style = value(attributes, "style").replace(" ", "");
        // Folded answers are found by a search in the page, so they are content.
        boolean hidden = attributes.getValue("hidden") != null
                && !value(attributes, "hidden").equals("until-found");
        return hidden
                || value(attributes, "aria-hidden").equals("true")
                || style.contains("display:none")
                || style.contains("visibility:hidden");
    }

    private static String value(Attributes attributes, String name) {
        var value = attributes.getValue(name);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
