package io.frontdesk.parser.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Gathers the lines of a PDF in the order in which it writes them. */
final class PdfLines extends PDFTextStripper {

    private static final Pattern BOLD = Pattern.compile("(?i)bold|black|heavy");

    private final IntConsumer limit;
    private final List<PdfLine> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<TextPosition> letters = new ArrayList<>();
    private int chars;

    /** The limit is told of the characters so far, and throws when they are too many. */
    PdfLines(IntConsumer limit) {
        this.limit = limit;
    }

    List<PdfLine> of(PDDocument document) throws IOException {
        writeText(document, Writer.nullWriter());
        return lines;
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) {
        text.append(word);
        letters.addAll(positions);
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void endPage(PDPage page) {
        endLine();
    }

    private void endLine() {
        var line = CleanText.line(text.toString());
        if (!line.isEmpty() && !letters.isEmpty()) {
            chars += line.length();
            limit.accept(chars);
            lines.add(line(line));
        }
        text.setLength(0);
        letters.clear();
    }

    private PdfLine line(String line) {
        var first = letters.getFirst();
        var last = letters.getLast();
        return new PdfLine(
                getCurrentPageNo(),
                line,
                first.getXDirAdj(),
                last.getXDirAdj() + last.getWidthDirAdj(),
                first.getYDirAdj(),
                (float) letters.stream()
                        .mapToDouble(TextPosition::getYScale)
                        .average()
                        .orElse(0),
                letters.stream().allMatch(PdfLines::isBold));
    }

    /** Fonts say so in their names only. */
    private static boolean isBold(TextPosition letter) {
        var font = letter.getFont().getName();
        return font != null && BOLD.matcher(font).find();
    }
}
