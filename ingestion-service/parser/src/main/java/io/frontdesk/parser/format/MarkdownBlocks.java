package io.frontdesk.parser.format;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.front.matter.YamlFrontMatterNode;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;

/** Walks a Markdown document's blocks. */
final class MarkdownBlocks extends AbstractVisitor {

    private final BlockSink sink;
    private final HtmlReader html;
    private int depth;

    MarkdownBlocks(BlockSink sink, HtmlReader html) {
        this.sink = sink;
        this.html = html;
    }

    @Override
    public void visit(Heading heading) {
        sink.heading(heading.getLevel(), InlineText.of(heading));
    }

    @Override
    public void visit(Paragraph paragraph) {
        var text = InlineText.of(paragraph);
        if (paragraph.getParent() instanceof ListItem item && paragraph.getPrevious() == null) {
            sink.listItem(text, item.getParent() instanceof OrderedList, depth);
        } else {
            sink.paragraph(text);
        }
    }

    @Override
    public void visit(BulletList list) {
        visitList(list);
    }

    @Override
    public void visit(OrderedList list) {
        visitList(list);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        sink.code(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        sink.code(code.getLiteral());
    }

    @Override
    public void visit(HtmlBlock block) {
        html.readFragment(block.getLiteral(), sink);
    }

    @Override
    public void visit(CustomNode node) {
        switch (node) {
            case TableRow row -> sink.tableRow(cells(row), row.getParent() instanceof TableHead);
            case YamlFrontMatterNode entry -> frontMatter(entry);
            default -> visitChildren(node);
        }
    }

    private void visitList(Node list) {
        depth++;
        visitChildren(list);
        depth--;
    }

    private void frontMatter(YamlFrontMatterNode entry) {
        if (entry.getValues().isEmpty()) {
            return;
        }
        var value = entry.getValues().getFirst();
        switch (entry.getKey()) {
            case "title" -> sink.title(value);
            case "lang", "language" -> sink.language(value);
            default -> {} // what else stands there is for the site's generator, not for readers
        }
    }

    private static List<String> cells(TableRow row) {
        var cells = new ArrayList<String>();
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(InlineText.of(cell));
            }
        }
        return cells;
    }
}
