package io.frontdesk.parser.format;

import io.frontdesk.parser.detect.Charsets;
import java.io.IOException;
import java.util.List;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;

/** Markdown: CommonMark with tables and front matter. HTML in it is read as HTML. */
public final class MarkdownReader implements FormatReader {

    private final Parser parser = Parser.builder()
            .extensions(List.of(TablesExtension.create(), YamlFrontMatterExtension.create()))
            .build();
    private final Charsets charsets;
    private final HtmlReader html;

    public MarkdownReader(Charsets charsets, HtmlReader html) {
        this.charsets = charsets;
        this.html = html;
    }

    @Override
    public void read(byte[] document, BlockSink sink) throws IOException {
        parser.parse(charsets.decode(document)).accept(new MarkdownBlocks(sink, html));
    }
}
