package io.frontdesk.parser.format;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The text within one Markdown block: of links what is shown, of images what stands in their place, no HTML tags. */
final class InlineText extends AbstractVisitor {

    private final StringBuilder text = new StringBuilder();

    private InlineText() {}

    static String of(Node block) {
        var inline = new InlineText();
        inline.visitChildren(block);
        return inline.text.toString();
    }

    @Override
    public void visit(Text node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(Code code) {
        text.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        text.append('\n');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        text.append('\n');
    }

    @Override
    public void visit(HtmlInline tag) {
        if (tag.getLiteral().startsWith("<br")) {
            text.append('\n');
        }
    }
}
