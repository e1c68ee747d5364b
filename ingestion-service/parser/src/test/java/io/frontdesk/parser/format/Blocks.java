package io.frontdesk.parser.format;

import static io.frontdesk.parser.protocol.Block.Code;
import static io.frontdesk.parser.protocol.Block.Heading;
import static io.frontdesk.parser.protocol.Block.ListItem;
import static io.frontdesk.parser.protocol.Block.Paragraph;
import static io.frontdesk.parser.protocol.Block.TableRow;

import io.frontdesk.parser.protocol.Block;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads documents, and makes blocks without pages to compare with. */
final class Blocks {

    private Blocks() {}

    static BlockSink read(FormatReader reader, byte[] document) throws IOException {
        var sink = sink(100_000);
        reader.read(document, sink);
        return sink;
    }

    static BlockSink sink(int maxChars) {
        return new BlockSink(maxChars, Blocks::refuse);
    }

    private static void refuse(EmbeddedDocument document, BlockSink sink) {
        throw new AssertionError("embedded documents are read by the whole parser");
    }

    static List<Block> blocks(FormatReader reader, String document) throws IOException {
        return read(reader, document.getBytes(StandardCharsets.UTF_8)).blocks();
    }

    static Block heading(int level, String text) {
        return new Heading(level, text, null);
    }

    static Block paragraph(String text) {
        return new Paragraph(text, null);
    }

    static Block bullet(int depth, String text) {
        return new ListItem(text, false, depth, null);
    }

    static Block numbered(int depth, String text) {
        return new ListItem(text, true, depth, null);
    }

    static Block headerRow(String... cells) {
        return new TableRow(List.of(cells), true, null);
    }

    static Block row(String... cells) {
        return new TableRow(List.of(cells), false, null);
    }

    static Block code(String text) {
        return new Code(text, null);
    }
}
