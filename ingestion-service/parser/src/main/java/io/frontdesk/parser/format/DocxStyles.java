package io.frontdesk.parser.format;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.jspecify.annotations.Nullable;

/** What the styles of a DOCX document say about its paragraphs. Their names are English in every language of Word. */
final class DocxStyles {

    private static final Pattern HEADING = Pattern.compile("heading ?([1-9])");
    /** Styles name the style they are based on; a broken document may do so in a circle. */
    private static final int MAX_ANCESTORS = 10;

    private final @Nullable XWPFStyles styles;

    DocxStyles(@Nullable XWPFStyles styles) {
        this.styles = styles;
    }

    /** From 1; 0 for what is no heading. */
    int headingLevel(XWPFParagraph paragraph) {
        var properties = paragraph.getCTP().getPPr();
        if (properties != null && properties.isSetOutlineLvl()) {
            return outlineLevel(properties.getOutlineLvl().getVal().intValue());
        }
        return of(paragraph)
                .mapToInt(style -> headingLevel(name(style)))
                .filter(level -> level > 0)
                .findFirst()
                .orElse(0);
    }

    /** Whether this is a line of the table of contents. */
    boolean isContentsEntry(XWPFParagraph paragraph) {
        return of(paragraph).limit(1).anyMatch(style -> name(style).startsWith("toc"));
    }

    /** The paragraph's style, the style that is based on, and so on. */
    Stream<XWPFStyle> of(XWPFParagraph paragraph) {
        return Stream.iterate(style(paragraph.getStyleID()), style -> style != null, this::basis)
                .limit(MAX_ANCESTORS);
    }

    static String name(XWPFStyle style) {
        return style.getName() == null ? "" : style.getName().toLowerCase(Locale.ROOT);
    }

    private @Nullable XWPFStyle basis(XWPFStyle style) {
        return style(style.getBasisStyleID());
    }

    private @Nullable XWPFStyle style(@Nullable String id) {
        return styles == null || id == null ? null : styles.getStyle(id);
    }

    private static int headingLevel(String styleName) {
        if (styleName.equals("title")) {
            return 1;
        }
        var heading = HEADING.matcher(styleName);
        return heading.matches() ? Integer.parseInt(heading.group(1)) : 0;
    }

    /** In the file, levels begin at 0, and 9 is running text. */
    private static int outlineLevel(int level) {
        return level >= 9 ? 0 : level + 1;
    }
}
