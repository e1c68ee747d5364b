package io.frontdesk.generation.guard;

import java.util.Set;
import java.util.regex.Pattern;

/** What stands between angle brackets: HTML, or not. */
final class HtmlTags {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{1,30}");

    /** Those of HTML that do or load something by themselves, or end or hide what stands around them. */
    private static final Set<String> ELEMENTS = Set.of(
            "SCRIPT",
            "STYLE",
            "IFRAME",
            "FRAME",
            "FRAMESET",
            "OBJECT",
            "EMBED",
            "APPLET",
            "SVG",
            "MATH",
            "BASE",
            "FORM",
            "META",
            "LINK",
            "PLAINTEXT",
            "XMP",
            "LISTING",
            "TEXTAREA",
            "TITLE",
            "TEMPLATE",
            "NOSCRIPT",
            "NOEMBED",
            "NOFRAMES",
            "IMG",
            "VIDEO",
            "AUDIO",
            "SOURCE",
            "INPUT",
            "BUTTON",
            "SELECT",
            "OPTION",
            "BODY",
            "HTML",
            "HEAD",
            "BR",
            "HR",
            "DIV",
            "SPAN",
            "TABLE",
            "PRE",
            "CODE",
            "UL",
            "OL",
            "LI",
            "DETAILS",
            "DIALOG",
            "MARQUEE",
            "CANVAS");

    private HtmlTags() {}

    /** As in {@code while (<STDIN>)}: no element of HTML is called so, and nothing can be said along with it. */
    static boolean isNone(String inside) {
        return NAME.matcher(inside).matches() && !ELEMENTS.contains(inside);
    }
}
