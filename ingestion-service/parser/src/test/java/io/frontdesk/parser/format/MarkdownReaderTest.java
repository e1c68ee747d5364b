package io.frontdesk.parser.format;

import static io.frontdesk.parser.format.Blocks.blocks;
import static io.frontdesk.parser.format.Blocks.bullet;
import static io.frontdesk.parser.format.Blocks.code;
import static io.frontdesk.parser.format.Blocks.headerRow;
import static io.frontdesk.parser.format.Blocks.heading;
import static io.frontdesk.parser.format.Blocks.numbered;
import static io.frontdesk.parser.format.Blocks.paragraph;
import static io.frontdesk.parser.format.Blocks.read;
import static io.frontdesk.parser.format.Blocks.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.parser.detect.Charsets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MarkdownReaderTest {

    private final Charsets charsets = new Charsets();
    private final MarkdownReader reader = new MarkdownReader(charsets, new HtmlReader(charsets));

    @Test
    void keepsHeadingsParagraphsAndLists() throws IOException {
        var blocks = blocks(reader, """
                # Returns

                You have **30 days**,
                see [the terms](https://example.org).

                - Pack it
                  1. Box
                  2. Tape

                  Both are free.
                - Send it
                """);

        assertThat(blocks)
                .containsExactly(
                        heading(1, "Returns"),
                        paragraph("You have 30 days, see the terms."),
                        bullet(1, "Pack it"),
                        numbered(2, "Box"),
                        numbered(2, "Tape"),
                        paragraph("Both are free."),
                        bullet(1, "Send it"));
    }

    @Test
    void keepsTablesAndCode() throws IOException {
        var blocks = blocks(reader, """
                | Product | Days |
                |---------|------|
                | Laptop  | 30   |
                | Ink     |      |

                ```
                curl \\
                  -X POST
                ```
                """);

        assertThat(blocks)
                .containsExactly(
                        headerRow("Product", "Days"), row("Laptop", "30"), row("Ink", ""), code("curl \\\n  -X POST"));
    }

    @Test
    void takesTheTitleFromTheFrontMatterAndNothingElse() throws IOException {
        var sink = read(reader, """
                ---
                title: Returns and refunds
                keywords: secret
                ---
                # Other

                Text.
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(sink.title()).hasValue("Returns and refunds");
        assertThat(sink.blocks()).containsExactly(heading(1, "Other"), paragraph("Text."));
    }

    @Test
    void readsHtmlWithinMarkdownAsHtml() throws IOException {
        var blocks = blocks(reader, """
                <script>alert(1)</script>

                <table><tr><th>Size</th></tr><tr><td>L</td></tr></table>

                A <b>bold</b> word.<br>Next.
                """);

        assertThat(blocks).containsExactly(headerRow("Size"), row("L"), paragraph("A bold word. Next."));
    }
}
