package io.frontdesk.parser.format;

import static io.frontdesk.parser.format.Blocks.heading;
import static io.frontdesk.parser.format.Blocks.paragraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.parser.TestDocuments;
import io.frontdesk.parser.detect.Charsets;
import io.frontdesk.parser.protocol.FailureReason;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EpubReaderTest {

    private final Charsets charsets = new Charsets();
    private final EpubReader reader = new EpubReader(charsets, new HtmlReader(charsets));

    @Test
    void readsChaptersInTheOrderOfTheSpineWithoutTheContents() throws IOException {
        var sink = Blocks.read(reader, TestDocuments.epub());

        assertThat(sink.title()).hasValue("The shop");
        assertThat(sink.language()).hasValue("en");
        assertThat(sink.blocks())
                .containsExactly(
                        heading(1, "Returns"),
                        paragraph("Thirty days."),
                        heading(1, "Refunds"),
                        paragraph("In ten days."));
    }

    @Test
    void refusesChaptersThatAreEncrypted() throws IOException {
        var book = TestDocuments.zip(
                "META-INF/container.xml", "<c><rootfile full-path='book.opf'/></c>",
                "META-INF/encryption.xml", "<e><CipherReference URI=\"one.xhtml\"/></e>",
                "book.opf", "<p><item id='one' href='one.xhtml'/><itemref idref='one'/></p>",
                "one.xhtml", "secret");

        assertThatThrownBy(() -> Blocks.read(reader, book))
                .isInstanceOfSatisfying(ParseFailure.class, failure -> assertThat(failure.reason())
                        .isEqualTo(FailureReason.ENCRYPTED));
    }
}
