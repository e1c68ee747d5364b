package io.frontdesk.parser.format;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrBase;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Finds out which paragraphs of a DOCX document are list items: by their own numbering, or by that of their style. */
final class DocxLists {

    /** The kind of list that an item stands in. */
    record Item(boolean ordered, int depth) {}

    /** Word's styles for deeper lists, which begin a numbering of their own: "List Bullet 2". */
    private static final Pattern DEEPER_STYLE = Pattern.compile("list \\w+ ([2-5])");

    private final @Nullable XWPFNumbering numbering;
    private final DocxStyles styles;

    DocxLists(@Nullable XWPFNumbering numbering, DocxStyles styles) {
        this.numbering = numbering;
        this.styles = styles;
    }

    /** The list item that this paragraph is; empty for others. */
    Optional<Item> item(XWPFParagraph paragraph) {
        // Number 0 takes a paragraph out of the list that its style puts it in.
        return numberings(paragraph)
                .findFirst()
                .filter(found ->
                        found.getNumId() != null && found.getNumId().getVal().signum() != 0)
                .flatMap(found -> item(paragraph, found));
    }

    private Stream<CTNumPr> numberings(XWPFParagraph paragraph) {
        var own = Stream.<CTPPrBase>ofNullable(paragraph.getCTP().getPPr());
        var ofStyles = styles.of(paragraph)
                .flatMap(
                        style -> Stream.<CTPPrBase>ofNullable(style.getCTStyle().getPPr()));
        return Stream.concat(own, ofStyles)
                .filter(properties -> properties.getNumPr() != null)
                .map(CTPPrBase::getNumPr);
    }

    private Optional<Item> item(XWPFParagraph paragraph, CTNumPr found) {
        int level = found.getIlvl() == null ? 0 : found.getIlvl().getVal().intValue();
        var format = format(found.getNumId().getVal(), level);
        if (format == STNumberFormat.NONE) {
            return Optional.empty();
        }
        return Optional.of(new Item(format != STNumberFormat.BULLET, Math.max(level + 1, depthOfStyle(paragraph))));
    }

    private int depthOfStyle(XWPFParagraph paragraph) {
        return styles.of(paragraph)
                .limit(1)
                .map(DocxStyles::name)
                .map(DEEPER_STYLE::matcher)
                .filter(Matcher::matches)
                .map(deeper -> Integer.parseInt(deeper.group(1)))
                .findFirst()
                .orElse(1);
    }

    /** How the items are marked; a numbering that the document does not hold is a bullet. */
    private STNumberFormat.Enum format(BigInteger number, int level) {
        var num = numbering == null ? null : numbering.getNum(number);
        if (numbering == null || num == null) {
            return STNumberFormat.BULLET;
        }
        var kind = numbering.getAbstractNum(num.getCTNum().getAbstractNumId().getVal());
        if (kind == null) {
            return STNumberFormat.BULLET;
        }
        return Arrays.stream(kind.getCTAbstractNum().getLvlArray())
                .filter(candidate -> candidate.getIlvl().intValue() == level)
                .filter(CTLvl::isSetNumFmt)
                .map(candidate -> candidate.getNumFmt().getVal())
                .findFirst()
                .orElse(STNumberFormat.BULLET);
    }
}
