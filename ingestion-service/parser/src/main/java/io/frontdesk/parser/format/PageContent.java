package io.frontdesk.parser.format;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Passes on what a web page says, and not what surrounds it: navigation, page header and footer, cookie banners, controls,
 * hidden parts; of that, one part of the page.
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

    /** Beginnings of ids and classes that pages without roles give to what surrounds their content. */
    private static final Pattern SURROUNDING_NAME = Pattern.compile("(cookie|gdpr|consent)[-_]?"
            + "(banner|consent|notice|bar|law|popup|dialog|message|modal|overlay|manager).*"
            + "|onetrust-(banner|consent|pc).*|cybotcookiebot.*|cc-(window|banner)"
            + "|breadcrumbs?|pagination|skip-?(link|nav|to).*|(site|page|main|global)-?(header|footer|nav|navigation|menu)"
            + "|nav|navbar|navigation|footer");

    /** Which part of a page, in the order in which they are tried. */
    enum Part {
        /** What the page marks as its main content. */
        MAIN,
        /** Its articles and its title, which are preferred where they are most of its text. */
        ARTICLES,
        /** All but what surrounds the content. */
        PAGE,
        /** What only its name tells to surround the content, too. */
        EVERYTHING
    }

    private final Part part;
    private long articleChars;
    private long pageChars;
    private int leftOut;
    private int depth;
    private int mainDepth;
    private int articles;
    private int titles;

    PageContent(ContentHandler handler, Part part) {
        super(handler);
        this.part = part;
    }

    /** What to read of a page of which this part holds nothing; null after the last. */
    @Nullable
    Part next() {
        return switch (part) {
            case MAIN -> articleChars > pageChars / 2 ? Part.ARTICLES : Part.PAGE;
            case ARTICLES -> Part.PAGE;
            case PAGE -> Part.EVERYTHING;
            case EVERYTHING -> null;
        };
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        if (leftOut > 0 || !isContent(localName, attributes)) {
            leftOut++;
            return;
        }
        depth++;
        articles += localName.equals("article") ? 1 : 0;
        titles += localName.equals("h1") ? 1 : 0;
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
        titles -= localName.equals("h1") ? 1 : 0;
        depth--;
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (leftOut > 0) {
            return;
        }
        int chars = new String(text, start, length).strip().length();
        pageChars += chars;
        articleChars += articles > 0 ? chars : 0;
        if (isAsked()) {
            super.characters(text, start, length);
        }
    }

    private boolean isAsked() {
        return switch (part) {
            case MAIN -> mainDepth > 0;
            case ARTICLES -> articles > 0 || titles > 0;
            case PAGE, EVERYTHING -> true;
        };
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
                && (part == Part.EVERYTHING || !hasSurroundingName(attributes))
                && !isHidden(attributes);
    }

    private static boolean hasSurroundingName(Attributes attributes) {
        return Stream.of("id", "class")
                .flatMap(name -> Stream.of(value(attributes, name).split("\\s+")))
                .anyMatch(name -> SURROUNDING_NAME.matcher(name).matches());
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
