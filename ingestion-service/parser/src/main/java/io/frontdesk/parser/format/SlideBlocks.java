package io.frontdesk.parser.format;

import java.util.ArrayList;
import java.util.Set;
import org.apache.poi.sl.usermodel.GroupShape;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.Shape;
import org.apache.poi.sl.usermodel.ShapeContainer;
import org.apache.poi.sl.usermodel.SimpleShape;
import org.apache.poi.sl.usermodel.Slide;
import org.apache.poi.sl.usermodel.TableShape;
import org.apache.poi.sl.usermodel.TextParagraph;
import org.apache.poi.sl.usermodel.TextRun;
import org.apache.poi.sl.usermodel.TextShape;
import org.apache.poi.xslf.usermodel.XSLFDiagram;

/** Walks the shapes of slides, in their order, and the notes of the speaker. Hidden slides and footers are left out. */
final class SlideBlocks {

    private static final Set<Placeholder> TITLES =
            Set.of(Placeholder.TITLE, Placeholder.CENTERED_TITLE, Placeholder.VERTICAL_TEXT_TITLE);
    private static final Set<Placeholder> FURNITURE =
            Set.of(Placeholder.DATETIME, Placeholder.SLIDE_NUMBER, Placeholder.FOOTER, Placeholder.HEADER);

    private final BlockSink sink;

    SlideBlocks(BlockSink sink) {
        this.sink = sink;
    }

    void slide(Slide<?, ?> slide) {
        if (slide.isHidden()) {
            return;
        }
        sink.page(slide.getSlideNumber());
        shapes(slide);
        if (slide.getNotes() != null) {
            shapes(slide.getNotes());
        }
    }

    private void shapes(ShapeContainer<?, ?> container) {
        container.getShapes().forEach(this::shape);
    }

    private void shape(Shape<?, ?> shape) {
        switch (shape) {
            case TableShape<?, ?> table -> table(table);
            case GroupShape<?, ?> group -> shapes(group);
            case XSLFDiagram diagram -> shapes(diagram.getGroupShape());
            case TextShape<?, ?> text -> text(text);
            default -> {} // a picture, a line, a chart
        }
    }

    private void table(TableShape<?, ?> table) {
        for (int row = 0; row < table.getNumberOfRows(); row++) {
            var cells = new ArrayList<String>();
            for (int column = 0; column < table.getNumberOfColumns(); column++) {
                var cell = table.getCell(row, column);
                cells.add(cell == null ? "" : cell.getText());
            }
            sink.tableRow(cells, row == 0);
        }
    }

    private void text(TextShape<?, ?> shape) {
        var placeholder = shape instanceof SimpleShape<?, ?> simple ? simple.getPlaceholder() : null;
        if (placeholder != null && FURNITURE.contains(placeholder)) {
            return;
        }
        if (placeholder != null && TITLES.contains(placeholder)) {
            sink.heading(1, shape.getText());
        } else {
            shape.getTextParagraphs().forEach(this::paragraph);
        }
    }

    private void paragraph(TextParagraph<?, ?, ? extends TextRun> paragraph) {
        var text = new StringBuilder();
        paragraph.getTextRuns().forEach(run -> text.append(run.getRawText()));
        var bullet = paragraph.getBulletStyle();
        if (bullet == null) {
            sink.paragraph(text.toString());
        } else {
            sink.listItem(text.toString(), bullet.getAutoNumberingScheme() != null, paragraph.getIndentLevel() + 1);
        }
    }
}
