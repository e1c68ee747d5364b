package io.frontdesk.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.parser.protocol.Block;
import io.frontdesk.parser.protocol.FailureReason;
import io.frontdesk.parser.protocol.ParseRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;

/** ZIP archives of documents, read by the whole parser. */
class ZipDocumentsTest {

    private static final int A_LINK = 0120777;

    private final DocumentParser parser;

    ZipDocumentsTest() throws IOException {
        parser = new DocumentParser();
    }

    @Test
    void readsOneDocumentAfterTheOtherBelowItsName() throws IOException {
        var outcome = parse(archive()
                .with("help/", "")
                .with("help/returns.md", "# Returns\n\nThirty days.")
                .with("note.txt", "Closed on Sunday.")
                .with("logo.bin", "\0\1\2\3"));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Parsed.class, parsed -> {
            assertThat(parsed.header().title()).isNull();
            assertThat(parsed.document().blocks())
                    .containsExactly(
                            new Block.Heading(1, "returns.md", null),
                            new Block.Heading(2, "Returns", null),
                            new Block.Paragraph("Thirty days.", null),
                            new Block.Heading(1, "note.txt", null),
                            new Block.Paragraph("Closed on Sunday.", null));
        });
    }

    @Test
    void takesNamesForNothingButNames() throws IOException {
        var outcome = parse(archive()
                .with("../../../etc/passwd", "One.")
                .with("/etc/passwd", "Two.")
                .with("C:\\Windows\\passwd", "Three.")
                .with("/etc/passwd", "Four.")
                .withLink("link.txt", "/etc/passwd"));

        assertThat(((Outcome.Parsed) outcome).document().blocks())
                .containsExactly(
                        new Block.Heading(1, "passwd", null), new Block.Paragraph("One.", null),
                        new Block.Heading(1, "passwd", null), new Block.Paragraph("Two.", null),
                        new Block.Heading(1, "passwd", null), new Block.Paragraph("Three.", null),
                        new Block.Heading(1, "passwd", null), new Block.Paragraph("Four.", null));
    }

    @Test
    void saysWhyNothingInItCanBeRead() throws IOException {
        assertThat(failure(archive().with("photo.bin", "\0\1\2\3"))).isEqualTo(FailureReason.UNSUPPORTED_TYPE);
        assertThat(failure(archive().with("help/", ""))).isEqualTo(FailureReason.NO_TEXT);

        var broken = archive()
                .with("a.txt", "Text that is long enough to be broken.")
                .bytes();
        broken[40] ^= 0x55;
        assertThat(reason(parser.parse(new ParseRequest("1", "a.zip", null, 10_000), broken)))
                .isEqualTo(FailureReason.CORRUPT);
    }

    @Test
    void readsArchivesInArchivesToADepth() throws IOException {
        var archive = archive().with("a.txt", "Text.");
        for (int i = 0; i < Nesting.MAX_DEPTH - 1; i++) {
            archive = archive().with(i + ".zip", archive.bytes());
        }
        assertThat(parse(archive)).isInstanceOf(Outcome.Parsed.class);

        assertThat(failure(archive().with("more.zip", archive.bytes()))).isEqualTo(FailureReason.TOO_LARGE);
    }

    private Outcome parse(Archive archive) throws IOException {
        return parser.parse(new ParseRequest("1", "a.zip", null, 10_000), archive.bytes());
    }

    private FailureReason failure(Archive archive) throws IOException {
        return reason(parse(archive));
    }

    private static FailureReason reason(Outcome outcome) {
        return ((Outcome.Failed) outcome).header().reason();
    }

    private static Archive archive() {
        return new Archive();
    }

    private static final class Archive {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

        Archive with(String name, String text) throws IOException {
            return with(name, text.getBytes(StandardCharsets.UTF_8));
        }

        Archive with(String name, byte[] content) throws IOException {
            return with(new ZipArchiveEntry(name), content);
        }

        Archive withLink(String name, String target) throws IOException {
            var entry = new ZipArchiveEntry(name);
            entry.setUnixMode(A_LINK);
            return with(entry, target.getBytes(StandardCharsets.UTF_8));
        }

        byte[] bytes() throws IOException {
            zip.close();
            return bytes.toByteArray();
        }

        private Archive with(ZipArchiveEntry entry, byte[] content) throws IOException {
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
            return this;
        }
    }
}
