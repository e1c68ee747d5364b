package io.frontdesk.parser.format;

import io.frontdesk.parser.detect.Charsets;
import java.io.IOException;

/** Plain text: blank lines separate paragraphs, a bullet or a number begins a list item. */
public final class TextReader implements FormatReader {

    private final Charsets charsets;

    public TextReader(Charsets charsets) {
        this.charsets = charsets;
    }

    @Override
    public void read(byte[] document, BlockSink sink) throws IOException {
        var block = new StringBuilder();
        for (String line : (Iterable<String>) charsets.decode(document).lines()::iterator) {
            if (line.isBlank() || ListMarker.of(line.strip()).isPresent()) {
                endBlock(block, sink);
            }
            block.append(line).append('\n');
        }
        endBlock(block, sink);
    }

    private static void endBlock(StringBuilder block, BlockSink sink) {
        sink.paragraphOrItem(block.toString().strip());
        block.setLength(0);
    }
}
