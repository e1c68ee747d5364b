package io.frontdesk.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.parser.format.BlockSink;
import io.frontdesk.parser.format.EmbeddedDocument;
import io.frontdesk.parser.format.EmbeddedReader;
import io.frontdesk.parser.format.ParseFailure;
import io.frontdesk.parser.protocol.Block;
import io.frontdesk.parser.protocol.FailureReason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NestingTest {

    @Test
    void putsADocumentBelowAHeadingWithItsName() {
        var sink = sink((document, inner) -> {
            inner.title("Terms");
            inner.heading(1, "Returns");
            inner.paragraph("Thirty days.");
        });
        sink.heading(1, "Mail");

        sink.embedded(document("post/returns.md"), 2);

        assertThat(sink.blocks())
                .containsExactly(
                        new Block.Heading(1, "Mail", null),
                        new Block.Heading(2, "returns.md", null),
                        new Block.Heading(3, "Returns", null),
                        new Block.Paragraph("Thirty days.", null));
        assertThat(sink.title()).hasValue("Mail");
    }

    @Test
    void leavesOutWhatCannotBeReadWithAllOfIt() {
        var sink = sink((document, inner) -> {
            inner.paragraph("Half a");
            throw new ParseFailure(FailureReason.ENCRYPTED, "A password.");
        });

        sink.embedded(document("a.docx"), 1);

        assertThat(sink.blocks()).isEmpty();
        assertThat(sink.leftOut())
                .hasValueSatisfying(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.ENCRYPTED));
    }

    @Test
    void countsTheTextOfAllDocumentsTogether() {
        var sink = sink((document, inner) -> inner.paragraph("x".repeat(600)));
        sink.embedded(document("a"), 1);

        assertTooLarge(() -> sink.embedded(document("b"), 1));
    }

    @Test
    void endsWhereDocumentsLieTooDeep() {
        assertTooLarge(
                () -> sink((document, inner) -> inner.embedded(document, 1)).embedded(document("a"), 1));
    }

    @Test
    void endsWhereDocumentsAreTooMany() {
        var sink = sink((document, inner) -> {
            throw new ParseFailure(FailureReason.NO_TEXT, "A scan.");
        });
        for (int i = 0; i < Nesting.MAX_DOCUMENTS; i++) {
            sink.embedded(document("a"), 1);
        }

        assertTooLarge(() -> sink.embedded(document("a"), 1));
    }

    private static BlockSink sink(EmbeddedReader reader) {
        return new BlockSink(1_000, new Nesting(reader));
    }

    private static EmbeddedDocument document(String name) {
        return new EmbeddedDocument(name, null, "text".getBytes(StandardCharsets.UTF_8));
    }

    private static void assertTooLarge(Runnable read) {
        assertThatThrownBy(read::run).isInstanceOfSatisfying(ParseFailure.class, failure -> assertThat(failure.reason())
                .isEqualTo(FailureReason.TOO_LARGE));
    }
}
