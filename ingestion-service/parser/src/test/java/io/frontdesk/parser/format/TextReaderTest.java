package io.frontdesk.parser.format;

import static io.frontdesk.parser.format.Blocks.blocks;
import static io.frontdesk.parser.format.Blocks.bullet;
import static io.frontdesk.parser.format.Blocks.numbered;
import static io.frontdesk.parser.format.Blocks.paragraph;
import static io.frontdesk.parser.format.Blocks.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.parser.detect.Charsets;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextReaderTest {

    private static final String GERMAN = "Für Geräte über 5 Jahre müssen Sie die Prüfung bezahlen.";

    private final TextReader reader = new TextReader(new Charsets());

    @Test
    void separatesParagraphsByBlankLinesAndItemsByMarkers() throws IOException {
        var blocks =
                blocks(reader, "You have\r\n30 days.\r\n \r\nBring:\n- the box\n  it came in\n- the bill\n\n1) Wait\n");

        assertThat(blocks)
                .containsExactly(
                        paragraph("You have 30 days."),
                        paragraph("Bring:"),
                        bullet(1, "the box it came in"),
                        bullet(1, "the bill"),
                        numbered(1, "Wait"));
    }

    @Test
    void findsTheCharset() throws IOException {
        for (Charset charset : new Charset[] {
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            StandardCharsets.ISO_8859_1,
            Charset.forName("windows-1252")
        }) {
            assertThat(read(reader, GERMAN.getBytes(charset)).blocks())
                    .as(charset.name())
                    .containsExactly(paragraph(GERMAN));
        }
    }

    @Test
    void keepsNothingThatCannotBeSeenOrStored() throws IOException {
        assertThat(blocks(reader, "\uFEFFa\u0000b\u00ADc\u200Bd\u00A0e\u0007")).containsExactly(paragraph("abcd e"));
    }
}
