package io.frontdesk.parser.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTest {

    private final Frames frames = new Frames(1000);
    private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();

    @Test
    void carriesARequestAndTheBytesOfItsDocument() throws IOException {
        var request = new ParseRequest("7", "returns.md", null, 5000);

        frames.write(pipe, request, new byte[] {1, 2, 3});

        var message = frames.read(in(), ParseRequest.class).orElseThrow();
        assertThat(message.header()).isEqualTo(request);
        assertThat(message.body()).containsExactly(1, 2, 3);
    }

    @Test
    void carriesEveryKindOfBlock() throws IOException {
        var document = new ParsedDocument(List.of(
                new Block.Heading(1, "Returns", 1),
                new Block.Paragraph("Thirty days.", 1),
                new Block.ListItem("Pack it.", true, 2, null),
                new Block.TableRow(List.of("Laptop", ""), true, null),
                new Block.Code("a\n  b", null)));

        frames.write(pipe, new ParseReply.Parsed("7", "text/markdown", "Returns", "en"), document);

        var message = frames.read(in(), ParseReply.class).orElseThrow();
        assertThat(message.header()).isEqualTo(new ParseReply.Parsed("7", "text/markdown", "Returns", "en"));
        assertThat(frames.document(message.body())).isEqualTo(document);
    }

    @Test
    void writesTheNamesThatTheProtocolPromises() throws IOException {
        frames.write(pipe, new ParseReply.Failed("7", FailureReason.NO_TEXT, "Nothing there.", null));

        var header = frames.read(in(), JsonNode.class).orElseThrow().header();
        assertThat(header)
                .hasToString(
                        "{\"status\":\"failed\",\"id\":\"7\",\"reason\":\"no_text\",\"message\":\"Nothing there.\"}");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (var header : List.of(
                "{\"id\":\"7\",\"status\":\"failed\",\"reason\":\"corrupt\",\"message\":\"m\",\"colour\":\"red\"}",
                "{\"id\":\"7\",\"status\":\"failed\",\"reason\":\"bribed\",\"message\":\"m\"}",
                "{\"id\":\"7\",\"status\":\"java.lang.Runtime\"}",
                "{\"status\":\"parsed\",\"content_type\":\"text/plain\"}",
                "null")) {
            assertRefused(reply(header));
        }
    }

    @Test
    void refusesBlocksWithoutText() {
        for (var body : List.of(
                "null",
                "{}",
                "{\"blocks\":[null]}",
                "{\"blocks\":[{\"type\":\"paragraph\"}]}",
                "{\"blocks\":[{\"type\":\"table_row\",\"cells\":[null]}]}",
                "{\"blocks\":" + "[".repeat(100_000))) {
            assertThatThrownBy(() -> new Frames(1_000_000).document(body.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesMorePiecesThanTextOfItsSizeHas() {
        var cells = "{\"blocks\":[{\"type\":\"table_row\",\"cells\":[" + "\"\",".repeat(100) + "\"\"]}]}";

        assertThatThrownBy(() -> frames.document(cells.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("pieces");
    }

    @Test
    void takesWhateverADocumentOfTheGreatestWeightCanBe() throws IOException {
        for (var block : List.of(
                new Block.ListItem("\u20ac", true, 1_000_000, 1_000_000),
                new Block.Heading(6, "\"", 1_000_000),
                new Block.Code("\\", 1_000_000),
                new Block.TableRow(List.of("", "", "", "\u20ac"), false, 1_000_000))) {
            var document = new ParsedDocument(Collections.nCopies(1_000, block));
            var received = Frames.ofReplies(Math.toIntExact(1_000 * block.weight()));
            pipe.reset();

            frames.write(pipe, new ParseReply.Parsed("7", "text/plain", null, null), document);

            var message = received.read(in(), ParseReply.class).orElseThrow();
            assertThat(received.document(message.body())).isEqualTo(document);
        }
    }

    @Test
    void takesNoMemoryForBytesThatAreOnlyAnnounced() {
        var announced = ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE - 100).array();
        var unlimited = new Frames(Integer.MAX_VALUE);
        var header = "{\"id\":\"7\",\"max_output_chars\":10}".getBytes(StandardCharsets.UTF_8);
        pipe.writeBytes(ByteBuffer.allocate(4).putInt(header.length).array());
        pipe.writeBytes(header);
        pipe.writeBytes(announced);

        var allocated = allocatedBytes();
        assertThatThrownBy(() -> unlimited.read(in(), ParseRequest.class)).isInstanceOf(EOFException.class);

        assertThat(allocatedBytes() - allocated).isLessThan(16L * 1024 * 1024);
    }

    @Test
    void isEmptyAtTheEndOfTheStream() throws IOException {
        assertThat(frames.read(in(), ParseRequest.class)).isEmpty();
    }

    @Test
    void refusesAMessageThatIsCutAnywhere() throws IOException {
        frames.write(pipe, new ParseRequest("7", null, null, 10), new byte[] {1, 2, 3});
        var whole = pipe.toByteArray();

        for (int length = 1; length < whole.length; length++) {
            var cut = new ByteArrayInputStream(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> frames.read(cut, ParseRequest.class)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void refusesABodyBeyondTheLimitBeforeReadingIt() throws IOException {
        frames.write(pipe, new ParseRequest("7", null, null, 10), new byte[1001]);

        assertThatThrownBy(() -> frames.read(in(), ParseRequest.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1001");
    }

    @Test
    void refusesWhatIsNotTheProtocol() {
        pipe.writeBytes("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> frames.read(in(), ParseRequest.class)).isInstanceOf(IOException.class);
    }

    private static byte[] reply(String header) {
        var bytes = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(bytes.length + 8)
                .putInt(bytes.length)
                .put(bytes)
                .putInt(0)
                .array();
    }

    private void assertRefused(byte[] message) {
        assertThatThrownBy(() -> frames.read(new ByteArrayInputStream(message), ParseReply.class))
                .isInstanceOf(IOException.class);
    }

    private static long allocatedBytes() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private ByteArrayInputStream in() {
        return new ByteArrayInputStream(pipe.toByteArray());
    }
}
