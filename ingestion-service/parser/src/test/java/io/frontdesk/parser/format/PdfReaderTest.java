package io.frontdesk.parser.format;

import static io.frontdesk.parser.TestDocuments.body;
import static io.frontdesk.parser.TestDocuments.heading;
import static io.frontdesk.parser.TestDocuments.paragraphStart;
import static io.frontdesk.parser.TestDocuments.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.parser.TestDocuments.Line;
import io.frontdesk.parser.protocol.Block;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PdfReaderTest {

    private static final String LONG =
            "This line runs over the whole width of the page, as lines of a paragraph do, and";

    private final PdfReader reader;

    PdfReaderTest() throws IOException {
        reader = new PdfReader();
    }

    @Test
    void joinsLinesToParagraphsAndWordsOverTheirHyphen() throws IOException {
        var document = pdf(List.of(
                body(LONG),
                body("goes on with the war-"),
                body("ranty of the device."),
                paragraphStart("Another one.")));

        assertThat(blocks(document))
                .containsExactly(
                        new Block.Paragraph(LONG + " goes on with the warranty of the device.", 1),
                        new Block.Paragraph("Another one.", 1));
    }

    @Test
    void endsAParagraphWhereTheNextWordWouldHaveFitted() throws IOException {
        var document = pdf(List.of(body(LONG), body("ends here."), body(LONG), body("ends there.")));

        assertThat(blocks(document))
                .containsExactly(
                        new Block.Paragraph(LONG + " ends here.", 1), new Block.Paragraph(LONG + " ends there.", 1));
    }

    @Test
    void knowsHeadingsByTheirSizeAndThePageOfEachBlock() throws IOException {
        var document = pdf(
                List.of(
                        heading("Manual", 24),
                        heading("1. First start", 16),
                        paragraphStart(LONG),
                        body("is the text.")),
                List.of(heading("2. Care", 16), paragraphStart(LONG)));

        assertThat(blocks(document))
                .containsExactly(
                        new Block.Heading(1, "Manual", 1),
                        new Block.Heading(2, "1. First start", 1),
                        new Block.Paragraph(LONG + " is the text.", 1),
                        new Block.Heading(2, "2. Care", 2),
                        new Block.Paragraph(LONG, 2));
    }

    @Test
    void findsListItemsAlsoWhereAllMarkersAreWrittenLast() throws IOException {
        var document = pdf(List.of(
                body("• Pack it"),
                new Line("Send it", 10, 12, 60),
                new Line("Wait", 10, 12, 60),
                new Line("1.", 10, -12, 50),
                new Line("2.", 10, 12, 50)));

        assertThat(blocks(document))
                .containsExactly(
                        new Block.ListItem("Pack it", false, 1, 1),
                        new Block.ListItem("Send it", true, 1, 1),
                        new Block.ListItem("Wait", true, 1, 1));
    }

    @Test
    void goesOnWithASentenceOverThePageAndLeavesOutWhatPagesRepeat() throws IOException {
        var document = pdf(
                List.of(body("Warranty terms"), paragraphStart("You may"), paragraphStart("Page 1 of 2")),
                List.of(body("Warranty terms"), paragraphStart("return it."), paragraphStart("Page 2 of 2")));

        assertThat(blocks(document)).containsExactly(new Block.Paragraph("You may return it.", 1));
    }

    private List<Block> blocks(byte[] document) throws IOException {
        return Blocks.read(reader, document).blocks();
    }
}
