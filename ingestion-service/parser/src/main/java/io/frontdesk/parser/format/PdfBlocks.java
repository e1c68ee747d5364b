package io.frontdesk.parser.format;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of a PDF together to headings, paragraphs and list items. A PDF knows none of them, so this reads the page
 * as a person does: by size, distance, and where a line ends although there was room for the next word.
 */
final class PdfBlocks {

    private static final Pattern HYPHENATED = Pattern.compile(".*\\p{L}[-\\u2010]", Pattern.DOTALL);
    private static final Pattern LOWER_CASE_START = Pattern.compile("\\p{Ll}.*", Pattern.DOTALL);
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?:]['\")\\]’”]?", Pattern.DOTALL);

    private final BlockSink sink;
    private final StringBuilder text = new StringBuilder();
    private @Nullable PdfLine last;
    private int headingLevel;
    private float right;

    PdfBlocks(BlockSink sink) {
        this.sink = sink;
    }

    void write(List<PdfLine> lines) {
        var layout = new PdfLayout(lines);
        for (PdfLine line : lines) {
            int level = layout.headingLevel(line);
            if (last == null || level != headingLevel || begins(layout, last, line)) {
                endBlock();
                sink.page(line.page());
                headingLevel = level;
            }
            add(line);
        }
        endBlock();
    }

    private boolean begins(PdfLayout layout, PdfLine above, PdfLine line) {
        if (headingLevel == 0 && ListMarker.of(line.text()).isPresent()) {
            return true;
        }
        if (line.page() != above.page() || line.below(above) < -above.size()) {
            return headingLevel > 0 || !continuesAfterBreak(above, line);
        }
        return !layout.isSameSize(above, line) || layout.isGap(above, line) || endedWithRoomLeft(above, line);
    }

    /** Over a page's or a column's end, only an unfinished sentence goes on. */
    private static boolean continuesAfterBreak(PdfLine above, PdfLine line) {
        return !SENTENCE_END.matcher(above.text()).matches()
                && LOWER_CASE_START.matcher(line.text()).matches();
    }

    private boolean endedWithRoomLeft(PdfLine above, PdfLine line) {
        return headingLevel == 0
                && !isWordSplit(above, line)
                && above.end() + line.firstWordWidth() + above.size() < Math.max(right, line.end());
    }

    private static boolean isWordSplit(PdfLine above, PdfLine line) {
        return HYPHENATED.matcher(above.text()).matches()
                && LOWER_CASE_START.matcher(line.text()).matches();
    }

    private void add(PdfLine line) {
        if (last != null && !text.isEmpty()) {
            if (isWordSplit(last, line)) {
                text.setLength(text.length() - 1);
            } else {
                text.append(' ');
            }
        }
        text.append(line.text());
        right = Math.max(right, line.end());
        last = line;
    }

    private void endBlock() {
        var block = text.toString();
        if (headingLevel > 0) {
            sink.heading(headingLevel, block);
        } else {
            sink.paragraphOrItem(block);
        }
        text.setLength(0);
        right = 0;
    }
}
